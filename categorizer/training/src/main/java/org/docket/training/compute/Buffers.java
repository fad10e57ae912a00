/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

/** Arrays of floats, most of which are used again for the next batch. */
final class Buffers {

  private Buffers() {}

  /** Whether none of the values is NaN or infinite. */
  static boolean areFinite(float[] values, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Float.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** The array if it is large enough, or else a new one; what is in it is not kept. */
  static float[] grown(float[] array, int rows, int width) {
    int size = Math.multiplyExact(rows, width);
    return size <= array.length ? array : new float[size];
  }

  /** Copies rows, without what they are padded with. */
  static void unpad(float[] from, int paddedWidth, int rows, int width, float[] to) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, row * paddedWidth, to, row * width, width);
    }
  }
}
