/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

/**
 * Texts that are computed together, so that each load of the weights serves all of them. Their
 * tokens are packed: first the first token of each text, then the second of each text that has one,
 * and so on; with the longest text first, the texts of a step are the first ones of the packed
 * batch, and nothing is padded.
 */
final class PackedBatch {

  /** Texts in a full packed batch. */
  static final int SIZE = 8;

  private final int[] texts;
  private final int[] lengths;
  private final int[] starts;
  private final int[] tokens;
  private final int[] textsOfRows;

  /**
   * Packs.
   *
   * @param texts indices of texts in their batch, the longest first
   * @param ids of the tokens of all texts of the batch
   */
  PackedBatch(int[] texts, int[][] ids) {
    this.texts = texts;
    this.lengths = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      lengths[i] = ids[texts[i]].length;
    }
    this.starts = new int[lengths[0] + 1];
    for (int length : lengths) {
      for (int step = 0; step < length; step++) {
        starts[step + 1]++;
      }
    }
    for (int step = 0; step < lengths[0]; step++) {
      starts[step + 1] += starts[step];
    }
    this.tokens = new int[starts[lengths[0]]];
    this.textsOfRows = new int[tokens.length];
    for (int i = 0; i < texts.length; i++) {
      for (int step = 0; step < lengths[i]; step++) {
        tokens[starts[step] + i] = ids[texts[i]][step];
        textsOfRows[starts[step] + i] = texts[i];
      }
    }
  }

  /** How many texts there are. */
  int size() {
    return texts.length;
  }

  /** The index in the batch of a text of the packed batch. */
  int text(int position) {
    return texts[position];
  }

  /** How many tokens a text of the packed batch has. */
  int length(int position) {
    return lengths[position];
  }

  /** As many as the longest text has tokens. */
  int steps() {
    return lengths[0];
  }

  /** How many tokens there are: rows of the packed batch's matrices. */
  int rows() {
    return tokens.length;
  }

  /** The row of the first text at a step; the other texts follow. */
  int start(int step) {
    return starts[step];
  }

  /** How many texts have a token at a step; none before the first and after the last. */
  int active(int step) {
    return step < 0 || step >= lengths[0] ? 0 : starts[step + 1] - starts[step];
  }

  /** The row of a token of a text. */
  int row(int position, int step) {
    return starts[step] + position;
  }

  /** The index in the batch of the text that a row belongs to. */
  int textOf(int row) {
    return textsOfRows[row];
  }

  /** The token of each row; not to be changed. */
  int[] tokens() {
    return tokens;
  }
}
