/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.profile;

/**
 * The vocabulary coverage of a text: the share of its tokens that the model knows. It tells a text
 * in another language, or of another manner, from those that the model was made for.
 */
public final class Coverage {

  /** Tokens added as known: one unknown word of a text of two says little. */
  private static final double PRIOR = 2;

  private Coverage() {}

  /**
   * The coverage of a text, smoothed for short ones.
   *
   * @param known tokens that are in the vocabulary
   * @param tokens all that were read, without stop words
   * @return above 0, at most 1
   */
  public static double of(int known, int tokens) {
    return (known + PRIOR) / (tokens + PRIOR);
  }
}
