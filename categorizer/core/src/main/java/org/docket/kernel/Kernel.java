/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

/**
 * The operations that take the time in an LSTM. {@link Kernels#scalar()} is the reference; every
 * other implementation agrees with it but for rounding.
 *
 * <p>Matrices are row-major in float arrays, each given by the array, the offset of its first value
 * and its stride, the distance from one row to the next. Widths are in blocks of {@link #BLOCK}, so
 * that no implementation needs a special case for the last columns: see {@link #padded(int)}.
 * Values between a width and its padded width are read and written; what they are does not matter.
 *
 * <p>The result for a row does not depend on the rows beside it, to the last bit: a document gets
 * the same answer alone and in a batch. Implementations hold no state and are safe for use by many
 * threads. An offset out of range throws {@link IndexOutOfBoundsException}.
 */
public interface Kernel {

  /** Floats in the widest vector (AVX-512): what widths are padded to. */
  int BLOCK = 16;

  /** A width, rounded up to a multiple of {@link #BLOCK}. */
  static int padded(int width) {
    return Math.addExact(width, BLOCK - 1) / BLOCK * BLOCK;
  }

  /** What this is, for people: {@code scalar} or {@code vector512}. */
  String name();

  /**
   * Readies a matrix B for products A · B.
   *
   * @param b holds it; must not change afterwards
   * @param offset of its first value
   * @param inner its rows, the columns of A; any number
   * @param columns a multiple of {@link #BLOCK}
   * @param stride from one row of B to the next
   */
  Product product(float[] b, int offset, int inner, int columns, int stride);

  /**
   * The hyperbolic tangent, in place; within 1e-6 of the true one.
   *
   * @param length a multiple of {@link #BLOCK}
   */
  void tanh(float[] values, int offset, int length);

  /**
   * One step of one document's LSTM state, from gates that have been through {@link #tanh}:
   *
   * <pre>
   * cell   = ½ (1 + f) cell + ½ (1 + i) g
   * hidden = ½ (1 + o) tanh(cell)
   * </pre>
   *
   * <p>These are the usual equations, as the logistic function is σ(x) = ½ (1 + tanh(x / 2)): who
   * calls has halved the arguments of the gates i, f and o.
   *
   * @param units of the layer, any number; as many values as {@link #padded} of it are written to
   *     cell and hidden
   * @param gates i, f, g and o, each {@code units} wide, one after the other; read up to 3 units +
   *     {@link #padded} units
   */
  void lstmState(
      int units,
      float[] gates,
      int gatesOffset,
      float[] cell,
      int cellOffset,
      float[] hidden,
      int hiddenOffset);

  /**
   * Adds a row of values to sums and keeps the largest: pooling over time, a step of it.
   *
   * @param length a multiple of {@link #BLOCK}
   * @param sums from index 0
   * @param maxima from index 0
   */
  void addAndMax(int length, float[] values, int offset, float[] sums, float[] maxima);

  /**
   * Adds some rows of a table to sums, one after the other: to the same bits in all
   * implementations.
   *
   * @param rows how many
   * @param ids of the rows, which stand in the table in the order of their ids
   * @param width of a row, any number; fastest as a multiple of {@link #BLOCK}
   * @param sums from index 0
   */
  void addRows(int rows, int[] ids, float[] table, int width, float[] sums);

  /**
   * Adds rows of bytes, each times a factor of its own, one row after the other. Products and sums
   * are rounded by themselves, so that all implementations give the same to the bit.
   *
   * @param rows how many
   * @param factors of the rows
   * @param offsets of the rows in the longs
   * @param longs hold the bytes, the lowest of each first; one more behind a row may be read
   * @param width longs in a row
   * @param sums one for each byte, from index 0; as many as {@link #padded} of the bytes in a row,
   *     of which those beyond these are written, too
   */
  void addBytes(int rows, float[] factors, int[] offsets, long[] longs, int width, float[] sums);
}
