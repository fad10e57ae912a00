/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import java.util.List;

/**
 * How the two heads' opinions become probabilities: the softmax of {@code sharpness · (vectors +
 * weight · n-grams)}, of logarithms of probabilities, with the two numbers that make the
 * out-of-fold probabilities of the labels most likely. Immutable.
 *
 * @param weight of the n-grams
 * @param sharpness one over the temperature (Guo et al. 2017)
 */
record Mixture(double weight, double sharpness) {

  private static final double[] WEIGHTS = {0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4};
  private static final double LEAST = 0.05;
  private static final double MOST = 5;
  private static final int STEPS = 40;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** The best one. */
  static Mixture fit(List<double[]> vectors, List<double[]> ngrams, int[] labels) {
    Mixture best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double weight : WEIGHTS) {
      Mixture mixture = new Mixture(weight, sharpness(weight, vectors, ngrams, labels));
      double loss = mixture.loss(vectors, ngrams, labels);
      if (loss < least) {
        least = loss;
        best = mixture;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("no probabilities");
    }
    return best;
  }

  /** By golden section: the loss has one minimum. */
  private static double sharpness(
      double weight, List<double[]> vectors, List<double[]> ngrams, int[] labels) {
    double low = LEAST;
    double high = MOST;
    for (int i = 0; i < STEPS; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (new Mixture(weight, left).loss(vectors, ngrams, labels)
          < new Mixture(weight, right).loss(vectors, ngrams, labels)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (low + high) / 2;
  }

  /** The mean of the negative logarithms of the labels' probabilities. */
  double loss(List<double[]> vectors, List<double[]> ngrams, int[] labels) {
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      loss -= log(vectors.get(i), ngrams.get(i))[labels[i]];
    }
    return loss / labels.length;
  }

  /** The logarithms of the probabilities. */
  double[] log(double[] vectors, double[] ngrams) {
    double[] sums = new double[vectors.length];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = sharpness * (vectors[c] + weight * ngrams[c]);
    }
    return logSoftmax(sums);
  }

  static double[] logSoftmax(float[] logits) {
    double[] values = new double[logits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = logits[i];
    }
    return logSoftmax(values);
  }

  private static double[] logSoftmax(double[] logits) {
    double most = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - most);
    }
    double log = most + Math.log(sum);
    double[] result = new double[logits.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = logits[i] - log;
    }
    return result;
  }
}
