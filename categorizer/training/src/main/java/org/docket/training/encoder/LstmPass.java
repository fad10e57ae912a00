/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.util.Arrays;

/**
 * One LSTM layer in one direction over the texts of a group, forwards in time and back. Keeps what
 * the way back needs. For one thread at a time; arrays are reused from batch to batch.
 */
final class LstmPass {

  /**
   * Steps back whose part in the gradient of the recurrent weights is computed together, while
   * their gates are still in the cache.
   */
  private static final int CHUNK = 8;

  private final Kernel kernel;
  private final CellWeights weights;
  private final boolean backward;

  /** Sums from the layer below, then gates, then the gradients of the sums; [rows x width]. */
  private float[] gates = {};

  /** [rows x units], as are the values that went through tanh. */
  private float[] cells = {};

  private float[] squashed = {};
  private final float[] sums;
  private final float[] zeros;
  private final float[] dHidden;
  private final float[] dCell;

  LstmPass(Kernel kernel, CellWeights weights, boolean backward) {
    this.kernel = kernel;
    this.weights = weights;
    this.backward = backward;
    this.sums = new float[Group.SIZE * weights.width];
    this.zeros = new float[weights.units];
    this.dHidden = new float[Group.SIZE * Kernel.aligned(weights.units)];
    this.dCell = new float[dHidden.length];
  }

  /** Makes room, and returns the array of the sums, for the layer below to fill. */
  float[] prepare(Group group) {
    gates = Buffers.grown(gates, group.rows(), weights.width);
    cells = Buffers.grown(cells, group.rows(), weights.units);
    squashed = Buffers.grown(squashed, group.rows(), weights.units);
    return gates;
  }

  /** After {@link #backpropagate}: the gradients of the sums, [rows x width]. */
  float[] gradients() {
    return gates;
  }

  /**
   * Forwards in time.
   *
   * @param from rows of sums of the layer below, with the bias
   * @param rows for each row of the group the row of {@code from}
   * @param hidden outputs [rows x hiddenWidth], written from {@code column} on
   */
  void run(Group group, float[] from, int[] rows, float[] hidden, int column, int hiddenWidth) {
    int width = weights.width;
    for (int i = 0; i < group.steps(); i++) {
      int step = step(group, i);
      int start = group.start(step);
      int active = group.active(step);
      for (int text = 0; text < active; text++) {
        int row = rows == null ? start + text : rows[start + text];
        System.arraycopy(from, row * width, sums, text * width, width);
      }
      int before = before(step);
      int carried = Math.min(active, group.active(before));
      if (carried > 0) {
        int previous = group.start(before) * hiddenWidth + column;
        kernel.multiplyAdd(
            carried,
            weights.units,
            width,
            hidden,
            previous,
            hiddenWidth,
            1,
            weights.recurrent,
            0,
            width,
            sums,
            0,
            width);
      }
      for (int text = 0; text < active; text++) {
        step(
            start + text,
            text,
            text < carried ? group.start(before) + text : -1,
            hidden,
            column,
            hiddenWidth);
      }
    }
  }

  private void step(int row, int text, int previous, float[] hidden, int column, int hiddenWidth) {
    int units = weights.units;
    kernel.step(
        units,
        sums,
        text * weights.width,
        gates,
        row * weights.width,
        previous < 0 ? zeros : cells,
        previous < 0 ? 0 : previous * units,
        cells,
        squashed,
        row * units,
        hidden,
        row * hiddenWidth + column);
  }

  /**
   * Back in time: gates become gradients of the sums; those of the recurrent weights and of the
   * bias are added up.
   *
   * @param hidden what {@link #run} wrote
   * @param dOutput gradients of it, in the same layout
   */
  void backpropagate(
      Group group,
      float[] hidden,
      float[] dOutput,
      int column,
      int hiddenWidth,
      CellWeights.Gradient gradient) {
    Arrays.fill(dHidden, 0);
    Arrays.fill(dCell, 0);
    for (int end = group.steps(); end > 0; end -= CHUNK) {
      int start = Math.max(0, end - CHUNK);
      for (int i = end - 1; i >= start; i--) {
        stepBack(group, step(group, i), dOutput, column, hiddenWidth, gradient.dBias);
      }
      int first = Math.min(step(group, start), step(group, end - 1));
      addRecurrentGradient(
          group, first, first + end - start, hidden, column, hiddenWidth, gradient.dRecurrent);
    }
  }

  private void stepBack(
      Group group, int step, float[] dOutput, int column, int hiddenWidth, float[] dBias) {
    int units = weights.units;
    int carryWidth = Kernel.aligned(units);
    int start = group.start(step);
    int before = before(step);
    int carried = Math.min(group.active(step), group.active(before));
    for (int text = 0; text < group.active(step); text++) {
      int row = start + text;
      boolean first = text >= carried;
      kernel.stepBack(
          units,
          gates,
          row * weights.width,
          first ? zeros : cells,
          first ? 0 : (group.start(before) + text) * units,
          squashed,
          row * units,
          dOutput,
          row * hiddenWidth + column,
          dHidden,
          dCell,
          text * carryWidth);
      kernel.add(weights.width, gates, row * weights.width, dBias, 0);
    }
    if (carried > 0) {
      Arrays.fill(dHidden, 0, carried * carryWidth, 0);
      kernel.multiplyAdd(
          carried,
          weights.columns(),
          carryWidth,
          gates,
          start * weights.width,
          weights.width,
          1,
          weights.recurrentTransposed,
          0,
          carryWidth,
          dHidden,
          0,
          carryWidth);
    }
  }

  /** Steps with as many texts as the one before them go through one product. */
  private void addRecurrentGradient(
      Group group,
      int first,
      int last,
      float[] hidden,
      int column,
      int hiddenWidth,
      float[] dRecurrent) {
    int step = first;
    while (step < last) {
      int before = before(step);
      int carried = Math.min(group.active(step), group.active(before));
      int end = step + 1;
      while (end < last
          && group.active(end) == group.active(step)
          && group.active(before(end)) == group.active(before)
          && group.active(before) == group.active(step)) {
        end++;
      }
      int rows = end == step + 1 ? carried : group.start(end) - group.start(step);
      if (carried > 0) {
        kernel.multiplyAdd(
            weights.units,
            rows,
            weights.width,
            hidden,
            group.start(before) * hiddenWidth + column,
            1,
            hiddenWidth,
            gates,
            group.start(step) * weights.width,
            weights.width,
            dRecurrent,
            0,
            weights.width);
      }
      step = end;
    }
  }

  /** The step that this layer does as its i-th. */
  private int step(Group group, int i) {
    return backward ? group.steps() - 1 - i : i;
  }

  /** The step that comes before in the direction of this layer. */
  private int before(int step) {
    return backward ? step + 1 : step - 1;
  }
}
