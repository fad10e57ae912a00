/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.training.statistics.Interval;
import org.docket.cli.training.work.ReportFolder;

/**
 * The report of a learning curve: {@code learning-curve.csv}, {@code learning-curve.json}, {@code
 * learning-curve.html}.
 */
public final class CurveReport {

  /** To open in a browser. */
  public static final String PAGE = "learning-curve.html";

  private static final List<String> HEADER =
      List.of("share", "draw", "documents", "accuracy", "macro_f1", "log_loss");

  /** Places of the band in a chart. */
  private static final int STEPS = 24;

  /** How far the law is drawn on. */
  private static final int FURTHEST = 4;

  private CurveReport() {}

  /**
   * Writes it.
   *
   * @param data of {@link #data}
   */
  public static void write(Curve curve, Map<String, Object> data, ReportFolder folder)
      throws IOException {
    folder.writeCsv(
        "learning-curve.csv",
        HEADER,
        curve.points().stream()
            .flatMap(point -> point.runs().stream())
            .<List<Object>>map(
                run ->
                    List.of(
                        run.share(),
                        run.repeat(),
                        run.documents(),
                        run.accuracy(),
                        run.macroF1(),
                        run.logLoss()))
            .toList());
    folder.writeJson("learning-curve.json", data);
    folder.writePage(PAGE, data);
  }

  /**
   * As scripts and the page read it.
   *
   * @param facts what it was made of
   */
  public static Map<String, Object> data(Curve curve, List<FactGroup> facts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", "learning-curve");
    data.put("title", "Learning curve, up to " + curve.documents() + " documents");
    data.put("findings", CurveWords.of(curve));
    data.put("categories", curve.categories());
    data.put("learningCurve", curve(curve));
    data.put("facts", facts);
    data.put(
        "files",
        List.of(
            Map.of("name", "learning-curve.csv", "what", "each training"),
            Map.of("name", "learning-curve.json", "what", "all of this page, for scripts")));
    return data;
  }

  private static Map<String, Object> curve(Curve curve) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("points", curve.points().stream().map(CurveReport::point).toList());
    curve
        .forecast()
        .ifPresent(
            forecast -> {
              double from = curve.smallest().documents();
              double all = curve.documents();
              map.put("law", forecast.law());
              map.put("flattens", forecast.flattens());
              map.put("band", forecast.band(from, FURTHEST * all, STEPS));
              map.put("forecast", List.of(at(forecast, 2 * all), at(forecast, FURTHEST * all)));
              map.put(
                  "categories",
                  curve.byGain().stream().map(c -> category(curve, forecast, c)).toList());
            });
    return map;
  }

  private static Map<String, Object> at(Forecast forecast, double documents) {
    return Map.of("documents", (long) documents, "accuracy", forecast.accuracy(documents));
  }

  private static Map<String, Object> category(Curve curve, Forecast forecast, int category) {
    Interval gain = forecast.categoryGain(category);
    return Map.of(
        "category",
        category,
        "f1",
        curve.trained().stream().map(point -> point.f1(category)).toList(),
        "gain",
        gain);
  }

  private static Map<String, Object> point(CurvePoint point) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("share", point.share());
    map.put("documents", point.documents());
    point.failure().ifPresent(failure -> map.put("failure", failure));
    map.put(
        "runs",
        point.runs().stream()
            .map(
                run ->
                    Map.of(
                        "draw", run.repeat(),
                        "accuracy", run.accuracy(),
                        "macroF1", run.macroF1(),
                        "logLoss", run.logLoss()))
            .toList());
    if (point.isThere()) {
      map.put("accuracy", point.spread(CurveRun::accuracy));
      map.put("macroF1", point.spread(CurveRun::macroF1));
      map.put("logLoss", point.spread(CurveRun::logLoss));
    }
    return map;
  }
}
