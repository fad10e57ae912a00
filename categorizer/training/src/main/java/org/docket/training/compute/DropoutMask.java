/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Inverted dropout (Srivastava et al. 2014): what values are multiplied with, 0 or 1 / (1 - rate).
 */
final class DropoutMask {

  private DropoutMask() {}

  /**
   * Draws.
   *
   * @param rate share of values that are dropped, below 1
   * @param masks filled from 0 to {@code size}
   */
  static void draw(double rate, long seed, float[] masks, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    Arrays.fill(masks, 0, size, (float) (1 / (1 - rate)));
    for (int i = 0; i < size; i++) {
      if (random.nextDouble() < rate) {
        masks[i] = 0;
      }
    }
  }

  /** to = values * masks; {@code to} may be the values themselves. */
  static void apply(float[] values, float[] masks, int size, float[] to) {
    for (int i = 0; i < size; i++) {
      to[i] = values[i] * masks[i];
    }
  }
}
