/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.Arrays;

/**
 * Many texts as ids of tokens, with their labels, in two flat arrays: four bytes a token. Immutable
 * and safe for use by many threads.
 */
final class EncodedTexts {

  private final int[] ids;
  private final int[] ends;
  private final int[] labels;

  private EncodedTexts(int[] ids, int[] ends, int[] labels) {
    this.ids = ids;
    this.ends = ends;
    this.labels = labels;
  }

  /** How many texts there are. */
  int size() {
    return labels.length;
  }

  /** How many tokens a text has. */
  int length(int text) {
    return ends[text] - start(text);
  }

  /** The ids of a text; a copy. */
  int[] ids(int text) {
    return Arrays.copyOfRange(ids, start(text), ends[text]);
  }

  /** The index of the category of a text. */
  int label(int text) {
    return labels[text];
  }

  /** How many texts each category has. */
  int[] labelCounts(int categories) {
    int[] counts = new int[categories];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  private int start(int text) {
    return text == 0 ? 0 : ends[text - 1];
  }

  /** Takes texts one after the other. */
  static final class Builder {

    private int[] ids = new int[1 << 16];
    private int[] ends = new int[1 << 10];
    private int[] labels = new int[1 << 10];
    private int size;
    private int used;

    /** Appends a text. */
    void add(int[] textIds, int label) {
      ids = grown(ids, Math.addExact(used, textIds.length));
      ends = grown(ends, size + 1);
      labels = grown(labels, size + 1);
      System.arraycopy(textIds, 0, ids, used, textIds.length);
      used += textIds.length;
      ends[size] = used;
      labels[size] = label;
      size++;
    }

    EncodedTexts build() {
      return new EncodedTexts(
          Arrays.copyOf(ids, used), Arrays.copyOf(ends, size), Arrays.copyOf(labels, size));
    }

    private static int[] grown(int[] array, int needed) {
      return needed <= array.length
          ? array
          : Arrays.copyOf(
              array, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * array.length)));
    }
  }
}
