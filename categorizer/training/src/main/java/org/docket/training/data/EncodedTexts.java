/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.Arrays;

/**
 * Some texts of a corpus as ids of tokens, with their labels. Immutable and safe for use by many
 * threads.
 */
public final class EncodedTexts {

  /** The label of a text that nobody labelled but a teacher. */
  public static final int NO_LABEL = -1;

  private final TextColumns columns;
  private final int[] ids;
  private final int[] texts;
  private final int[] labels;
  private final SoftLabels softLabels;
  private final int[] softCategories;
  private final ReviewedTexts reviewed;

  /**
   * Takes what it is made of; arrays are not copied.
   *
   * @param columns of all texts of the corpus
   * @param ids for each number of a token in the columns its id
   * @param texts which ones of the corpus
   * @param labels the index of the category of each of these; {@link #NO_LABEL} without one
   * @param softLabels of all texts of the corpus
   * @param softCategories for each category its index among those of the soft labels, or -1
   * @param reviewed those of all texts of the corpus
   */
  EncodedTexts(
      TextColumns columns,
      int[] ids,
      int[] texts,
      int[] labels,
      SoftLabels softLabels,
      int[] softCategories,
      ReviewedTexts reviewed) {
    this.columns = columns;
    this.ids = ids;
    this.texts = texts;
    this.labels = labels;
    this.softLabels = softLabels;
    this.softCategories = softCategories;
    this.reviewed = reviewed;
  }

  /** How many texts there are. */
  public int size() {
    return texts.length;
  }

  /** The number of a text among all texts of the corpus, in the order in which they were added. */
  public int document(int text) {
    return texts[text];
  }

  /** How many tokens a text has. */
  public int length(int text) {
    return columns.length(texts[text]);
  }

  /** The ids of a text; a copy. */
  public int[] ids(int text) {
    int[] result = columns.tokens(texts[text]);
    for (int i = 0; i < result.length; i++) {
      result[i] = ids[result[i]];
    }
    return result;
  }

  /** The index of the category of a text, or {@link #NO_LABEL}. */
  public int label(int text) {
    return labels[text];
  }

  /** Whether a person reviewed a text, so that its label is certain. */
  public boolean isReviewed(int text) {
    return reviewed.has(texts[text]);
  }

  /** How much a text counts: 1, unless it is reviewed. */
  public double weight(int text) {
    return reviewed.weight(texts[text]);
  }

  /** Whether a teacher gave probabilities for a text. */
  public boolean hasSoftLabel(int text) {
    return softLabels.has(texts[text]);
  }

  /** A teacher's probability of a category for a text that {@link #hasSoftLabel}. */
  public float softLabel(int text, int category) {
    int soft = softCategories[category];
    return soft < 0 ? 0 : softLabels.get(texts[text], soft);
  }

  /** How many texts each category has; those without a label do not count. */
  public int[] labelCounts(int categories) {
    int[] counts = new int[categories];
    Arrays.stream(labels).filter(label -> label != NO_LABEL).forEach(label -> counts[label]++);
    return counts;
  }
}
