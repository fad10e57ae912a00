/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.report.figures.Intervals;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.RiskCoverage;

/** The figures of one model as the page shows them. */
final class EvaluationData {

  /** The most points of the risk-coverage curve. */
  static final int POINTS = 400;

  /** The most categories of which all counts of the confusion are shown. */
  private static final int MOST = 1000;

  private EvaluationData() {}

  /** Keys: confusion (without documents), perCategory, reliability, riskCoverage. */
  static Map<String, Object> of(Evaluation evaluation, Intervals intervals) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("confusion", confusion(evaluation));
    data.put("perCategory", intervals.perCategory());
    Map<String, Object> reliability = new LinkedHashMap<>();
    reliability.put("ece", evaluation.ece());
    reliability.put("bins", evaluation.reliability());
    data.put("reliability", reliability);
    data.put("riskCoverage", riskCoverage(evaluation));
    return data;
  }

  /** Without counts for thousands of categories: nobody can look at millions of numbers. */
  static Map<String, Object> confusion(Evaluation evaluation) {
    Map<String, Object> confusion = new LinkedHashMap<>();
    if (evaluation.categories().size() <= MOST) {
      confusion.put("counts", evaluation.confusion());
    }
    return confusion;
  }

  private static List<Map<String, Object>> riskCoverage(Evaluation evaluation) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (RiskCoverage.Point point : evaluation.riskCoverage().curve(POINTS)) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("threshold", point.threshold());
      entry.put("coverage", point.coverage());
      entry.put("precision", point.precision());
      entry.put("kept", Math.round(point.coverage() * evaluation.documents()));
      points.add(entry);
    }
    return points;
  }
}
