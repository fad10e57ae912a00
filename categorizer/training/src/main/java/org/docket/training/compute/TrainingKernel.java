/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import org.docket.kernel.Kernel;

/**
 * What a training does in its inner loops beside what serving does too: that is {@link #base}.
 * Stateless and safe for use by many threads.
 *
 * <p>The gates of a cell lie in Deeplearning4j's order, candidate, forget, output, input, each
 * {@code units} wide, and have been through tanh. The arguments of the last three were halved, as
 * the logistic function is σ(x) = ½ (1 + tanh(x / 2)).
 */
public interface TrainingKernel {

  int GATES = 4;

  /** Products and tanh. */
  Kernel base();

  /** to += from. */
  void add(int count, float[] from, int fromOffset, float[] to, int toOffset);

  /**
   * The cell after a step.
   *
   * @param gates after tanh
   * @param previous the cell before the step
   * @param cell written at {@code offset}, and the same to {@code copy}
   */
  void cell(
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] cell,
      float[] copy,
      int offset);

  /**
   * The output of a step.
   *
   * @param gates after tanh
   * @param squashed tanh of the cell after the step
   * @param hidden the output
   */
  void output(
      int units,
      float[] gates,
      int gatesOffset,
      float[] squashed,
      int squashedOffset,
      float[] hidden,
      int hiddenOffset);

  /**
   * The same step backwards: gates become the gradients of the pre-activations, before these were
   * halved.
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
