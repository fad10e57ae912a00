/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.util.List;

/** A curve in one line of text, a column for each value. */
public final class Sparkline {

  private Sparkline() {}

  /**
   * Draws values between the lowest and the highest of them.
   *
   * @param values the last of which are drawn if there is no room for all; what is no number is a
   *     gap
   * @return empty if the terminal has no characters for it
   */
  public static String of(List<Double> values, int columns, Glyphs glyphs) {
    String levels = glyphs.levels();
    if (levels.isEmpty()) {
      return "";
    }
    List<Double> drawn = values.subList(Math.max(0, values.size() - columns), values.size());
    double min = drawn.stream().filter(Double::isFinite).mapToDouble(x -> x).min().orElse(0);
    double max = drawn.stream().filter(Double::isFinite).mapToDouble(x -> x).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (double value : drawn) {
      double height = max > min ? (value - min) / (max - min) : 0.5;
      int level = (int) Math.round(height * (levels.length() - 1));
      line.append(Double.isFinite(value) ? levels.charAt(level) : ' ');
    }
    return line.toString();
  }
}
