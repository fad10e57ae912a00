/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.docket.TextCategorizer;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.InputPaths;
import org.docket.cli.Json;
import org.docket.cli.ModelPath;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.Progress;
import org.docket.cli.labels.LabelErrorCollector;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.labels.LabelErrorText;
import org.docket.cli.report.Metrics;
import org.docket.corpus.CorpusOptions;
import org.docket.error.NearestName;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.OtherLabels;
import org.docket.io.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket evaluate --model MODEL --input FILE...}. */
@Command(
    name = "evaluate",
    headerHeading =
        "Example:%n"
            + "  ./docket evaluate --model models/complaints-en.bin \\%n"
            + "    --input conf/demo/complaints.csv%n%n",
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

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write index.html, its figures as JSON and CSV, and charts, into this folder: also"
              + " predictions.csv, and label-errors.csv with texts.")
  private Path report;

  @Option(
      names = "--label-errors",
      paramLabel = "FILE",
      description =
          "Write the likely label errors into this CSV, the most likely first, with their texts.")
  private Path labelErrors;

  @Option(
      names = "--id-column",
      paramLabel = "C",
      description =
          "Column (of JSON: field) that names the documents, in the list of label errors and in the"
              + " report.")
  private String idColumn;

  @Mixin private OutputMixin output;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    TextCategorizer categorizer = ModelPath.load(model);
    InputPaths.require("--input", input);
    if (report != null) {
      OutputPath.requireFolder("--report", report);
    }
    if (labelErrors != null) {
      corpus
          .requireOther(new OutputPath("--label-errors", labelErrors))
          .requireNot("--input", input)
          .requireNot("--model", List.of(model))
          .requireNoModel();
    }
    if (report == null) {
      evaluate(categorizer, Optional.empty());
    } else {
      try (EvaluationReport folder = new EvaluationReport(report, model, categorizer)) {
        evaluate(categorizer, Optional.of(folder));
      }
    }
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private void evaluate(TextCategorizer categorizer, Optional<EvaluationReport> folder)
      throws IOException {
    try (LabelErrorCollector collector =
        new LabelErrorCollector(categorizer.categories(), folderForTexts())) {
      Evaluator evaluator;
      Evaluation evaluation;
      try (Progress progress = Progress.ofFiles("evaluating", "documents", input)) {
        evaluator = new Evaluator(List.of(categorizer), progress, answers(collector, folder));
        evaluation =
            Evaluation.of(categorizer.categories(), evaluator.predictions(input, options()).get(0));
      }
      folder.ifPresent(EvaluationReport::evaluated);
      LabelErrorListing listing = collector.listing();
      print(evaluation, evaluator, listing);
      warnOfOtherLabels(evaluation.otherLabels(), categorizer.categories());
      if (labelErrors != null) {
        WholeFile.write(labelErrors, listing::writeCsv);
        output.remarks().tell(listing.size() + " likely label errors are in " + labelErrors);
      }
      if (folder.isPresent()) {
        folder.get().write(evaluation, evaluator.counts().leftOut(), listing, input);
        output.remarks().tell("open " + report.resolve("index.html"));
      }
    }
  }

  private static Evaluator.AnswerHandler answers(
      LabelErrorCollector collector, Optional<EvaluationReport> folder) {
    return (document, place, answers) -> {
      collector.add(document, place, answers.get(0));
      folder.ifPresent(report -> report.add(document, place, answers.get(0)));
    };
  }

  private CorpusOptions options() {
    CorpusOptions options = corpus.labelled();
    return idColumn == null ? options : options.toBuilder().keep(List.of(idColumn)).build();
  }

  /** Whole texts are held where they are going to be written. */
  private Optional<Path> folderForTexts() {
    return labelErrors == null
        ? Optional.ofNullable(report)
        : Optional.of(labelErrors.toAbsolutePath().getParent());
  }

  private void print(Evaluation evaluation, Evaluator evaluator, LabelErrorListing listing) {
    PrintWriter out = spec.commandLine().getOut();
    String leftOut = evaluator.counts().leftOut();
    long truncated = evaluator.truncated()[0];
    if (output.json()) {
      Map<String, Object> metrics = Metrics.of(evaluation);
      metrics.put("truncated", truncated);
      metrics.put("labelErrors", listing.metrics());
      out.println(Json.line(metrics));
      tellLeftOut(leftOut);
      return;
    }
    EvaluationText.print(evaluation, leftOut, out);
    LabelErrorText.print(listing, input.size() > 1, out);
    if (truncated > 0) {
      out.printf(Locale.ROOT, "%n%,d documents were longer than what the model reads%n", truncated);
    }
  }

  /** In the text for people it stands beside the number of documents. */
  private void tellLeftOut(String leftOut) {
    if (!leftOut.isEmpty()) {
      output.remarks().warn("left out: " + leftOut);
    }
  }

  /** Such documents can only be wrong; the wrong column or a label map left out are likely. */
  private void warnOfOtherLabels(OtherLabels other, List<String> categories) {
    if (other.labels() > 0) {
      output
          .remarks()
          .warn(
              String.format(
                  Locale.ROOT,
                  "the model does not have %,d of the labels, \"%s\" for one%s; their %,d documents"
                      + " count as wrong (see --label-column and --label-map)",
                  other.labels(),
                  other.examples().get(0),
                  NearestName.hint(other.examples().get(0), categories),
                  other.documents()));
    }
  }
}
