/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.docket.error.DocketException;

/**
 * The folds of a cross-validation: seeded, stratified by category, and grouped, as {@link Split}
 * groups, so that no form letter is learned from and measured on. Immutable.
 */
public final class Folds {

  private final int[] folds;
  private final int count;

  private Folds(int[] folds, int count) {
    this.folds = folds;
    this.count = count;
  }

  /**
   * Puts documents into folds: large groups first, each where its categories have the fewest
   * documents so far.
   *
   * @param groupKeys of each document
   * @param categories of each document, as numbers; negative without a label, and then in no fold
   * @param names of the categories, by number
   * @param count how many folds; at least 2
   * @param seed the same seed gives the same folds
   * @throws DocketException if a category has fewer different documents than there are folds
   */
  public static Folds of(
      long[] groupKeys, int[] categories, List<String> names, int count, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("there must be at least 2 folds, but are " + count);
    }
    Map<Long, List<Integer>> groups = new LinkedHashMap<>();
    for (int document = 0; document < groupKeys.length; document++) {
      if (categories[document] >= 0) {
        groups.computeIfAbsent(groupKeys[document], key -> new ArrayList<>()).add(document);
      }
    }
    requireEnough(groups.values(), categories, names, count);
    List<List<Integer>> order = new ArrayList<>(groups.values());
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingInt(group -> -group.size())); // stable
    return new Folds(assign(order, categories, names.size(), count), count);
  }

  private static void requireEnough(
      Iterable<List<Integer>> groups, int[] categories, List<String> names, int count) {
    int[] different = new int[names.size()];
    int[] documents = new int[names.size()];
    for (List<Integer> group : groups) {
      group.stream().mapToInt(d -> categories[d]).distinct().forEach(c -> different[c]++);
      group.forEach(document -> documents[categories[document]]++);
    }
    for (int category = 0; category < different.length; category++) {
      if (documents[category] > 0 && different[category] < count) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%d folds need %d different documents of each category, but \"%s\" has %d%s; ask for"
                    + " fewer folds, or drop or merge the category with --label-map",
                count,
                count,
                names.get(category),
                different[category],
                different[category] == documents[category]
                    ? ""
                    : " (" + documents[category] + " with those that begin alike)"));
      }
    }
  }

  private static int[] assign(
      List<List<Integer>> groups, int[] categories, int categoryCount, int count) {
    int[] folds = new int[categories.length];
    Arrays.fill(folds, -1);
    int[][] documents = new int[count][categoryCount];
    int[] sizes = new int[count];
    for (List<Integer> group : groups) {
      int fold = emptiest(group, categories, documents, sizes);
      for (int document : group) {
        folds[document] = fold;
        documents[fold][categories[document]]++;
        sizes[fold]++;
      }
    }
    return folds;
  }

  /** The fold with the fewest documents of the group's categories; of equals the smallest. */
  private static int emptiest(
      List<Integer> group, int[] categories, int[][] documents, int[] sizes) {
    Map<Integer, Integer> needed = new HashMap<>();
    group.forEach(document -> needed.merge(categories[document], 1, Integer::sum));
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int fold = 0; fold < sizes.length; fold++) {
      long there = 0;
      for (Map.Entry<Integer, Integer> each : needed.entrySet()) {
        there += (long) each.getValue() * documents[fold][each.getKey()];
      }
      if (there < least || there == least && sizes[fold] < sizes[best]) {
        least = there;
        best = fold;
      }
    }
    return best;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The fold of a document, from 0; -1 without one. */
  public int of(int document) {
    return folds[document];
  }

  /** The documents of a fold, from 0. */
  public BitSet documents(int fold) {
    BitSet documents = new BitSet(folds.length);
    IntStream.range(0, folds.length).filter(d -> folds[d] == fold).forEach(documents::set);
    return documents;
  }
}
