/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

/**
 * The inner loops of a training. Stateless and safe for use by many threads.
 *
 * <p>Matrices are row-major within arrays: an offset and the distance between rows. The gates of a
 * cell lie in Deeplearning4j's order: candidate, forget, output, input, each {@code units} wide.
 */
interface Kernel {

  /** The columns that {@link #multiplyAdd} takes are a multiple of this; what is beyond is zero. */
  int ALIGNMENT = 16;

  int GATES = 4;

  /** The smallest allowed number of columns that holds so many. */
  static int aligned(int columns) {
    return (columns + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** For people: which one it is. */
  String name();

  /**
   * C += A · B, with C [rows x columns], A [rows x inner] and B [inner x columns].
   *
   * @param columns a multiple of {@link #ALIGNMENT}
   * @param aRow from one row of A to the next
   * @param aInner from one column of A to the next: 1, or for a transposed A its width
   */
  void multiplyAdd(
      int rows,
      int inner,
      int columns,
      float[] a,
      int aOffset,
      int aRow,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cOffset,
      int cRow);

  /** to += from. */
  void add(int count, float[] from, int fromOffset, float[] to, int toOffset);

  /**
   * One step of a cell.
   *
   * @param sums what goes into the gates
   * @param gates what comes out of them; another array than {@code sums}
   * @param previous the cell before the step
   * @param cell the cell after it, written at {@code offset}, as is {@code squashed}, its tanh
   * @param hidden the output
   */
  void step(
      int units,
      float[] sums,
      int sumsOffset,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] cell,
      float[] squashed,
      int offset,
      float[] hidden,
      int hiddenOffset);

  /**
   * The same step backwards: gates become the gradients of their sums.
   *
   * @param dOutput the gradient of the output, from above
   * @param dHidden the gradient of the output, from the step after; at {@code carryOffset}
   * @param dCell the gradient of the cell, from the step after; becomes that of the previous cell
   */
  void stepBack(
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] squashed,
      int offset,
      float[] dOutput,
      int dOutputOffset,
      float[] dHidden,
      float[] dCell,
      int carryOffset);

  /**
   * A step of Adam: moments are brought up to date, and gradients become what is subtracted.
   *
   * @param rate the learning rate, corrected for moments that began at zero
   */
  void adam(
      int count,
      float rate,
      float beta1,
      float beta2,
      float epsilon,
      float[] gradients,
      int offset,
      float[] m,
      float[] v);
}
