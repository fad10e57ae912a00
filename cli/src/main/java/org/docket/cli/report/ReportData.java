/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.documents.ReportDocuments;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.figures.Overfitting;
import org.docket.evaluation.Evaluation;

/** The report as one JSON object, which the page shows. Keys that have nothing are left out. */
final class ReportData {

  private static final int PAIRS = 20;
  private static final int FIRST = 50;

  private final ReportContent content;
  private final Figures figures;
  private final Map<String, Object> data = new LinkedHashMap<>();

  /**
   * All that is to be shown.
   *
   * @param documents if they could be read
   * @param explained if they could be read
   */
  record Figures(
      Intervals intervals,
      Optional<DocumentCollector> documents,
      Optional<ReportDocuments> explained) {}

  private ReportData(ReportContent content, Figures figures) {
    this.content = content;
    this.figures = figures;
  }

  static Map<String, Object> of(
      ReportContent content, Figures figures, List<FactGroup> facts, List<ReportFile> files) {
    ReportData report = new ReportData(content, figures);
    report.data.put("kind", content.kind());
    report.data.put("title", content.title());
    report.data.put("findings", Findings.of(content, figures.intervals(), figures.documents()));
    report.data.put("summary", report.summary());
    report.data.put("categories", content.evaluation().categories());
    report.data.put("histogram", Map.of("parts", content.histogram()));
    report.putLengths();
    report.putEpochs();
    report.putEvaluation();
    report.putLabelErrors();
    report.putTellingWords();
    report.data.put("facts", facts);
    report.data.put("files", files(files));
    return report.data;
  }

  /** The names of files and what is in them. */
  static List<Map<String, String>> files(List<ReportFile> files) {
    List<Map<String, String>> named = new ArrayList<>();
    for (ReportFile file : files) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("name", file.fileName());
      entry.put("what", file.what());
      named.add(entry);
    }
    return named;
  }

  private Map<String, Object> summary() {
    Evaluation evaluation = content.evaluation();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("documents", evaluation.documents());
    summary.put("accuracy", figures.intervals().accuracy());
    summary.put("macroF1", figures.intervals().macroF1());
    summary.put("ece", evaluation.ece());
    if (!content.leftOut().isEmpty()) {
      summary.put("leftOut", content.leftOut());
    }
    figures
        .documents()
        .ifPresent(
            documents -> {
              summary.put("truncated", documents.truncated());
              summary.put("abstained", documents.abstained());
            });
    return summary;
  }

  private void putLengths() {
    figures
        .documents()
        .ifPresent(
            documents ->
                data.put(
                    "lengths", LengthData.of(documents.lengths(), documents.counter().limit())));
  }

  private void putEpochs() {
    content
        .epochs()
        .ifPresent(
            epochs -> {
              Map<String, Object> section = new LinkedHashMap<>();
              section.put("best", epochs.best());
              section.put("words", Overfitting.words(epochs.rows()));
              section.put("rows", epochs.rows().stream().map(EpochData::of).toList());
              data.put("epochs", section);
            });
  }

  private void putEvaluation() {
    data.putAll(EvaluationData.of(content.evaluation(), figures.intervals()));
    figures
        .explained()
        .ifPresent(
            documents -> {
              data.put("confusion", DocumentData.confusion(content.evaluation(), documents));
              data.put("documents", DocumentData.documents(content.evaluation(), documents));
              data.put("confidentMistakes", documents.chosen().confidentMistakes());
              data.put("leastCertain", documents.chosen().leastCertain());
            });
  }

  private void putLabelErrors() {
    content.labelErrors().ifPresent(listing -> data.put("labelErrors", labelErrors(listing)));
  }

  private static Map<String, Object> labelErrors(LabelErrorListing listing) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("documents", listing.errors().documents());
    section.put("estimated", listing.errors().estimated());
    section.put("estimatedShare", listing.errors().estimatedShare());
    section.put("listed", listing.size());
    section.put("file", ReportFile.LABEL_ERRORS.fileName());
    section.put("pairs", listing.pairs().stream().limit(PAIRS).map(LabelErrorData::of).toList());
    section.put("first", listing.first(FIRST).stream().map(LabelErrorData::of).toList());
    return section;
  }

  private void putTellingWords() {
    figures
        .explained()
        .filter(documents -> !documents.words().isEmpty())
        .ifPresent(
            documents -> {
              List<Object> categories = new ArrayList<>();
              documents
                  .words()
                  .forEach(
                      (category, words) -> {
                        Map<String, Object> entry = new LinkedHashMap<>();
                        entry.put("category", category);
                        entry.put("words", words);
                        categories.add(entry);
                      });
              data.put("tellingWords", categories);
            });
  }
}
