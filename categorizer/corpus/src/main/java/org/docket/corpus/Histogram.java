/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts categories. For one thread. */
public final class Histogram {

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

  /** The counts by category, the largest first, of equal ones in the order of the names; a copy. */
  public Map<String, Long> largestFirst() {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
