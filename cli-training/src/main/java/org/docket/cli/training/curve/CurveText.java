/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.docket.cli.training.statistics.Spread;

/** A learning curve as text for a terminal. */
public final class CurveText {

  /** The most categories in the table. */
  private static final int MOST = 30;

  private final PrintWriter out;
  private final int validated;

  /**
   * Begins.
   *
   * @param validated documents of the validation part
   */
  public CurveText(PrintWriter out, int validated) {
    this.out = out;
    this.validated = validated;
  }

  /** Says how a size went that could not be trained, or nothing. */
  public void done(CurvePoint point) {
    if (point.isThere()) {
      out.printf(
          Locale.ROOT,
          "%3.0f %% of the documents, %,d: accuracy %s%n",
          100 * point.share(),
          point.documents(),
          text(point, CurveRun::accuracy));
    } else {
      out.printf(
          Locale.ROOT,
          "%3.0f %% of the documents, %,d: left out: %s%n",
          100 * point.share(),
          point.documents(),
          point.failure().orElse(""));
    }
    out.flush();
  }

  /** Prints the table, what it means, and the categories. */
  public void print(Curve curve) {
    out.printf(
        Locale.ROOT,
        "%nlearning curve, each size measured on the same %,d documents:%n",
        validated);
    out.println("share  documents  runs           log loss           accuracy           macro-F1");
    for (CurvePoint point : curve.trained()) {
      out.printf(
          Locale.ROOT,
          "%3.0f %%  %,9d  %4d  %17s  %17s  %17s%n",
          100 * point.share(),
          point.documents(),
          point.runs().size(),
          text(point, CurveRun::logLoss),
          text(point, CurveRun::accuracy),
          text(point, CurveRun::macroF1));
    }
    out.println();
    CurveWords.of(curve).forEach(out::println);
    printCategories(curve);
    out.flush();
  }

  private static String text(CurvePoint point, ToDoubleFunction<CurveRun> figure) {
    Spread spread = point.spread(figure);
    return point.runs().size() == 1
        ? String.format(Locale.ROOT, "%.4f         ", spread.mean())
        : spread.text(4);
  }

  private void printCategories(Curve curve) {
    int width = curve.categories().stream().mapToInt(String::length).max().orElse(8);
    String name = "%-" + Math.max(8, width) + "s";
    out.println();
    out.printf(Locale.ROOT, name, "F1 with");
    curve.trained().forEach(p -> out.printf(Locale.ROOT, "  %,9d", p.documents()));
    out.println("  gain of the last step");
    for (int category : curve.byGain().stream().limit(MOST).toList()) {
      out.printf(Locale.ROOT, name, curve.categories().get(category));
      curve.trained().forEach(p -> out.printf(Locale.ROOT, "  %9.3f", p.f1(category)));
      curve
          .forecast()
          .map(forecast -> forecast.categoryGain(category))
          .ifPresent(
              gain ->
                  out.printf(
                      Locale.ROOT,
                      "  %+.3f (%+.3f to %+.3f)",
                      gain.value(),
                      gain.low(),
                      gain.high()));
      out.println();
    }
    if (curve.categories().size() > MOST) {
      out.printf(
          Locale.ROOT, "and %,d categories that gained less%n", curve.categories().size() - MOST);
    }
  }
}
