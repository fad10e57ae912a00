/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.BitSet;

/**
 * Which texts of a corpus people have reviewed, by number. Filled by one thread; then safe to be
 * read by many.
 *
 * @param texts the numbers
 * @param weight how much one of them counts, where any other counts 1
 */
record ReviewedTexts(BitSet texts, double weight) {

  /** Nobody has reviewed any. */
  static ReviewedTexts none() {
    return new ReviewedTexts(new BitSet(), 1);
  }

  boolean has(int text) {
    return texts.get(text);
  }

  double weight(int text) {
    return has(text) ? weight : 1;
  }
}
