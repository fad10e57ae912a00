/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many documents have which label and should likely have which: the confident joint of
 * Northcutt et al. 2021, section 3.1, with its calibration. Sparse, as models may have thousands of
 * categories.
 */
final class ConfidentJoint {

  /** A mean of equal numbers may come out above them by a rounding. */
  private static final double ROUNDING = 1e-6;

  private final double[] thresholds;
  private final int[] labelled;
  private final Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();

  ConfidentJoint(int categories, List<JudgedDocument> documents) {
    thresholds = new double[categories];
    labelled = new int[categories];
    for (JudgedDocument document : documents) {
      thresholds[document.given()] += document.own();
      labelled[document.given()]++;
    }
    for (int i = 0; i < categories; i++) {
      // No document has the label: none can be as sure of it as those that have it.
      thresholds[i] = labelled[i] == 0 ? Double.POSITIVE_INFINITY : thresholds[i] / labelled[i];
    }
    documents.forEach(this::count);
  }

  int categories() {
    return thresholds.length;
  }

  /** How probable a category is on average where it is the label. */
  double threshold(int category) {
    return thresholds[category];
  }

  /**
   * The estimated counts of what documents of a label should have, so that they sum to the number
   * of these documents: by category, those of zero left out.
   */
  Map<Integer, Double> calibrated(int given) {
    Map<Integer, Integer> row = counts.getOrDefault(given, Map.of());
    int confident = row.values().stream().mapToInt(Integer::intValue).sum();
    Map<Integer, Double> calibrated = new TreeMap<>();
    if (confident == 0 && labelled[given] > 0) {
      calibrated.put(given, (double) labelled[given]); // nothing speaks against the labels
    }
    row.forEach(
        (likely, count) -> calibrated.put(likely, (double) count * labelled[given] / confident));
    return calibrated;
  }

  /** Under the most probable category that reaches its threshold, if one does. */
  private void count(JudgedDocument document) {
    for (int i = 0; i < document.categories().length; i++) {
      int category = document.categories()[i];
      if (document.probabilities()[i] >= thresholds[category] - ROUNDING) {
        counts
            .computeIfAbsent(document.given(), given -> new TreeMap<>())
            .merge(category, 1, Integer::sum);
        return;
      }
    }
  }
}
