/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

/**
 * How often each category was the best one, how probable it was, and how often the model abstained.
 *
 * <p>Either of all answers or of the latest ones. Not safe for use by many threads.
 */
final class AnswerMix {

  private final long[] counts;
  private final int abstained;
  private final int[] window;
  private final double[] probabilities;
  private long added;
  private double sum;

  /**
   * @param categories how many there are
   * @param window how many answers are looked back upon; 0 for all of them
   */
  AnswerMix(int categories, int window) {
    this.counts = new long[categories + 1];
    this.abstained = categories;
    this.window = new int[window];
    this.probabilities = new double[window];
  }

  void add(int category, double probability) {
    if (window.length > 0) {
      int place = (int) (added % window.length);
      if (added >= window.length) {
        counts[window[place]]--;
        sum -= probabilities[place];
      }
      window[place] = category;
      probabilities[place] = probability;
    }
    counts[category]++;
    sum += probability;
    added++;
  }

  void addAbstained() {
    add(abstained, 0);
  }

  /** How many answers are in the mix, abstentions among them. */
  long size() {
    return window.length == 0 ? added : Math.min(added, window.length);
  }

  /** How many of them name a category. */
  long answered() {
    return size() - counts[abstained];
  }

  /** How many of them name this one. */
  long count(int category) {
    return counts[category];
  }

  /** Of the answers that name a category, from 0 to 1; not a number if there are none. */
  double meanProbability() {
    return answered() == 0 ? Double.NaN : sum / answered(); // sums of doubles seldom end at 0
  }

  /** From 0 to 1; not a number if there are no answers. */
  double abstainedShare() {
    return (double) counts[abstained] / size();
  }
}
