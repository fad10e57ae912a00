/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/** How much an example counts, by the size of its category. */
public enum ClassWeighting {
  /** Every example counts the same. */
  NONE(0),
  /** By one over the square root of the size of its category. */
  SQRT(0.5),
  /** By one over the size of its category, so that every category counts the same. */
  BALANCED(1);

  private final double power;

  ClassWeighting(double power) {
    this.power = power;
  }

  /**
   * The weight of each category, such that the mean weight of the examples is 1.
   *
   * @param counts examples per category, each at least 1
   */
  public double[] weights(int[] counts) {
    double[] weights = new double[counts.length];
    double examples = 0;
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      weights[i] = Math.pow(counts[i], -power);
      examples += counts[i];
      sum += counts[i] * weights[i];
    }
    for (int i = 0; i < counts.length; i++) {
      weights[i] *= examples / sum;
    }
    return weights;
  }
}
