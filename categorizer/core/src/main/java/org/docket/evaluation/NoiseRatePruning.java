/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses as many documents of each label and each other category as the confident joint says,
 * those with the largest margin: prune by noise rate (Northcutt et al. 2021, section 3.2).
 */
final class NoiseRatePruning {

  private final List<JudgedDocument> documents;

  /** By label, then by another category that is possible for the document. */
  private final Map<Integer, Map<Integer, List<Margin>>> margins = new HashMap<>();

  private NoiseRatePruning(List<JudgedDocument> documents) {
    this.documents = documents;
    for (int i = 0; i < documents.size(); i++) {
      addMargins(i);
    }
  }

  /** Chooses documents; their places in the list. */
  static BitSet choose(List<JudgedDocument> documents, ConfidentJoint joint) {
    NoiseRatePruning pruning = new NoiseRatePruning(documents);
    BitSet chosen = new BitSet();
    pruning.margins.forEach(
        (given, row) -> {
          Map<Integer, Double> estimated = joint.calibrated(given);
          row.forEach(
              (likely, candidates) ->
                  choose(candidates, Math.round(estimated.getOrDefault(likely, 0.0)), chosen));
        });
    return chosen;
  }

  /**
   * By how much another category is more probable than the label.
   *
   * @param place of the document in the list
   */
  private record Margin(int place, double size) {}

  private void addMargins(int place) {
    JudgedDocument document = documents.get(place);
    for (int i = 0; i < document.categories().length; i++) {
      int likely = document.categories()[i];
      if (likely != document.given()) {
        margins
            .computeIfAbsent(document.given(), given -> new HashMap<>())
            .computeIfAbsent(likely, category -> new ArrayList<>())
            .add(new Margin(place, document.probabilities()[i] - document.own()));
      }
    }
  }

  private static void choose(List<Margin> candidates, long count, BitSet chosen) {
    candidates.stream()
        .sorted(Comparator.comparingDouble(margin -> -margin.size()))
        .limit(count)
        .forEach(margin -> chosen.set(margin.place()));
  }
}
