/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.Json;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.documents.ReportDocuments;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.Times;
import org.docket.cli.report.figures.Bootstrap;
import org.docket.cli.report.figures.EpochRow;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.figures.LengthBins;
import org.docket.cli.report.files.BarCharts;
import org.docket.cli.report.files.ConfusionChart;
import org.docket.cli.report.files.CurveCharts;
import org.docket.cli.report.files.EpochCharts;
import org.docket.cli.report.files.FigureCsv;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.RiskCoverage;

/** Writes the files of a report of one model, in the order in which they need each other. */
final class ReportWriter {

  private final ReportPart part;
  private final ReportContent content;
  private final Optional<DocumentCollector> documents;
  private final Evaluation evaluation;
  private final Times times;

  ReportWriter(Path folder, ReportContent content, Optional<DocumentCollector> documents) {
    this.part = new ReportPart(folder);
    this.content = content;
    this.documents = documents;
    this.evaluation = content.evaluation();
    this.times = content.times();
  }

  void write() throws IOException {
    Intervals intervals = Bootstrap.of(evaluation);
    times.lap("Intervals");
    Optional<ReportDocuments> explained = documents.map(DocumentCollector::explained);
    times.lap("Explaining documents");
    writeMetrics();
    writeFigures(intervals);
    writeEpochs();
    writeDocuments(explained);
    times.lap("Charts and tables");
    writeData(new ReportData.Figures(intervals, documents, explained));
  }

  private void writeMetrics() throws IOException {
    Map<String, Object> metrics = Metrics.of(evaluation);
    if (content.labelErrors().isPresent()) {
      LabelErrorListing listing = content.labelErrors().get();
      metrics.put("labelErrors", listing.metrics());
      listing.writeCsv(file(ReportFile.LABEL_ERRORS));
    }
    part.writeJson(ReportFile.METRICS, Json.pretty(metrics));
  }

  private void writeFigures(Intervals intervals) throws IOException {
    List<RiskCoverage.Point> curve = evaluation.riskCoverage().curve(EvaluationData.POINTS);
    FigureCsv.confusion(evaluation, file(ReportFile.CONFUSION));
    FigureCsv.perCategory(evaluation, intervals, file(ReportFile.PER_CATEGORY));
    FigureCsv.reliability(evaluation, file(ReportFile.RELIABILITY));
    FigureCsv.riskCoverage(curve, file(ReportFile.RISK_COVERAGE));
    ConfusionChart.draw(evaluation, file(ReportFile.CONFUSION_CHART));
    BarCharts.histogram(evaluation, content.histogram(), file(ReportFile.HISTOGRAM_CHART));
    BarCharts.perCategory(evaluation, file(ReportFile.PER_CATEGORY_CHART));
    CurveCharts.reliability(evaluation, file(ReportFile.RELIABILITY_CHART));
    CurveCharts.riskCoverage(curve, file(ReportFile.RISK_COVERAGE_CHART));
  }

  private void writeEpochs() throws IOException {
    if (content.epochs().isEmpty()) {
      return;
    }
    List<EpochRow> history = content.epochs().get().rows();
    FigureCsv.history(history, file(ReportFile.HISTORY));
    EpochCharts.loss(history, file(ReportFile.LOSS_CHART));
    EpochCharts.accuracy(history, file(ReportFile.ACCURACY_CHART));
    EpochCharts.macroF1(history, file(ReportFile.MACRO_F1_CHART));
  }

  private void writeDocuments(Optional<ReportDocuments> explained) throws IOException {
    if (documents.isEmpty()) {
      return;
    }
    DocumentCollector collected = documents.get();
    LengthBins bins = LengthBins.of(collected.lengths(), collected.counter().limit());
    FigureCsv.lengths(collected.lengths(), bins, file(ReportFile.LENGTHS));
    BarCharts.lengths(collected.lengths(), bins, file(ReportFile.LENGTHS_CHART));
    FigureCsv.tellingWords(
        evaluation.categories(), explained.orElseThrow().words(), file(ReportFile.TELLING_WORDS));
  }

  private void writeData(ReportData.Figures figures) throws IOException {
    List<FactGroup> facts = new ArrayList<>(content.facts());
    facts.add(sampling(figures.explained()));
    facts.add(times.facts());
    Map<String, Object> data = ReportData.of(content, figures, facts, part.filesWithData());
    part.writeData(content.title(), data);
  }

  /** What of the report came by drawing lots. */
  private static FactGroup sampling(Optional<ReportDocuments> explained) {
    Map<String, Object> facts = ReportPart.sampling();
    explained.ifPresent(documents -> facts.put("documents explained", documents.explained()));
    return FactGroup.of("Report", facts);
  }

  private Path file(ReportFile name) {
    return part.file(name);
  }
}
