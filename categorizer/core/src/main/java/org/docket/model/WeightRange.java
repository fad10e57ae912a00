/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

/**
 * What a number in a model may be: of writing and of reading. Within it no sum of a network's
 * products is infinite, so that all its answers are numbers. A trained weight is below a hundred.
 */
final class WeightRange {

  private static final float MAX = 1e9f;

  private WeightRange() {}

  /** Whether a weight is in the range; what is not a number is not. */
  static boolean has(float weight) {
    return Math.abs(weight) <= MAX;
  }

  /** The place of the first weight, of those at some places, that is not in the range; or -1. */
  static int firstOutside(float[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      // Without a call, which takes a fresh JVM longer than all else here.
      float weight = weights[i];
      if (!(weight >= -MAX && weight <= MAX)) {
        return i;
      }
    }
    return -1;
  }

  /** What to tell a person of one that is not. */
  static String problem(float weight) {
    return "a weight is " + weight + ", and must be from -1.0E9 to 1.0E9";
  }
}
