/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

/**
 * The population stability index: the sum over the categories of (actual - expected) * ln(actual /
 * expected), where both are shares.
 *
 * <p>Siddiqi, Credit Risk Scorecards (2006), takes less than 0.1 for stable and more than 0.25 for
 * a shift. Yurdakul, Statistical Properties of Population Stability Index (2018): without a shift
 * it is about (k - 1) / n, for n answers over k categories and a large baseline.
 */
final class PopulationStability {

  /** A category that is not there at all would make the index infinite. */
  private static final double MIN_SHARE = 1e-4;

  private PopulationStability() {}

  /**
   * @param expected a share for each category; they sum to 1
   * @param actual a count for each, not all 0
   * @return 0 or more
   */
  static double index(double[] expected, long[] actual) {
    double total = 0;
    for (long count : actual) {
      total += count;
    }
    double index = 0;
    for (int i = 0; i < expected.length; i++) {
      double e = Math.max(MIN_SHARE, expected[i]);
      double a = Math.max(MIN_SHARE, actual[i] / total);
      index += (a - e) * Math.log(a / e);
    }
    return index;
  }
}
