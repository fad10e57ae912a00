/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docket.LstmDocumentCategorizer;
import org.docket.cli.labels.LabelErrorCollector;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.EpochRow;
import org.docket.cli.report.Report;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingResult;
import org.docket.training.data.TrainingData;

/** The report of a training: curves, and what the model makes of the validation part. */
final class TrainingReport {

  private final Path folder;
  private final Report report;
  private final CorpusOptions options;
  private final List<Path> input;
  private final List<Path> validation;

  /**
   * Makes the folder if it is not there.
   *
   * @param options those that the training reads with
   * @param input the files that are trained on
   * @param validation those that are validated on; empty if a part of the others is
   * @throws DocketException if the folder takes no files
   */
  TrainingReport(Path folder, CorpusOptions options, List<Path> input, List<Path> validation) {
    this.folder = folder;
    this.report = new Report(folder);
    this.options = options;
    this.input = input;
    this.validation = validation;
  }

  /** Writes it and says where it is. */
  void write(String title, TrainingData data, TrainingResult result, Output to) throws IOException {
    List<EpochRow> history = result.history().stream().map(TrainingReport::row).toList();
    try (LabelErrorCollector collector =
        new LabelErrorCollector(data.corpus().categories(), Optional.of(folder))) {
      Optional<LabelErrorListing> labelErrors = labelErrors(data, result, collector, to.err());
      report.write(title, result.evaluation(), labelErrors, history);
      labelErrors.ifPresent(
          listing ->
              to.out().println("likely label errors of the validation part: " + listing.size()));
    }
    to.out().println("report: " + folder.resolve("index.html"));
  }

  /** Where results and where complaints go. */
  record Output(PrintWriter out, PrintWriter err) {}

  /** Without them there is a report nevertheless. */
  private Optional<LabelErrorListing> labelErrors(
      TrainingData data, TrainingResult result, LabelErrorCollector collector, PrintWriter err) {
    try {
      new ValidationLabels(options, data, LstmDocumentCategorizer.of(result.model()))
          .collect(input, validation, collector);
      return Optional.of(collector.listing());
    } catch (DocketException e) {
      err.println("docket: the report has no label errors: " + e.getMessage());
      err.flush();
      return Optional.empty();
    }
  }

  private static EpochRow row(EpochMetrics epoch) {
    return new EpochRow(
        epoch.epoch(),
        epoch.training().loss(),
        epoch.training().accuracy(),
        epoch.validation().loss(),
        epoch.validation().accuracy(),
        epoch.validation().macroF1());
  }
}
