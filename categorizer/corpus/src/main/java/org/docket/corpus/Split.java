/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Splits a corpus into a part to train on and a part to validate on: seeded, stratified by
 * category, and safe from leaks: complaints are often form letters, so texts with the same opening
 * stay on one side.
 *
 * @param training the larger part
 * @param validation the smaller part; each category's share is as near to the wished one as the
 *     groups of equal openings allow, and never above it by more than one document; a category's
 *     only document is not in it
 */
public record Split(List<LabelledText> training, List<LabelledText> validation) {

  /** So many letters make an opening. */
  static final int OPENING = 200;

  public Split {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Splits.
   *
   * @param corpus the documents
   * @param share of the validation part, above 0 and below 1
   * @param seed the same seed gives the same split
   */
  public static Split of(List<LabelledText> corpus, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1, but is " + share);
    }
    Map<String, Double> room = new HashMap<>();
    corpus.forEach(document -> room.merge(document.category(), share, Double::sum));
    // A category's only document is trained on: what was not learned cannot be measured.
    room.replaceAll((category, wished) -> wished > share ? wished : 0);
    List<List<LabelledText>> groups = new ArrayList<>(groups(corpus));
    Collections.shuffle(groups, new Random(seed));
    List<LabelledText> training = new ArrayList<>();
    List<LabelledText> validation = new ArrayList<>();
    for (List<LabelledText> group : groups) {
      (take(group, room) ? validation : training).addAll(group);
    }
    return new Split(training, validation);
  }

  /** The first letters of a text, in lower case: what form letters have in common. */
  static String opening(String text) {
    StringBuilder letters = new StringBuilder(OPENING);
    for (int i = 0; i < text.length() && letters.length() < OPENING; i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters.append(text.charAt(i));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static Collection<List<LabelledText>> groups(List<LabelledText> corpus) {
    Map<String, List<LabelledText>> groups = new LinkedHashMap<>();
    for (LabelledText document : corpus) {
      groups.computeIfAbsent(opening(document.text()), key -> new ArrayList<>()).add(document);
    }
    return groups.values();
  }

  /** Takes the group's place in the validation part if every category in it has room. */
  private static boolean take(List<LabelledText> group, Map<String, Double> room) {
    Map<String, Double> needed = new HashMap<>();
    group.forEach(document -> needed.merge(document.category(), 1.0, Double::sum));
    boolean fits =
        needed.entrySet().stream().allMatch(e -> room.get(e.getKey()) > e.getValue() - 1);
    if (fits) {
      needed.forEach((category, count) -> room.merge(category, -count, Double::sum));
    }
    return fits;
  }
}
