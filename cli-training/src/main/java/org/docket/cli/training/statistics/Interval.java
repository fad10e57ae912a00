/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.statistics;

import org.apache.commons.statistics.descriptive.Quantile;

/**
 * A value with the 95 % interval that a bootstrap gives it (Efron 1979; percentiles).
 *
 * @param value as measured
 * @param low 2.5 % of the resampled values are lower
 * @param high 2.5 % of them are higher
 */
public record Interval(double value, double low, double high) {

  private static final double TAIL = 0.025;

  /** Of a measured value and those of resampled documents. */
  public static Interval of(double value, double[] resampled) {
    double[] ends = Quantile.withDefaults().evaluate(resampled, TAIL, 1 - TAIL);
    return new Interval(value, ends[0], ends[1]);
  }

  /** Whether it does not tell the value from another. */
  public boolean contains(double other) {
    return low <= other && other <= high;
  }

  /** One minus it: accuracy for error. */
  public Interval complement() {
    return new Interval(1 - value, 1 - high, 1 - low);
  }
}
