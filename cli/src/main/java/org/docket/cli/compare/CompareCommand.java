/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.docket.TextCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.Json;
import org.docket.cli.Progress;
import org.docket.cli.evaluate.Evaluator;
import org.docket.error.DocketException;
import org.docket.evaluation.LabelledPrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket compare --models MODEL MODEL... --input FILE...}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Measures models side by side on the same labelled documents: how good, how fast, how large,"
            + " and by McNemar's test whether a difference could be chance.")
public final class CompareCommand implements DocketCommand {

  /** The speed is measured on so many documents at most; the rest is measured on all. */
  private static final int TIMED = 1000;

  private static final Duration TURN = Duration.ofMillis(200);

  @Spec private CommandSpec spec;

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

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    if (rounds < 1) {
      throw new DocketException("--rounds must be at least 1, but is " + rounds);
    }
    InputPaths.require("--input", input);
    List<Candidate> candidates = Candidate.load(models);
    List<TextCategorizer> categorizers = candidates.stream().map(Candidate::categorizer).toList();
    Sample sample = new Sample(TIMED);
    List<List<LabelledPrediction>> predictions;
    String leftOut;
    long[] truncated;
    try (Progress progress = new Progress("categorizing", "documents", -1)) {
      Evaluator evaluator = new Evaluator(categorizers, progress, sample);
      predictions = evaluator.predictions(input, corpus.labelled());
      leftOut = evaluator.counts().leftOut();
      truncated = evaluator.truncated();
    }
    double[] docsPerSecond = time(categorizers, sample.texts());
    Comparison comparison =
        Comparison.of(
            candidates, predictions, truncated, docsPerSecond, sample.texts().size(), rounds);
    print(comparison, leftOut);
    return ExitCode.DONE;
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
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(comparison));
      if (!leftOut.isEmpty()) {
        spec.commandLine().getErr().println("docket: left out: " + leftOut);
      }
    } else {
      ComparisonText.print(comparison, leftOut, out);
    }
    out.flush();
  }
}
