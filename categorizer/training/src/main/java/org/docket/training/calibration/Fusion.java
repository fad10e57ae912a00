/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.calibration;

import java.util.List;
import org.docket.inference.LstmNetwork;

/**
 * How much two models are worth beside each other: their logits are multiplied by a number each and
 * added, so that the labels of held-out texts are most likely. It is logistic regression on two
 * features (stacking, Wolpert 1992), whose loss is convex: Newton's method finds the least.
 *
 * @param first what the first model's logits are multiplied by
 * @param second what the second model's logits are multiplied by
 */
public record Fusion(double first, double second) {

  private static final int STEPS = 50;

  /** Below it the steps have become too small to matter. */
  private static final double ENOUGH = 1e-9;

  /** Keeps the step finite where all logits of a model are the same. */
  private static final double RIDGE = 1e-6;

  /** A model that is worth less is none to be trusted: it would be turned upside down. */
  private static final double LEAST = 1e-3;

  /**
   * Finds both numbers.
   *
   * @param first logits of held-out texts; at least one
   * @param second those of the other model, of the same texts
   * @param labels the index of the category of each
   * @return both above 0
   */
  public static Fusion fit(List<float[]> first, List<float[]> second, int[] labels) {
    Fusion fusion = new Fusion(0.5, 0.5);
    double loss = fusion.loss(first, second, labels);
    for (int step = 0; step < STEPS; step++) {
      double[] move = fusion.newtonStep(first, second, labels);
      Fusion next = null;
      double nextLoss = Double.POSITIVE_INFINITY;
      double share = 1;
      while (share > ENOUGH
          && !(nextLoss <= loss)) { // far from the least, a whole step may overshoot
        next =
            new Fusion(
                Math.max(LEAST, fusion.first - share * move[0]),
                Math.max(LEAST, fusion.second - share * move[1]));
        nextLoss = next.loss(first, second, labels);
        share /= 2;
      }
      if (!(nextLoss < loss - ENOUGH * labels.length)) {
        return fusion;
      }
      fusion = next;
      loss = nextLoss;
    }
    return fusion;
  }

  private double loss(List<float[]> one, List<float[]> two, int[] labels) {
    double loss = 0;
    for (int text = 0; text < labels.length; text++) {
      double[] probabilities = probabilities(one.get(text), two.get(text));
      loss -= Math.log(Math.max(probabilities[labels[text]], Double.MIN_NORMAL));
    }
    return loss;
  }

  private double[] probabilities(float[] one, float[] two) {
    float[] sum = new float[one.length];
    for (int category = 0; category < sum.length; category++) {
      sum[category] = (float) (first * one[category] + second * two[category]);
    }
    return LstmNetwork.softmax(sum, 1);
  }

  /** The inverse Hessian times the gradient: covariances and differences of means of the logits. */
  private double[] newtonStep(List<float[]> one, List<float[]> two, int[] labels) {
    double g1 = 0;
    double g2 = 0;
    double h11 = RIDGE;
    double h12 = 0;
    double h22 = RIDGE;
    for (int text = 0; text < labels.length; text++) {
      float[] a = one.get(text);
      float[] b = two.get(text);
      double[] p = probabilities(a, b);
      double meanA = mean(p, a);
      double meanB = mean(p, b);
      g1 += meanA - a[labels[text]];
      g2 += meanB - b[labels[text]];
      for (int category = 0; category < p.length; category++) {
        double fromA = a[category] - meanA;
        double fromB = b[category] - meanB;
        h11 += p[category] * fromA * fromA;
        h12 += p[category] * fromA * fromB;
        h22 += p[category] * fromB * fromB;
      }
    }
    double determinant = h11 * h22 - h12 * h12;
    return new double[] {(h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant};
  }

  private static double mean(double[] probabilities, float[] values) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += probabilities[i] * values[i];
    }
    return mean;
  }
}
