/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.Locale;

/**
 * A matrix of floats, row after row.
 *
 * <p>The array is not copied, for it can be large: whoever makes a matrix gives its array away, and
 * nobody writes to it any more.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param values {@code rows * columns} of them; row r, column c stands at {@code r * columns + c}
 */
public record Matrix(int rows, int columns, float[] values) {

  public Matrix {
    if (rows < 1 || columns < 1 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          "a matrix of " + rows + " x " + columns + " cannot have " + values.length + " values");
    }
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int columns) {
    return new Matrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  /** The value at a row and a column. */
  public float get(int row, int column) {
    return values[row * columns + column];
  }

  void requireShape(String name, int expectedRows, int expectedColumns) {
    if (rows != expectedRows || columns != expectedColumns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be %d x %d, but is %d x %d",
              name,
              expectedRows,
              expectedColumns,
              rows,
              columns));
    }
  }
}
