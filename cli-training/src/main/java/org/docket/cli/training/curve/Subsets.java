/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Parts of the documents as if fewer had been labelled: of each category the same share, at least
 * one document, and a larger part has all of a smaller one of the same seed. Immutable.
 */
final class Subsets {

  private final Map<Integer, List<Integer>> byCategory = new TreeMap<>();

  /**
   * Draws the order in which documents join.
   *
   * @param documents those to choose from
   * @param categories of all documents, by number
   */
  Subsets(BitSet documents, int[] categories, long seed) {
    documents.stream()
        .forEach(
            document ->
                byCategory
                    .computeIfAbsent(categories[document], category -> new ArrayList<>())
                    .add(document));
    Random random = new Random(seed);
    byCategory.values().forEach(own -> Collections.shuffle(own, random));
  }

  /** The first documents of each category. */
  BitSet share(double share) {
    BitSet part = new BitSet();
    for (List<Integer> own : byCategory.values()) {
      int count = (int) Math.ceil(share * own.size() - 1e-9); // 0.1 of 30 is 3
      own.subList(0, count).forEach(part::set);
    }
    return part;
  }
}
