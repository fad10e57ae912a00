/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.labels.LabelErrorCollector;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.DocumentCollector;
import org.docket.cli.report.Report;
import org.docket.cli.report.ReportContent;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.ModelFacts;
import org.docket.cli.report.facts.Times;
import org.docket.cli.report.facts.Versions;
import org.docket.cli.report.figures.EpochRow;
import org.docket.cli.report.figures.PartCounts;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.training.EpochMetrics;
import org.docket.training.Scores;
import org.docket.training.TrainingResult;
import org.docket.training.data.TrainingData;

/** The report of a training: curves, and what the model makes of the validation part. */
final class TrainingReport implements Closeable {

  private final Path folder;
  private final Report report;
  private final CorpusOptions options;
  private final List<Path> input;
  private final List<Path> validation;
  private final Reviews reviews;

  /**
   * Makes the folder if it is not there.
   *
   * @param options those that the training reads with
   * @param input the files that are trained on
   * @param validation those that are validated on; empty if a part of the others is
   * @param reviews what people reviewed
   * @throws DocketException if the folder takes no files
   */
  TrainingReport(
      Path folder,
      CorpusOptions options,
      List<Path> input,
      List<Path> validation,
      Reviews reviews) {
    this.folder = folder;
    this.report = new Report(folder);
    this.options = options;
    this.input = input;
    this.validation = validation;
    this.reviews = reviews;
  }

  /**
   * What a training came to.
   *
   * @param model the file that it wrote
   * @param leftOut what was not read, in words; may be empty
   * @param times that it took
   */
  record Run(
      Path model, TrainingData data, TrainingResult result, String leftOut, RunTimes times) {}

  /** Where it is told, and where complaints go. */
  record Output(PrintWriter out, Consumer<String> warn) {}

  /** Writes it and says where it is. */
  void write(Run run, Output to) throws IOException {
    Times times = run.times().trained();
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(run.result().model());
    try (LabelErrorCollector labels =
            new LabelErrorCollector(run.data().corpus().categories(), Optional.of(folder));
        DocumentCollector documents = report.collector(categorizer, "validation")) {
      boolean read = read(run, categorizer, new Collectors(labels, documents), to.warn());
      times.lap("Reading again, for the report");
      Optional<LabelErrorListing> listing = read ? Optional.of(labels.listing()) : Optional.empty();
      report.write(content(run, listing, times), read ? Optional.of(documents) : Optional.empty());
      listing.ifPresent(
          errors ->
              to.out().println("likely label errors of the validation part: " + errors.size()));
    }
    to.out().println("report: " + folder.resolve("index.html"));
    to.out().flush();
  }

  @Override
  public void close() throws IOException {
    report.close();
  }

  private record Collectors(LabelErrorCollector labels, DocumentCollector documents)
      implements TrainingDocuments.Handler {

    @Override
    public void training(LabelledText document) {
      documents.addTraining(document.text());
    }

    @Override
    public void validation(LabelledText document, DocumentPlace place, Categorization answer) {
      labels.add(document, place, answer);
      documents.add(document, place, answer);
    }
  }

  /** Without them there is a report nevertheless. */
  private boolean read(
      Run run, LstmDocumentCategorizer categorizer, Collectors collectors, Consumer<String> warn)
      throws IOException {
    try {
      new TrainingDocuments(options, run.data(), reviews, categorizer)
          .collect(input, validation, collectors);
      return true;
    } catch (DocketException e) {
      warn.accept("the report has no documents and no label errors: " + e.getMessage());
      collectors.documents().close();
      report.forgetDocuments();
      return false;
    }
  }

  private static ReportContent content(
      Run run, Optional<LabelErrorListing> labelErrors, Times times) throws IOException {
    TrainingResult result = run.result();
    List<FactGroup> facts =
        new ArrayList<>(ModelFacts.of(run.model(), LstmDocumentCategorizer.of(result.model())));
    facts.add(Versions.facts());
    return new ReportContent(
        "training",
        "Training of " + run.model().getFileName(),
        result.evaluation(),
        run.leftOut(),
        labelErrors,
        Optional.of(histogram(run.data().corpus().documents(), result.evaluation())),
        Optional.of(
            new ReportContent.Epochs(
                result.best().epoch(),
                result.history().stream().map(epoch -> row(epoch, run.times())).toList())),
        facts,
        times);
  }

  private static PartCounts histogram(Map<String, Long> documents, Evaluation evaluation) {
    return new PartCounts(
        "training",
        evaluation.categories().stream()
            .map(category -> documents.getOrDefault(category, 0L))
            .toList());
  }

  private static EpochRow row(EpochMetrics epoch, RunTimes times) {
    return new EpochRow(
        epoch.epoch(),
        times.epoch(epoch.epoch()),
        scores(epoch.training()),
        scores(epoch.network()),
        scores(epoch.validation()));
  }

  private static EpochRow.Scores scores(Scores scores) {
    return new EpochRow.Scores(scores.loss(), scores.accuracy(), scores.macroF1());
  }
}
