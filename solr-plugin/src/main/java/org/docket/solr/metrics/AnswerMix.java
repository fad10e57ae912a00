/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

/**
 * How often each category was the best one, and how probable it was.
 *
 * <p>Either of all answers or of the latest ones. Not safe for use by many threads.
 */
final class AnswerMix {

  private final long[] counts;
  private final int[] categories;
  private final double[] probabilities;
  private long added;
  private double sum;

  /**
   * @param categories how many there are
   * @param window how many answers are looked back upon; 0 for all of them
   */
  AnswerMix(int categories, int window) {
    this.counts = new long[categories];
    this.categories = new int[window];
    this.probabilities = new double[window];
  }

  void add(int category, double probability) {
    if (categories.length > 0) {
      int place = (int) (added % categories.length);
      if (added >= categories.length) {
        counts[categories[place]]--;
        sum -= probabilities[place];
      }
      categories[place] = category;
      probabilities[place] = probability;
    }
    counts[category]++;
    sum += probability;
    added++;
  }

  /** How many answers are in the mix. */
  long size() {
    return categories.length == 0 ? added : Math.min(added, categories.length);
  }

  /** One for each category. */
  long[] counts() {
    return counts.clone();
  }

  /** From 0 to 1; not a number if there are no answers. */
  double meanProbability() {
    return sum / size();
  }
}
