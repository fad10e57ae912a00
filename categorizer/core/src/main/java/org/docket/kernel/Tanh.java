/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

/**
 * tanh(x) ≈ x P(x²) / Q(x²) for |x| up to {@link #LIMIT}, beyond which a float knows no difference
 * from ±1.
 *
 * <p>The coefficients are a minimax fit of our own (iteratively reweighted least squares in double
 * precision); in floats the error is below 5e-7. A fraction costs one division and no table, and
 * runs in every lane of a vector alike; Math.tanh and Math.exp do not.
 */
final class Tanh {

  static final float LIMIT = 8.5f;
  static final float P0 = 9.99999759e-01f;
  static final float P1 = 1.28811015e-01f;
  static final float P2 = 2.90334323e-03f;
  static final float P3 = 1.09190515e-05f;
  static final float Q1 = 4.62142471e-01f;
  static final float Q2 = 2.36199610e-02f;
  static final float Q3 = 2.31961044e-04f;
  static final float Q4 = 2.29789316e-07f;

  private Tanh() {}

  static float of(float value) {
    float x = Math.max(-LIMIT, Math.min(LIMIT, value));
    float t = x * x;
    float p = ((P3 * t + P2) * t + P1) * t + P0;
    float q = (((Q4 * t + Q3) * t + Q2) * t + Q1) * t + 1;
    return x * p / q;
  }
}
