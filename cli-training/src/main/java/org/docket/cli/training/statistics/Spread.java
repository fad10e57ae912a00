/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.statistics;

import java.util.Locale;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * How values spread.
 *
 * @param mean of them
 * @param deviation their standard deviation (of a sample: n - 1); 0 of a single one
 */
public record Spread(double mean, double deviation) {

  /** Of at least one value. */
  public static Spread of(double... values) {
    return new Spread(
        Mean.of(values).getAsDouble(),
        values.length == 1 ? 0 : StandardDeviation.of(values).getAsDouble());
  }

  /** Both with so many digits behind the point. */
  public String text(int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f ± %." + digits + "f", mean, deviation);
  }
}
