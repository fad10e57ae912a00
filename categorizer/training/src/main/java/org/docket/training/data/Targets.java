/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.Arrays;

/**
 * What a text should come to: its label, with a share of it spread over all categories (Szegedy et
 * al. 2016, section 7), and what a teacher thinks of it (Hinton et al. 2015). What a person
 * reviewed is certain: its label alone, by its weight. Immutable and safe for use by many threads.
 */
public final class Targets {

  private final EncodedTexts texts;
  private final int categories;
  private final double smoothing;
  private final double teacherShare;

  /**
   * Takes what targets are made of.
   *
   * @param smoothing the share of a label that is spread over all categories
   * @param teacherShare the share of the teacher's probabilities where there are any beside a
   *     label; where there is no label they are all
   */
  public Targets(EncodedTexts texts, int categories, double smoothing, double teacherShare) {
    this.texts = texts;
    this.categories = categories;
    this.smoothing = smoothing;
    this.teacherShare = teacherShare;
  }

  /** Writes the shares of all categories, which sum to the text's weight, for a text. */
  public void write(int text, float[] to, int offset) {
    int label = texts.label(text);
    if (texts.isReviewed(text)) {
      Arrays.fill(to, offset, offset + categories, 0);
      to[offset + label] = (float) texts.weight(text);
      return;
    }
    boolean soft = texts.hasSoftLabel(text);
    double hard = label == EncodedTexts.NO_LABEL ? 0 : soft ? 1 - teacherShare : 1;
    Arrays.fill(to, offset, offset + categories, (float) (hard * smoothing / categories));
    if (hard > 0) {
      to[offset + label] += (float) (hard * (1 - smoothing));
    }
    if (soft) {
      for (int category = 0; category < categories; category++) {
        to[offset + category] += (float) ((1 - hard) * texts.softLabel(text, category));
      }
    }
  }
}
