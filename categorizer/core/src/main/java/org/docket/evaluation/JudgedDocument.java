/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

/**
 * A labelled document and what a model says of it.
 *
 * @param number among all documents
 * @param given the index of its label
 * @param own the probability of its label
 * @param categories the indices of those that have a probability worth keeping, the best first
 * @param probabilities of these
 */
record JudgedDocument(int number, int given, double own, int[] categories, double[] probabilities) {

  /** The model's answer. */
  int predicted() {
    return categories[0];
  }

  /** Whether the answer is not the label. */
  boolean isDisputed() {
    return predicted() != given;
  }
}
