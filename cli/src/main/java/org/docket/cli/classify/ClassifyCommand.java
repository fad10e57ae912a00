/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.ModelPath;
import org.docket.cli.Remarks;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.source.Input;
import org.docket.corpus.source.WrongFile;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket classify --model MODEL [FILE or -]}. */
@Command(
    name = "classify",
    headerHeading =
        "Example:%n"
            + "  ./docket classify --model models/complaints-en.bin conf/demo/complaints.csv%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Tags documents: one a line, or those of a CSV, a TSV or of JSON.",
      "Each row gets an answer, in the order of the rows; one without text, or that cannot be read,"
          + " an empty one with the reason."
    })
public final class ClassifyCommand implements DocketCommand {

  private static final int MAX_THREADS = 1024;

  /** Set by the launcher: whether standard input is a terminal. */
  private static final String TYPED = "docket.typed";

  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, description = "Any OpenNLP doccat model.")
  private Path model;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = STANDARD_INPUT,
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

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads categorize (default: one for each processor).")
  private Integer threads;

  @Mixin private KeepMixin keep;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws InterruptedException {
    if (top < 1) {
      throw new DocketException("--top must be at least 1, but is " + top);
    }
    int workers = workers();
    CorpusOptions options = keep.addTo(corpus.texts());
    Classification classification =
        new Classification(
            new BatchClassifier(ModelPath.load(model), explain), format, top, options);
    tellTypist();
    Input input =
        file.equals(STANDARD_INPUT) ? Input.of(System.in, "standard input") : Input.of(documents());
    RowTally tally = classification.run(input, workers, spec.commandLine().getOut());
    if (!tally.isEmpty()) {
      Remarks.of(spec).warn("rows without an answer: " + tally);
    }
    return ExitCode.DONE;
  }

  private Path documents() {
    Path path = Path.of(file);
    if (file.contains(" ") && !Files.exists(path)) {
      throw new DocketException(
          WrongFile.missing(path)
              + "; a text itself comes through standard input: echo 'TEXT' | ./docket classify"
              + " --model MODEL");
    }
    return path;
  }

  private int workers() {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1 || workers > MAX_THREADS) {
      throw new DocketException(
          "--threads must be from 1 to " + MAX_THREADS + ", but is " + workers);
    }
    return workers;
  }

  /** Who sees nothing happen may not know that it is their turn. */
  private void tellTypist() {
    if (file.equals(STANDARD_INPUT) && Boolean.getBoolean(TYPED)) {
      Remarks.of(spec).tell("type documents, one a line; end with Ctrl-D (or name a FILE)");
    }
  }
}
