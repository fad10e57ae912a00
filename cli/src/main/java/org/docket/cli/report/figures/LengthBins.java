/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Bins of equal width for the lengths of texts, the same for all parts of the data; the last one
 * takes the few that are longer than the rest by far.
 *
 * @param bounds where bins begin, and at last where the last one ends
 */
public record LengthBins(List<Integer> bounds) {

  private static final int BINS = 30;
  private static final double MOST = 0.99;

  /** A limit is shown if it is not beyond so many times the usual lengths. */
  private static final int FAR = 2;

  public LengthBins {
    bounds = List.copyOf(bounds);
  }

  /** Bins for some parts. */
  public static LengthBins of(List<LengthTally> parts, OptionalInt limit) {
    int usual = parts.stream().mapToInt(part -> part.quantile(MOST)).max().orElse(0) + 1;
    int shown = limit.isPresent() && limit.getAsInt() <= FAR * usual ? limit.getAsInt() : 0;
    int end = Math.max(usual, shown + 1);
    int width = niceWidth(end);
    int longest = parts.stream().mapToInt(LengthTally::longest).max().orElse(0);
    List<Integer> bounds = new ArrayList<>();
    for (int bound = 0; bound < end; bound += width) {
      bounds.add(bound);
    }
    bounds.add(bounds.size() * width);
    if (longest >= bounds.get(bounds.size() - 1)) {
      bounds.add(longest + 1);
    }
    return new LengthBins(bounds);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static int niceWidth(int end) {
    int width = 1;
    for (int step = 0; width * (long) BINS < end; step++) {
      width = step % 3 == 1 ? width / 2 * 5 : width * 2;
    }
    return width;
  }

  /** How many bins there are. */
  public int size() {
    return bounds.size() - 1;
  }

  /** What to call the bins: where they begin, and a sign for the one that takes all longer ones. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int bin = 0; bin < size(); bin++) {
      boolean wide = to(bin) - from(bin) > to(0) - from(0);
      names.add(from(bin) + (wide ? "+" : ""));
    }
    return names;
  }

  /** Where a bin begins. */
  public int from(int bin) {
    return bounds.get(bin);
  }

  /** Where the next one begins. */
  public int to(int bin) {
    return bounds.get(bin + 1);
  }
}
