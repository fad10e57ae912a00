/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many documents have a label and should have another: estimated, and listed. */
final class PairCounts {

  private static final Comparator<LabelErrorPair> MOST_FIRST =
      Comparator.comparingInt(LabelErrorPair::listed)
          .thenComparingDouble(LabelErrorPair::estimated)
          .reversed();

  private final Map<Integer, Map<Integer, Double>> estimated = new TreeMap<>();
  private final Map<Integer, Map<Integer, Integer>> listed = new TreeMap<>();

  /** Takes the estimates; nothing is listed yet. */
  PairCounts(ConfidentJoint joint) {
    for (int given = 0; given < joint.categories(); given++) {
      Map<Integer, Double> row = joint.calibrated(given);
      row.remove(given);
      if (!row.isEmpty()) {
        estimated.put(given, row);
      }
    }
  }

  /** A document more is listed. */
  void count(int given, int likely) {
    listed.computeIfAbsent(given, label -> new TreeMap<>()).merge(likely, 1, Integer::sum);
    estimated.computeIfAbsent(given, label -> new TreeMap<>()).putIfAbsent(likely, 0.0);
  }

  /** How many labels are wrong. */
  double estimated() {
    return estimated.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** By pair. */
  List<LabelErrorPair> named(List<String> categories) {
    List<LabelErrorPair> pairs = new ArrayList<>();
    estimated.forEach(
        (given, row) ->
            row.forEach(
                (likely, count) ->
                    pairs.add(
                        new LabelErrorPair(
                            categories.get(given),
                            categories.get(likely),
                            count,
                            listed.getOrDefault(given, Map.of()).getOrDefault(likely, 0)))));
    pairs.sort(MOST_FIRST);
    return pairs;
  }
}
