/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.docket.cli.training.statistics.Interval;

/** What a learning curve says, in sentences, the most important one first. */
final class CurveWords {

  /** So many categories are told of. */
  private static final int TOLD = 3;

  /** A gain of accuracy that somebody may want more labels for. */
  private static final double WORTH_HAVING = 0.02;

  private CurveWords() {}

  /** Of a curve whose forecast is known, or absent if there are too few sizes. */
  static List<String> of(Curve curve) {
    if (curve.forecast().isEmpty()) {
      return List.of(
          "Fewer than three sizes could be trained: that is no curve. Label more documents first.");
    }
    Forecast forecast = curve.forecast().get();
    List<String> words = new ArrayList<>();
    if (forecast.gainOver(0).low() <= 0) {
      words.add(noGain(curve, forecast.gainOver(0)));
    } else {
      words.add(doubling(curve, forecast));
      words.add(lastStep(curve, forecast));
      if (forecast.flattens()) {
        words.add(
            "The curve flattens: with all documents the error lies above the law that the smaller"
                + " parts follow, so that these forecasts are likely too hopeful.");
      }
    }
    words.addAll(categories(curve, forecast));
    words.add(
        "A forecast is a power law drawn on. It holds for more labels of the same kind, labelled"
            + " with the same care, and knows no error that stays: rather expect its lower end. The"
            + " validation part chose the epochs too, which makes all figures a little too good, each"
            + " by about as much.");
    return words;
  }

  /** That it is flat can be said only where a gain worth having would have been seen. */
  private static String noGain(Curve curve, Interval gain) {
    return String.format(
        Locale.ROOT,
        "No improvement is visible beyond the noise: from %,d to %,d documents the accuracy changed"
            + " by %s points. %s",
        curve.smallest().documents(),
        curve.documents(),
        points(gain),
        gain.high() > WORTH_HAVING
            ? "There are too few validation documents to tell what more labels would buy: label more"
                + " of them first, or give --validation."
            : "More labels of the same kind are not worth their price; look at the label errors and"
                + " the categories first.");
  }

  private static String doubling(Curve curve, Forecast forecast) {
    int documents = curve.documents();
    return String.format(
        Locale.ROOT,
        "Now, with %,d documents, the accuracy is %.3f. With twice as many the law expects %s, with"
            + " four times as many %s (error = %.3g / documents^%.2f).",
        documents,
        curve.whole().spread(CurveRun::accuracy).mean(),
        range(forecast.accuracy(2.0 * documents)),
        range(forecast.accuracy(4.0 * documents)),
        forecast.law().factor(),
        forecast.law().exponent());
  }

  private static String lastStep(Curve curve, Forecast forecast) {
    int before = curve.trained().size() - 2;
    Interval gain = forecast.gainOver(before);
    return String.format(
        Locale.ROOT,
        "The last step, from %,d to %,d documents, gained %s points of accuracy%s.",
        curve.trained().get(before).documents(),
        curve.documents(),
        points(gain),
        gain.low() <= 0 ? ": not more than the noise" : "");
  }

  /** Those whose gain is no noise, the largest first. */
  private static List<String> categories(Curve curve, Forecast forecast) {
    List<String> gaining =
        curve.byGain().stream()
            .filter(category -> forecast.categoryGain(category).low() > 0)
            .limit(TOLD)
            .map(
                category ->
                    String.format(
                        Locale.ROOT,
                        "%s (F1 %+.3f)",
                        curve.categories().get(category),
                        forecast.categoryGain(category).value()))
            .toList();
    return List.of(
        gaining.isEmpty()
            ? "No category's F1 gained more than the noise in the last step."
            : "Most gained in the last step: " + String.join(", ", gaining) + ".");
  }

  private static String range(Interval accuracy) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", accuracy.value(), accuracy.low(), accuracy.high());
  }

  private static String points(Interval gain) {
    return String.format(
        Locale.ROOT,
        "%+.1f (%+.1f to %+.1f)",
        100 * gain.value(),
        100 * gain.low(),
        100 * gain.high());
  }
}
