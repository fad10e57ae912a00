/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Splits a corpus into a part to train on and a part to validate on: seeded, stratified by
 * category, and grouped, so that nothing leaks: complaints are often form letters, so texts with
 * the same group key stay on one side. Knows documents by their numbers, so that nobody need hold
 * their texts.
 */
public final class Split {

  /** So many letters make a group key. */
  static final int GROUP_KEY_LETTERS = 200;

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Split() {}

  /**
   * What form letters have in common: a hash of a text's first letters, in lower case (FNV-1a, 64
   * bits; texts that share it by accident only stay on the same side).
   */
  public static long groupKey(String text) {
    long hash = FNV_START;
    int letters = 0;
    for (int i = 0; i < text.length() && letters < GROUP_KEY_LETTERS; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * FNV_PRIME;
        letters++;
      }
    }
    return hash;
  }

  /**
   * Chooses the documents to validate on. Each category's share is as near to the wished one as the
   * groups of equal keys allow, and never above it by more than one document; a category's only
   * document is not in it.
   *
   * @param groupKeys of each document
   * @param categories of each document, as numbers; negative without a label, and never validated
   *     on
   * @param share of the validation part, above 0 and below 1
   * @param seed the same seed gives the same split
   * @return the numbers of the validation documents
   */
  public static BitSet validation(long[] groupKeys, int[] categories, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1, but is " + share);
    }
    Map<Integer, Double> room = new HashMap<>();
    for (int category : categories) {
      room.merge(category, share, Double::sum);
    }
    // A category's only document is trained on: what was not learned cannot be measured.
    room.replaceAll((category, wished) -> category >= 0 && wished > share ? wished : 0);
    int[] next = new int[groupKeys.length];
    List<Integer> firsts = chain(groupKeys, next);
    Collections.shuffle(firsts, new Random(seed));
    BitSet validation = new BitSet(groupKeys.length);
    for (int first : firsts) {
      if (take(first, next, categories, room)) {
        for (int document = first; document >= 0; document = next[document]) {
          validation.set(document);
        }
      }
    }
    return validation;
  }

  /**
   * As {@link #validation(long[], int[], double, long)}, but for documents that are only to be
   * learned from, and those that begin like one. Those that come last change nothing of the choice
   * otherwise, so that figures can be compared with those of before.
   *
   * @param learnedOnly their numbers
   */
  public static BitSet validation(
      long[] groupKeys, int[] categories, BitSet learnedOnly, double share, long seed) {
    int[] measurable = measurable(groupKeys, categories, learnedOnly);
    int count = groupKeys.length;
    while (count > 0 && learnedOnly.get(count - 1)) {
      count--;
    }
    return validation(
        Arrays.copyOf(groupKeys, count), Arrays.copyOf(measurable, count), share, seed);
  }

  /**
   * The categories of the documents that may be measured on: a document that is only to be learned
   * from, and each that begins like one, has none.
   *
   * @param groupKeys of each document
   * @param categories of each document, as numbers; negative without a label
   * @param learnedOnly the numbers of the documents that are only to be learned from
   * @return a copy, for {@link Folds}
   */
  public static int[] measurable(long[] groupKeys, int[] categories, BitSet learnedOnly) {
    int[] measurable = categories.clone();
    if (learnedOnly.isEmpty()) {
      return measurable;
    }
    Set<Long> groups = new HashSet<>();
    learnedOnly.stream().forEach(document -> groups.add(groupKeys[document]));
    for (int document = 0; document < measurable.length; document++) {
      if (groups.contains(groupKeys[document])) {
        measurable[document] = -1;
      }
    }
    return measurable;
  }

  /**
   * Groups documents by their keys.
   *
   * @param next becomes, for each document, the next one with the same key, or -1
   * @return the first document of each group
   */
  private static List<Integer> chain(long[] groupKeys, int[] next) {
    List<Integer> firsts = new ArrayList<>();
    Map<Long, Integer> lasts = new HashMap<>();
    for (int document = 0; document < groupKeys.length; document++) {
      next[document] = -1;
      Integer last = lasts.put(groupKeys[document], document);
      if (last == null) {
        firsts.add(document);
      } else {
        next[last] = document;
      }
    }
    return firsts;
  }

  /** Takes the group's place in the validation part if every category in it has room. */
  private static boolean take(int first, int[] next, int[] categories, Map<Integer, Double> room) {
    Map<Integer, Double> needed = new HashMap<>();
    for (int document = first; document >= 0; document = next[document]) {
      needed.merge(categories[document], 1.0, Double::sum);
    }
    boolean fits =
        needed.entrySet().stream().allMatch(e -> room.get(e.getKey()) > e.getValue() - 1);
    if (fits) {
      needed.forEach((category, count) -> room.merge(category, -count, Double::sum));
    }
    return fits;
  }
}
