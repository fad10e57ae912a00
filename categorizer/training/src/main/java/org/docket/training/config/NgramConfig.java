/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/**
 * The n-gram part beside the network; a preset need not say any of it.
 *
 * @param maxBigrams how many bigrams at most, the most frequent; 0 for no n-gram part
 * @param minDocuments a bigram must stand in this many documents
 * @param learningRate of the first step
 * @param penalty on the squared weights
 * @param epochs how often each text is seen
 * @param classWeights how much a text counts
 * @param teacherShare share of a teacher's probabilities, beside the label, in what a text should
 *     come to: less than the network's makes for a part that errs elsewhere
 */
public record NgramConfig(
    int maxBigrams,
    int minDocuments,
    double learningRate,
    double penalty,
    int epochs,
    ClassWeighting classWeights,
    double teacherShare) {

  /** Whether there is an n-gram part. */
  public boolean present() {
    return maxBigrams > 0;
  }
}
