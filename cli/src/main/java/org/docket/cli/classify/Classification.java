/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.docket.cli.OutputLostException;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/**
 * Reads rows in a thread of its own, categorizes them in several, and prints the answers in the
 * calling one, in the order of the rows. So an answer is printed as soon as it is there, also while
 * the reader waits for more.
 */
final class Classification {

  /** A letter under way takes up to eight bytes: in the text, in the answer, and while it grows. */
  private static final int HEAP_SHARE = 64;

  private static final int MOST_ROOM = 1 << 26;
  private static final int MOST_LETTERS = 1 << 20;

  /** How long a reader may take to stop that is told to: it may be waiting for input. */
  private static final long STOP_MILLIS = 200;

  private final BatchClassifier classifier;
  private final AnswerFormat format;
  private final int top;
  private final CorpusOptions options;

  /** What is printed of a batch. */
  private record Printed(String text, RowTally tally) {}

  Classification(BatchClassifier classifier, AnswerFormat format, int top, CorpusOptions options) {
    this.classifier = classifier;
    this.format = format;
    this.top = top;
    this.options = options;
  }

  /**
   * Answers all rows of an input.
   *
   * @param threads how many categorize
   * @return what has no answer
   * @throws OutputLostException if the answers cannot be written
   */
  RowTally run(Input input, int threads, PrintWriter out) throws InterruptedException {
    int room = (int) Math.min(MOST_ROOM, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    try (OrderedWork<Printed> work = new OrderedWork<>(threads, room)) {
      FutureTask<Void> reading = new FutureTask<>(() -> read(input, work, letters(room, threads)));
      Thread reader = new Thread(reading, "docket-reader");
      reader.setDaemon(true); // nothing ends its waiting for input
      reader.start();
      try {
        RowTally tally = print(work, out);
        reading.get();
        return tally;
      } catch (ExecutionException e) {
        throw unwrapped(e);
      } finally {
        reader.interrupt();
        reader.join(STOP_MILLIS);
      }
    }
  }

  private static int letters(int room, int threads) {
    return Math.min(MOST_LETTERS, Math.max(1, room / (2 * threads)));
  }

  /** What was read before a bad row has answers too. */
  private Void read(Input input, OrderedWork<Printed> work, int letters) {
    Batches batches = new Batches(work);
    RowBatches rows = new RowBatches(letters, batches::begin, batches::add);
    try {
      Corpus.rows(input, options, rows);
      rows.finish();
    } catch (DocketException e) {
      rows.waiting();
      throw e;
    } finally {
      work.end();
    }
    return null;
  }

  private static RowTally print(OrderedWork<Printed> work, PrintWriter out)
      throws InterruptedException, ExecutionException {
    RowTally[] tally = {RowTally.NONE};
    work.forEach(
        printed -> {
          out.print(printed.text());
          OutputLostException.flush(out);
          tally[0] = tally[0].plus(printed.tally());
        });
    return tally[0];
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }

  /** What the reader hands out. */
  private final class Batches {

    private final OrderedWork<Printed> work;
    private Answers answers;

    Batches(OrderedWork<Printed> work) {
      this.work = work;
    }

    void begin(List<String> columns) {
      List<String> names = KeptNames.of(columns);
      if (format != AnswerFormat.TEXT) {
        KeptNames.remarks(columns, names).forEach(options.notices());
      }
      answers = format.answers(new AnswerContent(top, classifier.explains()), names);
      String header = answers.header();
      work.add(() -> new Printed(header, RowTally.NONE), header.length());
    }

    void add(List<Row> rows, int letters) {
      Answers format = answers;
      work.add(
          () -> {
            List<Answer> batch = classifier.classify(rows);
            return new Printed(format.of(batch), RowTally.of(batch));
          },
          letters);
    }
  }
}
