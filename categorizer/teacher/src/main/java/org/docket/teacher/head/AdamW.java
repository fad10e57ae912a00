/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

/** Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019). For one thread. */
final class AdamW {

  private static final float RATE = 1e-3f;
  private static final float DECAY = 0.1f;
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private double power1 = 1;
  private double power2 = 1;
  private float rate;
  private float scale;

  /** The gradient of a row of weights, and what is remembered of those before. */
  static final class Moments {

    final float[] gradient;
    private final float[] mean;
    private final float[] square;

    Moments(int size) {
      gradient = new float[size];
      mean = new float[size];
      square = new float[size];
    }
  }

  static Moments[] moments(float[][] rows) {
    Moments[] moments = new Moments[rows.length];
    for (int i = 0; i < rows.length; i++) {
      moments[i] = new Moments(rows[i].length);
    }
    return moments;
  }

  /** The steps that follow are those of the next batch. */
  void next() {
    power1 *= BETA1;
    power2 *= BETA2;
    rate = (float) (RATE / (1 - power1));
    scale = (float) (1 / (1 - power2));
  }

  /** Moves a row of weights, and clears its gradient. */
  void step(float[] weights, Moments moments) {
    float[] gradient = moments.gradient;
    float[] mean = moments.mean;
    float[] square = moments.square;
    for (int i = 0; i < weights.length; i++) {
      float g = gradient[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
      square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
      weights[i] -=
          RATE * DECAY * weights[i]
              + rate * mean[i] / ((float) Math.sqrt(square[i] * scale) + EPSILON);
      gradient[i] = 0;
    }
  }
}
