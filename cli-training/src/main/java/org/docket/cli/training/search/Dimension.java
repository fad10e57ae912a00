/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A key of the preset that is varied.
 *
 * @param key of the preset
 * @param words what it is drawn from, for people
 * @param draw draws a value, as a preset file has it
 */
record Dimension(String key, String words, Function<SplittableRandom, String> draw) {

  /** Digits that a drawn number has: more would only look exact. */
  private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  /** Evenly on the logarithm, so that halving and doubling are as likely. */
  static Dimension logarithmic(String key, double low, double high) {
    return new Dimension(
        key,
        plain(low) + " to " + plain(high) + ", evenly on the logarithm",
        random -> plain(low * Math.pow(high / low, random.nextDouble())));
  }

  /** Evenly between two shares, in steps of a hundredth. */
  static Dimension share(String key, double low, double high) {
    int from = (int) Math.round(100 * low);
    int to = (int) Math.round(100 * high);
    return new Dimension(
        key,
        plain(from / 100.0) + " to " + plain(to / 100.0),
        random -> plain(random.nextInt(from, to + 1) / 100.0));
  }

  /** One of some values, each as likely; those that are the same count once. */
  static Dimension choice(String key, List<String> values) {
    List<String> different = new ArrayList<>(new LinkedHashSet<>(values));
    return new Dimension(
        key,
        String.join(" | ", different),
        random -> different.get(random.nextInt(different.size())));
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
