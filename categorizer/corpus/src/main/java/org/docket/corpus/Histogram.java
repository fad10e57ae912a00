/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts categories and draws them as bars for a terminal. For one thread. */
public final class Histogram {

  private static final int BAR = 30;

  /** Longer names are cut, so that a line fits into 80 columns. */
  private static final int NAME = 28;

  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts one document. */
  public void add(String category) {
    counts.merge(category, 1L, Long::sum);
  }

  /** Adds many documents of a category. */
  public void add(String category, long documents) {
    counts.merge(category, documents, Long::sum);
  }

  /** The counts by category, in the order of the names; a copy. */
  public Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** A line for each category, the largest first: name, bar, count, share; at most 80 columns. */
  public List<String> lines() {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    long max = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    int width = counts.keySet().stream().mapToInt(name -> cut(name).length()).max().orElse(1);
    List<Map.Entry<String, Long>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Long> entry : entries) {
      long count = entry.getValue();
      String bar = "#".repeat((int) Math.max(1, Math.round((double) BAR * count / max)));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %-" + BAR + "s %,8d %5.1f %%",
              cut(entry.getKey()),
              bar,
              count,
              100.0 * count / total));
    }
    return lines;
  }

  private static String cut(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 3) + "...";
  }
}
