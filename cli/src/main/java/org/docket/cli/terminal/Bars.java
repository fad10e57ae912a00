/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts as bars: a line each with name, bar, count and share, in at most 80 columns, and on a
 * narrower terminal in its own.
 */
public final class Bars {

  private static final int BAR = 30;

  private static final int SHORTEST_BAR = 6;

  /** Longer names are cut, so that a line fits. */
  private static final int NAME = 28;

  private static final int SHORTEST_NAME = 10;

  /** Count and share, with what stands between. */
  private static final int FIGURES = 20;

  private static final int COLUMNS = FIGURES + NAME + BAR;

  /** A screen of them; in a file more can be read. */
  private static final int ON_TERMINAL = 40;

  private static final int IN_FILE = 100;

  private final Glyphs glyphs;
  private final Paint paint;
  private final int most;
  private final int columns;

  /** Bars for a terminal, or for a file: those are of ASCII, and never painted. */
  public static Bars on(Terminal terminal) {
    return terminal.interactive()
        ? new Bars(terminal.glyphs(), terminal.paint(), ON_TERMINAL, terminal.columns())
        : new Bars(Glyphs.ASCII, Paint.NONE, IN_FILE);
  }

  /**
   * Bars.
   *
   * @param most lines that are drawn; the rest is told in one
   */
  public Bars(Glyphs glyphs, Paint paint, int most) {
    this(glyphs, paint, most, COLUMNS);
  }

  Bars(Glyphs glyphs, Paint paint, int most, int columns) {
    this.columns = columns;
    this.glyphs = glyphs;
    this.paint = paint;
    this.most = most;
  }

  /** The lines of some counts, in their order. */
  public List<String> lines(Map<String, Long> counts) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    long max = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Map.Entry<String, Long>> shown = counts.entrySet().stream().limit(most).toList();
    int width = shown.stream().mapToInt(e -> DisplayWidth.of(name(e.getKey()))).max().orElse(1);
    int bar = Math.max(SHORTEST_BAR, Math.min(BAR, columns - FIGURES - width));
    List<String> lines = new ArrayList<>();
    long rest = total;
    for (Map.Entry<String, Long> entry : shown) {
      long count = entry.getValue();
      lines.add(
          DisplayWidth.pad(name(entry.getKey()), width)
              + "  "
              + line(bar, (double) count / Math.max(1, max), count, total));
      rest -= count;
    }
    if (counts.size() > most) {
      lines.add(
          format(
              "and %,d more, %,d (%.1f %%) together",
              counts.size() - most, rest, 100.0 * rest / Math.max(1, total)));
    }
    return lines;
  }

  private String name(String category) {
    int fits = Math.max(SHORTEST_NAME, columns - FIGURES - SHORTEST_BAR);
    return glyphs.shorten(category, Math.min(NAME, fits));
  }

  /** Of what has no parts of columns, the smallest bar is a whole one. */
  private double bound() {
    return 1.0 / glyphs.blocks().length();
  }

  private String line(int width, double share, long count, long total) {
    String bar = glyphs.bar(count == 0 ? 0 : Math.max(bound(), width * share));
    return paint.bar(bar)
        + " ".repeat(width - DisplayWidth.of(bar))
        + format(" %,8d %5.1f %%", count, 100.0 * count / Math.max(1, total));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
