/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.ReliabilityBin;
import org.docket.evaluation.RiskCoverage;
import org.knowm.xchart.XYChart;

/** Confidence against accuracy, and coverage against precision. */
public final class CurveCharts {

  private CurveCharts() {}

  /** The reliability diagram. */
  public static void reliability(Evaluation evaluation, Path file) throws IOException {
    List<ReliabilityBin> bins =
        evaluation.reliability().stream().filter(bin -> bin.documents() > 0).toList();
    XYChart chart =
        Charts.curves("Reliability: is it as often right as it says?", "confidence", "accuracy");
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    Charts.line(chart, "as it should be", new double[] {0, 1}, new double[] {0, 1});
    chart.addSeries(
        "the model",
        bins.stream().mapToDouble(ReliabilityBin::meanConfidence).toArray(),
        bins.stream().mapToDouble(ReliabilityBin::accuracy).toArray());
    Charts.save(chart, file);
  }

  /** The risk-coverage curve, as precision. */
  public static void riskCoverage(List<RiskCoverage.Point> curve, Path file) throws IOException {
    XYChart chart =
        Charts.curves("Precision of what a threshold keeps", "coverage", "precision of the kept");
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0);
    Charts.line(
        chart,
        "by rising threshold, from the right",
        curve.stream().mapToDouble(RiskCoverage.Point::coverage).toArray(),
        curve.stream().mapToDouble(RiskCoverage.Point::precision).toArray());
    Charts.save(chart, file);
  }
}
