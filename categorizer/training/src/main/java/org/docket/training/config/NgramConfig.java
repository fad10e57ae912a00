/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/**
 * The n-gram part beside the network; a preset need not say any of it.
 *
 * @param maxBigrams how many bigrams at most, the most frequent; 0 for no n-gram part
 * @param minDocuments a bigram must stand in this many documents
 * @param folds in how many parts the texts are dealt to learn from the others
 * @param learningRate of the first step
 * @param penalty on the squared weights
 * @param epochs how often each text is seen
 */
public record NgramConfig(
    int maxBigrams, int minDocuments, int folds, double learningRate, double penalty, int epochs) {

  /** Whether there is an n-gram part. */
  public boolean present() {
    return maxBigrams > 0;
  }
}
