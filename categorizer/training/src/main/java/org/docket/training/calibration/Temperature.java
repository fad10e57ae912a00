/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.calibration;

import java.util.List;
import java.util.stream.IntStream;
import org.docket.inference.LstmNetwork;

/**
 * Temperature scaling: logits are divided by one number, chosen so that the labels of held-out
 * texts are most likely (Guo et al. 2017, On Calibration of Modern Neural Networks, section 4.2).
 *
 * <p>Where no answer is wrong, the lower the temperature the likelier the labels, and a handful of
 * texts would make a model sure beyond all measure. There half a mistake is taken as made by one
 * text more, evenly by all: labels count a little less than 1, as Platt (1999, Probabilistic
 * Outputs for Support Vector Machines, section 2.2) has them.
 */
public final class Temperature {

  private static final double MIN = 0.05;
  private static final double MAX = 20;
  private static final int HALVINGS = 60;

  /** What may be wrong though no text is. */
  private static final double MISTAKES = 0.5;

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
    double missed = isAnyWrong(logits, labels) ? 0 : MISTAKES / (labels.length + 1);
    double low = Math.log(1 / MAX);
    double high = Math.log(1 / MIN);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(logits, labels, missed, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.exp(-(low + high) / 2);
  }

  private static boolean isAnyWrong(List<float[]> logits, int[] labels) {
    return IntStream.range(0, labels.length)
        .anyMatch(text -> margin(logits.get(text), labels[text]) < 0);
  }

  /** By how much the label's logit is above the highest of the others. */
  private static double margin(float[] logits, int label) {
    return logits[label]
        - IntStream.range(0, logits.length)
            .filter(category -> category != label)
            .mapToDouble(category -> logits[category])
            .max()
            .orElse(logits[label]);
  }

  /**
   * The derivative of the negative log-likelihood by the inverse temperature.
   *
   * @param missed what a label is less than certain; the other categories share it
   */
  private static double slope(List<float[]> logits, int[] labels, double missed, double inverse) {
    double slope = 0;
    for (int i = 0; i < labels.length; i++) {
      float[] z = logits.get(i);
      double[] probabilities = LstmNetwork.softmax(z, 1 / inverse);
      for (int c = 0; c < z.length; c++) {
        slope += probabilities[c] * z[c];
      }
      slope -= target(z, labels[i], missed);
    }
    return slope;
  }

  private static double target(float[] logits, int label, double missed) {
    double others = 0;
    for (int category = 0; category < logits.length; category++) {
      others += category == label ? 0 : logits[category];
    }
    return (1 - missed) * logits[label] + missed * others / Math.max(1, logits.length - 1);
  }
}
