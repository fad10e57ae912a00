/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.report.documents.ComparedDocument;
import org.docket.cli.report.documents.DifferenceChooser;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.figures.PartCounts;

/** The report of a comparison as one JSON object, which the page shows. */
final class ComparisonData {

  private ComparisonData() {}

  static Map<String, Object> of(
      ComparisonContent content,
      List<Intervals> intervals,
      DifferenceChooser.Chosen differences,
      List<FactGroup> facts,
      List<ReportFile> files) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", "comparison");
    data.put("title", content.title());
    data.put("findings", ComparisonFindings.of(content, intervals));
    data.put("summary", summary(content));
    data.put("categories", content.categories());
    data.put("histogram", Map.of("parts", List.of(counts(content))));
    List<Object> models = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      models.add(model(content.models().get(i), intervals.get(i)));
    }
    data.put("models", models);
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < content.pairs().size(); i++) {
      pairs.add(pair(content.pairs().get(i), differences.pairs().get(i)));
    }
    data.put("pairs", pairs);
    data.put("documents", differences.documents().stream().map(d -> document(d, content)).toList());
    data.put("facts", facts);
    data.put("files", ReportData.files(files));
    return data;
  }

  /** How many documents each category has. */
  static PartCounts counts(ComparisonContent content) {
    return new PartCounts(
        "evaluation",
        content.models().get(0).evaluation().perCategory().stream()
            .map(score -> (long) score.support())
            .toList());
  }

  private static Map<String, Object> summary(ComparisonContent content) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("documents", content.models().get(0).evaluation().documents());
    if (!content.leftOut().isEmpty()) {
      summary.put("leftOut", content.leftOut());
    }
    return summary;
  }

  private static Map<String, Object> model(ComparedModel model, Intervals intervals) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", model.name());
    entry.put("accuracy", intervals.accuracy());
    entry.put("macroF1", intervals.macroF1());
    entry.put("ece", model.evaluation().ece());
    entry.put("documentsPerSecond", model.documentsPerSecond());
    entry.put("bytes", model.bytes());
    entry.put("truncated", model.truncated());
    entry.putAll(EvaluationData.of(model.evaluation(), intervals));
    return entry;
  }

  private static Map<String, Object> pair(ModelPair pair, List<Integer> documents) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("first", pair.first());
    entry.put("second", pair.second());
    entry.put("onlyFirstRight", pair.onlyFirstRight());
    entry.put("onlySecondRight", pair.onlySecondRight());
    entry.put("chiSquared", pair.chiSquared());
    entry.put("p", pair.p());
    entry.put("documents", documents);
    return entry;
  }

  private static Map<String, Object> document(
      ComparedDocument document, ComparisonContent content) {
    Map<String, Object> entry = new LinkedHashMap<>();
    DocumentData.putPlace(document.place(), entry);
    entry.put("actual", document.actual());
    if (!content.categories().contains(document.label())) {
      entry.put("label", document.label());
    }
    entry.put("text", document.text());
    if (document.letters() > document.text().length()) {
      entry.put("more", document.letters() - document.text().length());
    }
    entry.put(
        "answers",
        document.answers().stream()
            .map(answer -> List.of(answer.predicted(), DocumentData.rounded(answer.probability())))
            .toList());
    return entry;
  }
}
