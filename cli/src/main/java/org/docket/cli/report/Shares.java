/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.Locale;
import org.docket.cli.report.figures.Interval;

/** Numbers in sentences. */
final class Shares {

  private Shares() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String percent(Interval interval) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (95 %% interval %.1f to %.1f %%)",
        100 * interval.value(),
        100 * interval.low(),
        100 * interval.high());
  }

  static String count(long documents) {
    return String.format(Locale.ROOT, documents == 1 ? "%,d document" : "%,d documents", documents);
  }
}
