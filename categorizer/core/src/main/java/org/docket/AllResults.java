/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * OpenNLP's way to show all categories in a line: {@code Mortgage[0.9000] Debt collection[0.1000]}.
 */
final class AllResults {

  private AllResults() {}

  static String format(List<String> categories, double[] results) {
    requireOneEach(categories, results);
    // DecimalFormat is not thread-safe, so each call has its own.
    DecimalFormat number =
        new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT));
    StringJoiner all = new StringJoiner("  ");
    for (int i = 0; i < results.length; i++) {
      all.add(categories.get(i) + "[" + number.format(results[i]) + "]");
    }
    return all.toString();
  }

  /** Refuses what this model cannot have answered. */
  static void requireOneEach(List<String> categories, double[] results) {
    if (results.length != categories.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there are %d categories, but %d results: they are not from this model",
              categories.size(),
              results.length));
    }
  }
}
