/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import org.docket.kernel.Kernel;
import org.docket.kernel.Product;

/**
 * Weights [rows x columns] as the kernels want them: ready for products, forwards and back. Filled
 * anew for each batch.
 */
final class WeightMatrix {

  private final Kernel kernel;
  private final int rows;
  private final int columns;
  private final float[] forwardValues;
  private final float[] backValues;
  private Product forward;
  private Product back;

  WeightMatrix(Kernel kernel, int rows, int columns) {
    this.kernel = kernel;
    this.rows = rows;
    this.columns = columns;
    this.forwardValues = new float[Math.multiplyExact(rows, width())];
    this.backValues = new float[Math.multiplyExact(columns, backWidth())];
  }

  /** Of what comes out forwards: the columns, padded. */
  int width() {
    return Kernel.padded(columns);
  }

  /** Of what comes out backwards: the rows, padded. */
  int backWidth() {
    return Kernel.padded(rows);
  }

  /**
   * Takes new values.
   *
   * @param flat has them column by column, as Deeplearning4j does, from {@code offset} on
   * @param scales what each column is multiplied with forwards, but not back
   */
  void set(float[] flat, int offset, float[] scales) {
    for (int first = 0; first < columns; first += Kernel.BLOCK) {
      int end = Math.min(columns, first + Kernel.BLOCK);
      // Some columns at a time, so that what is written lies together.
      for (int row = 0; row < rows; row++) {
        for (int column = first; column < end; column++) {
          forwardValues[row * width() + column] =
              scales[column] * flat[offset + column * rows + row];
        }
      }
    }
    for (int column = 0; column < columns; column++) {
      System.arraycopy(flat, offset + column * rows, backValues, column * backWidth(), rows);
    }
    forward = kernel.product(forwardValues, 0, rows, width(), width());
    back = kernel.product(backValues, 0, columns, backWidth(), backWidth());
  }

  /** From [any x rows] to [any x width]. */
  Product forward() {
    return forward;
  }

  /**
   * Rows of input times the weights, with the bias.
   *
   * @param bias [width]
   * @param first the row that {@code from}, [any x rows], and {@code to}, [any x width], begin with
   * @param count how many rows of them
   */
  void project(float[] bias, int first, int count, float[] from, float[] to) {
    int width = width();
    for (int row = first; row < first + count; row++) {
      System.arraycopy(bias, 0, to, row * width, width);
    }
    forward.addTo(count, from, first * rows, rows, to, first * width, width, false);
  }

  /** From [any x columns] to [any x back width]. */
  Product back() {
    return back;
  }

  /**
   * Column by column.
   *
   * @param values [rows x width]
   * @param flat to be written from {@code offset} on
   */
  void flatten(float[] values, float[] flat, int offset) {
    for (int first = 0; first < rows; first += Kernel.BLOCK) {
      int end = Math.min(rows, first + Kernel.BLOCK);
      for (int column = 0; column < columns; column++) {
        for (int row = first; row < end; row++) {
          flat[offset + column * rows + row] = values[row * width() + column];
        }
      }
    }
  }
}
