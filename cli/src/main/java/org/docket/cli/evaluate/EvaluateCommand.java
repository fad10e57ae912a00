/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.Json;
import org.docket.cli.Progress;
import org.docket.cli.report.Metrics;
import org.docket.cli.report.Report;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.OtherLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket evaluate --model MODEL --input FILE...}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures a model on labelled documents.")
public final class EvaluateCommand implements DocketCommand {

  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, description = "Any OpenNLP doccat model.")
  private Path model;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSON or OpenNLP's training format, also compressed.")
  private List<Path> input;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write index.html, charts and metrics.json into this folder.")
  private Path report;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    TextCategorizer categorizer = Categorizers.load(model);
    Report reportFolder = report == null ? null : new Report(report);
    Evaluation evaluation;
    String leftOut;
    try (Progress progress = new Progress("evaluating", "documents", -1)) {
      Evaluator evaluator = new Evaluator(List.of(categorizer), progress, document -> {});
      evaluation =
          Evaluation.of(
              categorizer.categories(), evaluator.predictions(input, corpus.labelled()).get(0));
      leftOut = evaluator.counts().leftOut();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(Metrics.of(evaluation)));
      tellLeftOut(leftOut);
    } else {
      EvaluationText.print(evaluation, leftOut, out);
    }
    warnOfOtherLabels(evaluation.otherLabels());
    if (reportFolder != null) {
      reportFolder.write("Evaluation of " + model.getFileName(), evaluation);
      spec.commandLine().getErr().println("docket: open " + report.resolve("index.html"));
    }
    out.flush();
    return ExitCode.DONE;
  }

  /** In the text for people it stands beside the number of documents. */
  private void tellLeftOut(String leftOut) {
    if (!leftOut.isEmpty()) {
      spec.commandLine().getErr().println("docket: left out: " + leftOut);
    }
  }

  /** Such documents can only be wrong; the wrong column or a label map left out are likely. */
  private void warnOfOtherLabels(OtherLabels other) {
    if (other.labels() > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "docket: the model does not have %,d of the labels, \"%s\" for one; their %,d documents"
              + " count as wrong (see --label-column and --label-map)%n",
          other.labels(),
          other.examples().get(0),
          other.documents());
      err.flush();
    }
  }
}
