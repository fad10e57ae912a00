/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.report.documents.Candidate;
import org.docket.cli.report.documents.ChosenDocuments.CellDocuments;
import org.docket.cli.report.documents.ReportDocuments;
import org.docket.cli.report.documents.ShownDocument;
import org.docket.evaluation.Evaluation;

/** Documents as the page shows them. */
final class DocumentData {

  /** Probabilities need no more decimals to be looked at. */
  private static final double DECIMALS = 1e4;

  private DocumentData() {}

  /** The confusion with the documents of its cells. */
  static Map<String, Object> confusion(Evaluation evaluation, ReportDocuments documents) {
    int[][] counts = evaluation.confusion();
    List<Map<String, Object>> cells = new ArrayList<>();
    for (CellDocuments cell : documents.chosen().cells()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("actual", cell.actual());
      entry.put("predicted", cell.predicted());
      entry.put("total", counts[cell.actual()][cell.predicted()]);
      entry.put("documents", cell.documents());
      cells.add(entry);
    }
    Map<String, Object> confusion = EvaluationData.confusion(evaluation);
    confusion.put("cells", cells);
    return confusion;
  }

  static List<Map<String, Object>> documents(Evaluation evaluation, ReportDocuments documents) {
    Map<String, Integer> indices = new HashMap<>();
    evaluation.categories().forEach(category -> indices.put(category, indices.size()));
    return documents.documents().stream().map(document -> of(document, indices)).toList();
  }

  private static Map<String, Object> of(ShownDocument document, Map<String, Integer> indices) {
    Candidate candidate = document.candidate();
    Map<String, Object> entry = new LinkedHashMap<>();
    putPlace(candidate.place(), entry);
    entry.put("actual", candidate.actual());
    if (!indices.containsKey(candidate.label())) {
      entry.put("label", candidate.label());
    }
    entry.put("predicted", candidate.predicted());
    entry.put("probability", rounded(candidate.probability()));
    if (candidate.abstains()) {
      entry.put("abstains", true);
    }
    putText(document, entry);
    entry.put(
        "top",
        candidate.top().stream()
            .map(scored -> List.of(indices.get(scored.category()), rounded(scored.probability())))
            .toList());
    return entry;
  }

  static void putPlace(DocumentPlace place, Map<String, Object> entry) {
    entry.put("file", place.fileName());
    entry.put("row", place.row());
    entry.put("line", place.line());
    if (!place.id().isEmpty()) {
      entry.put("id", place.id());
    }
  }

  private static void putText(ShownDocument document, Map<String, Object> entry) {
    String shown = document.candidate().shown(ShownDocument.SHOWN);
    int more = document.candidate().letters() - shown.length();
    entry.put("text", shown);
    if (more > 0) {
      entry.put("more", more);
    }
    if (!document.marks().isEmpty()) {
      entry.put(
          "marks",
          document.marks().stream()
              .map(mark -> List.of(mark.start(), mark.end(), weight(mark.weight())))
              .toList());
    }
  }

  /** Three digits, for the weights of very sure answers are small. */
  private static double weight(double value) {
    return new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }

  static double rounded(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }
}
