/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

/** Makes each value of vectors as large as the others: mean 0, variance 1. Immutable. */
final class Scaling {

  private final float[] mean;
  private final float[] times;

  private Scaling(float[] mean, float[] times) {
    this.mean = mean;
    this.times = times;
  }

  /** Measures some of the vectors. */
  static Scaling of(float[][] vectors, int[] chosen) {
    int size = vectors[0].length;
    float[] mean = new float[size];
    float[] times = new float[size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      double squares = 0;
      for (int vector : chosen) {
        sum += vectors[vector][i];
        squares += (double) vectors[vector][i] * vectors[vector][i];
      }
      double average = sum / chosen.length;
      double variance = squares / chosen.length - average * average;
      mean[i] = (float) average;
      times[i] = variance > 1e-12 ? (float) (1 / Math.sqrt(variance)) : 1;
    }
    return new Scaling(mean, times);
  }

  float[] apply(float[] vector) {
    float[] scaled = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = (vector[i] - mean[i]) * times[i];
    }
    return scaled;
  }
}
