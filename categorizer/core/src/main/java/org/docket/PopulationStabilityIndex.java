/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far the mix of categories has moved: the sum over all categories of {@code (a - e) ln(a /
 * e)}, where e is a category's share before and a its share now (Siddiqi 2006, Credit Risk
 * Scorecards). The rule of thumb there: below 0.1 nothing has changed, above 0.25 much has.
 *
 * <p>Small samples move by chance alone: without any change the index of n documents now and m
 * before is about {@code (categories - 1) (1/n + 1/m)} in the mean (Yurdakul 2018, Statistical
 * Properties of Population Stability Index).
 */
public final class PopulationStabilityIndex {

  /** Added to each count: an empty category has no logarithm. */
  private static final double SMOOTHING = 0.5;

  private PopulationStabilityIndex() {}

  /**
   * The index.
   *
   * @param before documents by category, such as {@link Baseline#predicted}
   * @param now the same of later documents; a category that is in one alone has 0 in the other
   * @return 0 if both mixes are the same, or both are empty
   */
  public static double of(Map<String, Long> before, Map<String, Long> now) {
    Set<String> categories = new LinkedHashSet<>(before.keySet());
    categories.addAll(now.keySet());
    double index = 0;
    for (String category : categories) {
      double expected = share(category, before, categories.size());
      double actual = share(category, now, categories.size());
      index += (actual - expected) * Math.log(actual / expected);
    }
    return index;
  }

  private static double share(String category, Map<String, Long> counts, int categories) {
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    return (counts.getOrDefault(category, 0L) + SMOOTHING) / (all + SMOOTHING * categories);
  }
}
