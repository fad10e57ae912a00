/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts by name, of a bounded number of names: what comes later is counted as {@value #OTHER}.
 * Safe for use by many threads.
 */
final class CountsByName {

  static final String OTHER = "(other)";

  private final int maxNames;
  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  CountsByName(int maxNames) {
    this.maxNames = maxNames;
  }

  void increment(String name) {
    LongAdder count = counts.get(name);
    if (count == null) {
      String counted = counts.size() < maxNames ? name : OTHER;
      count = counts.computeIfAbsent(counted, key -> new LongAdder());
    }
    count.increment();
  }

  /** A copy, in the order of the names. */
  Map<String, Long> snapshot() {
    Map<String, Long> snapshot = new TreeMap<>();
    counts.forEach((name, count) -> snapshot.put(name, count.sum()));
    return snapshot;
  }
}
