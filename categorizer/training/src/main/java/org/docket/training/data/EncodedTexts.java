/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.Arrays;

/**
 * Some texts of a corpus as ids of tokens, with their labels. Immutable and safe for use by many
 * threads.
 */
public final class EncodedTexts {

  private final TextColumns columns;
  private final int[] ids;
  private final int[] texts;
  private final int[] labels;

  /**
   * Takes what it is made of; arrays are not copied.
   *
   * @param columns of all texts of the corpus
   * @param ids for each number of a token in the columns its id
   * @param texts which ones of the corpus
   * @param labels the index of the category of each of these
   */
  EncodedTexts(TextColumns columns, int[] ids, int[] texts, int[] labels) {
    this.columns = columns;
    this.ids = ids;
    this.texts = texts;
    this.labels = labels;
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

  /** The index of the category of a text. */
  public int label(int text) {
    return labels[text];
  }

  /** How many texts each category has. */
  public int[] labelCounts(int categories) {
    int[] counts = new int[categories];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    return counts;
  }
}
