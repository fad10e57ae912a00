/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.Arrays;
import org.docket.kernel.Kernel;

/**
 * One LSTM layer in one direction over the texts of a packed batch, forwards in time and back.
 * Keeps what the way back needs. For one thread at a time; arrays are reused from batch to batch.
 */
final class LstmPass {

  /**
   * Steps back whose part in the gradient of the recurrent weights is computed together, while
   * their gates are still in the cache.
   */
  private static final int CHUNK = 8;

  private final TrainingKernel kernel;
  private final CellWeights weights;
  private final boolean backward;
  private final TransposedProduct transposedProduct;

  /**
   * Pre-activations from the layer below, then gates, then the gradients of the pre-activations;
   * [rows x width].
   */
  private float[] gates = {};

  /** A row of cells, padded. */
  private final int cellWidth;

  /** [rows x cellWidth], as are the values that went through tanh. */
  private float[] cells = {};

  private float[] squashed = {};
  private final float[] zeros;
  private final float[] dHidden;
  private final float[] dCell;

  LstmPass(TrainingKernel kernel, CellWeights weights, boolean backward) {
    this.kernel = kernel;
    this.weights = weights;
    this.backward = backward;
    this.transposedProduct = new TransposedProduct(kernel.base());
    this.cellWidth = Kernel.padded(weights.units);
    this.zeros = new float[weights.units];
    this.dHidden = new float[PackedBatch.SIZE * cellWidth];
    this.dCell = new float[dHidden.length];
  }

  /**
   * Makes room for a layer above the first, and returns the array of its pre-activations, to be
   * filled.
   */
  float[] prepare(PackedBatch packed) {
    gates = Buffers.grown(gates, packed.rows(), weights.width);
    cells = Buffers.grown(cells, packed.rows(), cellWidth);
    squashed = Buffers.grown(squashed, packed.rows(), cellWidth);
    return gates;
  }

  /** After {@link #backpropagate}: the gradients of the pre-activations, [rows x width]. */
  float[] gradients() {
    return gates;
  }

  /**
   * Forwards in time, as the first layer.
   *
   * @param projections the pre-activations of each distinct token
   * @param hidden outputs [rows x hiddenWidth], written from {@code column} on
   */
  void run(PackedBatch packed, float[] projections, float[] hidden, int column, int hiddenWidth) {
    prepare(packed);
    int width = weights.width;
    int[] tokens = packed.tokens();
    for (int i = 0; i < packed.steps(); i++) {
      int step = step(packed, i);
      // Step by step, so that the pre-activations are still in the cache when the step needs them.
      for (int row = packed.start(step); row < packed.start(step) + packed.active(step); row++) {
        System.arraycopy(projections, tokens[row] * width, gates, row * width, width);
      }
      step(packed, step, hidden, column, hiddenWidth);
    }
  }

  /**
   * Forwards in time, from the pre-activations in the array of {@link #prepare}; see the other one.
   */
  void run(PackedBatch packed, float[] hidden, int column, int hiddenWidth) {
    for (int i = 0; i < packed.steps(); i++) {
      step(packed, step(packed, i), hidden, column, hiddenWidth);
    }
  }

  private void step(PackedBatch packed, int step, float[] hidden, int column, int hiddenWidth) {
    int start = packed.start(step);
    int active = packed.active(step);
    int before = before(step);
    int carried = Math.min(active, packed.active(before));
    int width = weights.width;
    if (carried > 0) {
      int previous = packed.start(before) * hiddenWidth + column;
      weights
          .recurrent()
          .addTo(carried, hidden, previous, hiddenWidth, gates, start * width, width, false);
    }
    kernel.base().tanh(gates, start * width, active * width);
    for (int text = 0; text < active; text++) {
      boolean first = text >= carried;
      kernel.cell(
          weights.units,
          gates,
          (start + text) * width,
          first ? zeros : cells,
          first ? 0 : (packed.start(before) + text) * cellWidth,
          cells,
          squashed,
          (start + text) * cellWidth);
    }
    kernel.base().tanh(squashed, start * cellWidth, active * cellWidth);
    for (int row = start; row < start + active; row++) {
      kernel.output(
          weights.units,
          gates,
          row * width,
          squashed,
          row * cellWidth,
          hidden,
          row * hiddenWidth + column);
    }
  }

  /**
   * Back in time: gates become gradients of the pre-activations; those of the recurrent weights and
   * of the bias are added up.
   *
   * @param hidden what {@link #run} wrote
   * @param dOutput gradients of it, in the same layout
   */
  void backpropagate(
      PackedBatch packed,
      float[] hidden,
      float[] dOutput,
      int column,
      int hiddenWidth,
      CellWeights.Gradient gradient) {
    Arrays.fill(dHidden, 0);
    Arrays.fill(dCell, 0);
    for (int end = packed.steps(); end > 0; end -= CHUNK) {
      int start = Math.max(0, end - CHUNK);
      for (int i = end - 1; i >= start; i--) {
        stepBack(packed, step(packed, i), dOutput, column, hiddenWidth, gradient.dBias);
      }
      int first = Math.min(step(packed, start), step(packed, end - 1));
      addRecurrentGradient(
          packed, first, first + end - start, hidden, column, hiddenWidth, gradient.dRecurrent);
    }
  }

  private void stepBack(
      PackedBatch packed, int step, float[] dOutput, int column, int hiddenWidth, float[] dBias) {
    int start = packed.start(step);
    int before = before(step);
    int carried = Math.min(packed.active(step), packed.active(before));
    for (int text = 0; text < packed.active(step); text++) {
      int row = start + text;
      boolean first = text >= carried;
      kernel.stepBack(
          weights.units,
          gates,
          row * weights.width,
          first ? zeros : cells,
          first ? 0 : (packed.start(before) + text) * cellWidth,
          squashed,
          row * cellWidth,
          dOutput,
          row * hiddenWidth + column,
          dHidden,
          dCell,
          text * cellWidth);
      kernel.add(weights.width, gates, row * weights.width, dBias, 0);
    }
    if (carried > 0) {
      Arrays.fill(dHidden, 0, carried * cellWidth, 0);
      int width = weights.width;
      weights
          .recurrentBack()
          .addTo(carried, gates, start * width, width, dHidden, 0, cellWidth, false);
    }
  }

  /** Steps with as many texts as the one before them go through one product. */
  private void addRecurrentGradient(
      PackedBatch packed,
      int first,
      int last,
      float[] hidden,
      int column,
      int hiddenWidth,
      float[] dRecurrent) {
    int step = first;
    while (step < last) {
      int before = before(step);
      int carried = Math.min(packed.active(step), packed.active(before));
      int end = step + 1;
      while (end < last
          && packed.active(end) == packed.active(step)
          && packed.active(before(end)) == packed.active(before)
          && packed.active(before) == packed.active(step)) {
        end++;
      }
      int rows = end == step + 1 ? carried : packed.start(end) - packed.start(step);
      if (carried > 0) {
        transposedProduct.add(
            rows,
            weights.units,
            hidden,
            packed.start(before) * hiddenWidth + column,
            hiddenWidth,
            gates,
            packed.start(step) * weights.width,
            weights.width,
            dRecurrent);
      }
      step = end;
    }
  }

  /** The step that this layer does as its i-th. */
  private int step(PackedBatch packed, int i) {
    return backward ? packed.steps() - 1 - i : i;
  }

  /** The step that comes before in the direction of this layer. */
  private int before(int step) {
    return backward ? step + 1 : step - 1;
  }
}
