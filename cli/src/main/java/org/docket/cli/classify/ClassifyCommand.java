/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.TextLines;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.docket.explanation.Explainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket classify --model MODEL [FILE or -]}. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Tags documents: one a line, or a column of a CSV.",
      "Answers come in the order of the documents."
    })
public final class ClassifyCommand implements DocketCommand {

  private static final int BATCH = 256;

  /** Long texts are not held until there are so many of them: each may have 20 MB. */
  private static final int BATCH_LETTERS = 1 << 20;

  private static final String STANDARD_INPUT = "standard input";

  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, description = "Any OpenNLP doccat model.")
  private Path model;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Documents; - for standard input (default).")
  private String file;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many categories to show (default: 1).")
  private int top;

  @Option(
      names = "--format",
      paramLabel = "text|csv|jsonl",
      defaultValue = "text",
      description = "How to print answers (default: text).")
  private AnswerFormat format;

  @Option(
      names = "--explain",
      description =
          "Also show the words (of a long text: the passages) that speak most for the category: by"
              + " how much its probability falls when they are left out.")
  private boolean explain;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new DocketException("--top must be at least 1, but is " + top);
    }
    TextCategorizer categorizer = Categorizers.load(model);
    PrintWriter out = spec.commandLine().getOut();
    AnswerPrinter printer =
        new AnswerPrinter(format, top, explain ? new Explainer(categorizer) : null, out);
    printer.header();
    Batches batches = new Batches(categorizer, printer);
    try {
      read(batches);
    } finally {
      // What was read before a bad row has an answer too.
      batches.flush();
      out.flush();
    }
    return ExitCode.DONE;
  }

  private void read(Batches batches) throws IOException {
    CorpusOptions options = corpus.unlabelled();
    boolean csv =
        standardInput()
            ? options.format().equals(Optional.of(CorpusFormat.CSV))
            : corpus.formatOf(Path.of(file)) == CorpusFormat.CSV;
    reportLeftOut(csv ? readColumn(options, batches) : readLines(options.onBadRow(), batches));
  }

  private CorpusCounts readColumn(CorpusOptions options, Batches batches) throws IOException {
    Consumer<LabelledText> add = document -> batches.add(document.text());
    return Corpus.read(
        standardInput() ? Input.of(System.in, STANDARD_INPUT) : Input.of(Path.of(file)),
        options.toBuilder().format(CorpusFormat.CSV).build(),
        add);
  }

  /** Where nothing is waiting, answers come at once: somebody may be typing. */
  private CorpusCounts readLines(OnBadRow onBadRow, Batches batches) throws IOException {
    return standardInput()
        ? TextLines.read(System.in, STANDARD_INPUT, onBadRow, batches::add, batches::flush)
        : TextLines.read(Path.of(file), onBadRow, batches::add, batches::flush);
  }

  private boolean standardInput() {
    return file.equals("-");
  }

  /** Answers are fewer than rows then: whoever joins them by number must know. */
  private void reportLeftOut(CorpusCounts counts) {
    if (!counts.leftOut().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("docket: rows without an answer: " + counts.leftOut());
      err.flush();
    }
  }

  /** Collects texts, so that the categorizer gets many at once. */
  private static final class Batches {

    private final TextCategorizer categorizer;
    private final AnswerPrinter printer;
    private final List<String> texts = new ArrayList<>();
    private int letters;

    Batches(TextCategorizer categorizer, AnswerPrinter printer) {
      this.categorizer = categorizer;
      this.printer = printer;
    }

    void add(String text) {
      texts.add(text);
      letters += text.length();
      if (texts.size() == BATCH || letters >= BATCH_LETTERS) {
        flush();
      }
    }

    void flush() {
      printer.print(texts, categorizer.categorizeAll(texts));
      texts.clear();
      letters = 0;
    }
  }
}
