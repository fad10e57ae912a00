/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import org.docket.kernel.Kernel;

/**
 * C += Aᵀ · B, the gradient of weights: A are inputs and B gradients of pre-activations, a row for
 * each token. For one thread at a time.
 */
final class TransposedProduct {

  /** Rows that are multiplied together: they fit the cache. */
  private static final int ROWS = 64;

  private final Kernel kernel;
  private float[] transposed = {};

  TransposedProduct(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Adds.
   *
   * @param rows of A and B
   * @param inner columns of A, rows of C
   * @param aStride from one row of A to the next
   * @param columns of B and C; a multiple of {@link Kernel#BLOCK}
   * @param c [inner x columns]
   */
  void add(
      int rows,
      int inner,
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int columns,
      float[] c) {
    transposed = Buffers.grown(transposed, inner, ROWS);
    for (int first = 0; first < rows; first += ROWS) {
      int count = Math.min(ROWS, rows - first);
      for (int row = 0; row < count; row++) {
        int from = aOffset + (first + row) * aStride;
        for (int i = 0; i < inner; i++) {
          transposed[i * ROWS + row] = a[from + i];
        }
      }
      kernel
          .product(b, bOffset + first * columns, count, columns, columns)
          .addTo(inner, transposed, 0, ROWS, c, 0, columns, false);
    }
  }
}
