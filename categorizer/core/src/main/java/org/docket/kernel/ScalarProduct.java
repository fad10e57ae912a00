/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import java.util.Arrays;

/**
 * Plain loops. B is kept as an array for each row, and a row of C is summed in an array of its own,
 * because the JIT compiler makes vector instructions of a loop over arrays that all start at index
 * 0; with offsets into one array it did not, and took four times as long (JDK 17 and 25).
 */
final class ScalarProduct implements Product {

  /** For each thread the array that it sums in: a new one for each row would be much garbage. */
  private static final ThreadLocal<float[]> SUMS = ThreadLocal.withInitial(() -> new float[0]);

  private final float[][] b;
  private final int columns;

  ScalarProduct(float[] b, int offset, int inner, int columns, int stride) {
    this.columns = columns;
    this.b = new float[inner][];
    for (int row = 0; row < inner; row++) {
      int from = offset + row * stride;
      this.b[row] = Arrays.copyOfRange(b, from, from + columns);
    }
  }

  @Override
  public void addTo(
      int rows,
      float[] a,
      int aOffset,
      int aStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean fromEnd) {
    float[] sums = sums();
    for (int row = 0; row < rows; row++) {
      int to = cOffset + row * cStride;
      System.arraycopy(c, to, sums, 0, columns);
      addRow(a, aOffset + row * aStride, sums);
      System.arraycopy(sums, 0, c, to, columns);
    }
  }

  private float[] sums() {
    float[] sums = SUMS.get();
    if (sums.length < columns) {
      sums = new float[columns];
      SUMS.set(sums);
    }
    return sums;
  }

  /** Four rows of B at once, so that the sums are loaded and stored a quarter as often. */
  private void addRow(float[] a, int at, float[] sums) {
    int k = 0;
    for (; k + 4 <= b.length; k += 4) {
      float a0 = a[at + k];
      float a1 = a[at + k + 1];
      float a2 = a[at + k + 2];
      float a3 = a[at + k + 3];
      addFour(a0, b[k], a1, b[k + 1], a2, b[k + 2], a3, b[k + 3], sums, columns);
    }
    for (; k < b.length; k++) {
      addOne(a[at + k], b[k], sums, columns);
    }
  }

  private static void addFour(
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3,
      float[] sums,
      int columns) {
    for (int j = 0; j < columns; j++) {
      sums[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addOne(float a, float[] b, float[] sums, int columns) {
    for (int j = 0; j < columns; j++) {
      sums[j] += a * b[j];
    }
  }
}
