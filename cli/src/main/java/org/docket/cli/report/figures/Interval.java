/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

/**
 * An estimate and its 95 % interval.
 *
 * @param value the estimate, from 0 to 1
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double value, double low, double high) {

  /** How far apart the ends are. */
  public double width() {
    return high - low;
  }
}
