/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.corpus.Split;

/**
 * Texts in folds: those of a group (form letters) in one, and of each category about as many in
 * each. The seed draws which. Immutable.
 */
final class Folds {

  private final int[] folds;
  private final int count;

  private Folds(int[] folds, int count) {
    this.folds = folds;
    this.count = count;
  }

  /** Puts texts in folds. */
  static Folds of(List<LabelledText> texts, int[] labels, int categories, int count, long seed) {
    Map<Long, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      groups.computeIfAbsent(Split.groupKey(texts.get(i).text()), key -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> order = new ArrayList<>(groups.values());
    Collections.shuffle(order, new Random(seed));
    int[] folds = new int[texts.size()];
    int[][] perCategory = new int[categories][count];
    int[] sizes = new int[count];
    for (List<Integer> group : order) {
      int[] own = perCategory[labels[group.get(0)]];
      int fold = least(own, sizes);
      for (int text : group) {
        folds[text] = fold;
        perCategory[labels[text]][fold]++;
        sizes[fold]++;
      }
    }
    return new Folds(folds, count);
  }

  private static int least(int[] own, int[] sizes) {
    int best = 0;
    for (int fold = 1; fold < sizes.length; fold++) {
      if (own[fold] < own[best] || own[fold] == own[best] && sizes[fold] < sizes[best]) {
        best = fold;
      }
    }
    return best;
  }

  int count() {
    return count;
  }

  int of(int text) {
    return folds[text];
  }

  /** The texts that a fold's heads learn from. */
  int[] others(int fold) {
    return IntStream.range(0, folds.length).filter(text -> folds[text] != fold).toArray();
  }
}
