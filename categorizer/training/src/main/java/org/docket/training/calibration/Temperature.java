/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.calibration;

import java.util.List;
import org.docket.inference.LstmNetwork;

/**
 * Temperature scaling: logits are divided by one number, chosen so that the labels of held-out
 * texts are most likely (Guo et al. 2017, On Calibration of Modern Neural Networks, section 4.2).
 */
public final class Temperature {

  private static final double MIN = 0.05;
  private static final double MAX = 20;
  private static final int HALVINGS = 60;

  private Temperature() {}

  /**
   * Finds the temperature. The negative log-likelihood is convex in its inverse, so that halving
   * the interval by the sign of the slope finds the minimum.
   *
   * @param logits of held-out texts; at least one
   * @param labels the index of the category of each
   * @return from 0.05 to 20
   */
  public static double fit(List<float[]> logits, int[] labels) {
    double low = Math.log(1 / MAX);
    double high = Math.log(1 / MIN);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(logits, labels, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.exp(-(low + high) / 2);
  }

  /** The derivative of the negative log-likelihood by the inverse temperature. */
  private static double slope(List<float[]> logits, int[] labels, double inverse) {
    double slope = 0;
    for (int i = 0; i < labels.length; i++) {
      float[] z = logits.get(i);
      double[] probabilities = LstmNetwork.softmax(z, 1 / inverse);
      for (int c = 0; c < z.length; c++) {
        slope += probabilities[c] * z[c];
      }
      slope -= z[labels[i]];
    }
    return slope;
  }
}
