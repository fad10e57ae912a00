/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.profile;

import java.util.List;

/**
 * What a model makes of documents of its own kind. Figures only, no text.
 *
 * @param minCoverage a text of less {@link Coverage} is not of that kind; from 0 (each is) to 1
 * @param documents how many were measured
 * @param predicted for how many of them each category was the best, in the model's order; the rest
 *     is those that the model abstains on
 * @param meanConfidence of the best categories' probabilities; 0 if there is none
 */
public record Profile(
    float minCoverage, int documents, List<Integer> predicted, float meanConfidence) {

  public Profile {
    predicted = List.copyOf(predicted);
    requireShare("minimum coverage", minCoverage);
    requireShare("mean confidence", meanConfidence);
    long sum = 0;
    for (int count : predicted) {
      sum += count;
      if (count < 0) {
        throw new IllegalArgumentException("a category was predicted " + count + " times");
      }
    }
    if (sum > documents) {
      throw new IllegalArgumentException(
          "categories were predicted " + sum + " times for " + documents + " documents");
    }
  }

  private static void requireShare(String name, float value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("the " + name + " must be from 0 to 1, but is " + value);
    }
  }
}
