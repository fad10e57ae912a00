/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.docket.error.DocketException;

/**
 * A teacher's probabilities of the texts of a corpus, by the number of the text. Filled by one
 * thread; then safe to be read by many.
 */
final class SoftLabels {

  /** Between rounding and a mistake. */
  private static final double TOLERANCE = 0.02;

  private final List<String> categories;
  private final List<float[]> probabilities = new ArrayList<>();

  /**
   * Starts.
   *
   * @param categories in the order of the probabilities; none if there is no teacher
   */
  SoftLabels(List<String> categories) {
    this.categories = List.copyOf(categories);
  }

  List<String> categories() {
    return categories;
  }

  /**
   * Takes the probabilities of the text of a number, which sum to one.
   *
   * @throws DocketException if they are not probabilities of the categories
   */
  void set(int text, float[] shares) {
    double sum = 0;
    for (float share : shares) {
      sum += share >= 0 ? share : Double.NaN;
    }
    if (shares.length != categories.size() || !(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "a soft label must have %d probabilities that sum to 1, but is %s",
              categories.size(),
              Arrays.toString(shares)));
    }
    while (probabilities.size() <= text) {
      probabilities.add(null);
    }
    float[] normal = new float[shares.length];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = (float) (shares[i] / sum);
    }
    probabilities.set(text, normal);
  }

  boolean has(int text) {
    return text < probabilities.size() && probabilities.get(text) != null;
  }

  /** All probabilities of a text; empty without any. */
  String toString(int text) {
    return has(text) ? Arrays.toString(probabilities.get(text)) : "";
  }

  /** The probability of a category for a text that {@link #has} any. */
  float get(int text, int category) {
    return probabilities.get(text)[category];
  }
}
