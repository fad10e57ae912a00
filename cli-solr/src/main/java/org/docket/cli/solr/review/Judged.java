/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Tags that people looked at.
 *
 * @param name what they have in common, such as a category
 * @param accepted how many were found right
 * @param corrected how many were given another category
 * @param claimed the mean probability that the model gave them; absent if it gave none
 */
record Judged(String name, long accepted, long corrected, Optional<Double> claimed) {

  /** Of fewer the share says next to nothing. */
  static final int ENOUGH = 20;

  private static final double LEVEL = 0.95;

  long documents() {
    return accepted + corrected;
  }

  /** The share that was accepted; NaN of none. */
  double share() {
    return (double) accepted / documents();
  }

  /** The 95 % interval of the share (Wilson 1927): from nothing to all where nobody looked. */
  double low() {
    return interval(LEVEL)
        .map(ConfidenceInterval::getLowerBound)
        .map(l -> Math.max(0, l))
        .orElse(0.0);
  }

  /** Its upper end. */
  double high() {
    return high(LEVEL);
  }

  private double high(double level) {
    return interval(level)
        .map(ConfidenceInterval::getUpperBound)
        .map(h -> Math.min(1, h))
        .orElse(1.0);
  }

  boolean isEnough() {
    return documents() >= ENOUGH;
  }

  /**
   * Whether fewer are right than the model claims, beyond chance.
   *
   * @param groups how many are looked at: among many, some deviate by chance (Bonferroni)
   */
  boolean isOverclaimed(int groups) {
    return isEnough()
        && claimed.filter(value -> value > high(1 - (1 - LEVEL) / Math.max(1, groups))).isPresent();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("documents", documents());
    json.put("accepted", accepted);
    json.put("corrected", corrected);
    json.put("share", documents() == 0 ? null : share());
    json.put("low", low());
    json.put("high", high());
    json.put("claimed", claimed.orElse(null));
    return json;
  }

  private Optional<ConfidenceInterval> interval(double level) {
    return documents() == 0
        ? Optional.empty()
        : Optional.of(
            new WilsonScoreInterval()
                .createInterval(Math.toIntExact(documents()), Math.toIntExact(accepted), level));
  }
}
