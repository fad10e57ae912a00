/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.docket.TextCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.Progress;
import org.docket.cli.evaluate.Evaluator;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import org.docket.evaluation.LabelledPrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket compare --models MODEL MODEL... --input FILE...}. */
@Command(
    name = "compare",
    headerHeading =
        "Example:%n"
            + "  ./docket train --quiet --output small.bin \\%n"
            + "    --input conf/demo/complaints-hard.csv%n"
            + "  ./docket compare --models models/complaints-en.bin small.bin \\%n"
            + "    --input conf/demo/complaints.csv%n%n",
    mixinStandardHelpOptions = true,
    description =
        "Measures models side by side on the same labelled documents: how good, how fast, how large,"
            + " and by McNemar's test whether a difference could be chance.")
public final class CompareCommand implements DocketCommand {

  /** The speed is measured on so many documents at most; the rest is measured on all. */
  private static final int TIMED = 1000;

  private static final Duration TURN = Duration.ofMillis(200);

  @Option(
      names = "--models",
      required = true,
      arity = "1..*",
      paramLabel = "MODEL",
      description = "Two or more OpenNLP doccat models, ours or not.")
  private List<Path> models;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSON or OpenNLP's training format, also compressed.")
  private List<Path> input;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often to time each model; the median counts (default: 5).")
  private int rounds;

  @Mixin private OutputMixin output;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write index.html, its figures as JSON and CSV, and charts, into this folder: also"
              + " predictions.csv with the answers of all models.")
  private Path report;

  @Option(
      names = "--id-column",
      paramLabel = "C",
      description = "Column (of JSON: field) that names the documents in the report.")
  private String idColumn;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    if (rounds < 1) {
      throw new DocketException("--rounds must be at least 1, but is " + rounds);
    }
    InputPaths.require("--input", input);
    if (report != null) {
      OutputPath.requireFolder("--report", report);
    }
    List<Candidate> candidates = Candidate.load(models);
    if (report == null) {
      compare(candidates, Optional.empty());
    } else {
      try (ComparisonReport folder = new ComparisonReport(report, candidates)) {
        compare(candidates, Optional.of(folder));
      }
    }
    return ExitCode.DONE;
  }

  private void compare(List<Candidate> candidates, Optional<ComparisonReport> folder)
      throws IOException {
    List<TextCategorizer> categorizers = candidates.stream().map(Candidate::categorizer).toList();
    Sample sample = new Sample(TIMED);
    Evaluator evaluator;
    List<List<LabelledPrediction>> predictions;
    try (Progress progress = Progress.ofFiles("categorizing", "documents", input)) {
      evaluator = new Evaluator(categorizers, progress, sample, answers(folder));
      predictions = evaluator.predictions(input, options());
    }
    String leftOut = evaluator.counts().leftOut();
    folder.ifPresent(writing -> writing.lap("Reading and evaluating"));
    double[] docsPerSecond = time(categorizers, sample.texts());
    folder.ifPresent(writing -> writing.lap("Timing"));
    Comparison comparison =
        Comparison.of(
            candidates,
            predictions,
            evaluator.truncated(),
            docsPerSecond,
            sample.texts().size(),
            rounds);
    print(comparison, leftOut);
    if (folder.isPresent()) {
      folder.get().write(comparison, predictions, leftOut, input);
      output.remarks().tell("open " + report.resolve("index.html"));
    }
  }

  private static Evaluator.AnswerHandler answers(Optional<ComparisonReport> folder) {
    return (document, place, answers) ->
        folder.ifPresent(writing -> writing.add(document, place, answers));
  }

  private CorpusOptions options() {
    CorpusOptions options = corpus.labelled();
    return idColumn == null ? options : options.toBuilder().keep(List.of(idColumn)).build();
  }

  private double[] time(List<TextCategorizer> categorizers, List<String> texts) {
    if (texts.isEmpty()) {
      throw new DocketException("every text is too long to time models with");
    }
    long turns = (rounds + 1L) * categorizers.size();
    try (Progress progress = new Progress("timing", "turns", turns)) {
      return new Speed(categorizers, texts, TURN, () -> progress.step(1)).docsPerSecond(rounds);
    }
  }

  private void print(Comparison comparison, String leftOut) {
    if (output.json()) {
      output.print(comparison);
      if (!leftOut.isEmpty()) {
        output.remarks().warn("left out: " + leftOut);
      }
    } else {
      ComparisonText.print(comparison, leftOut, output.out());
    }
    output.out().flush();
  }
}
