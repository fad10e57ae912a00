/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;
import org.docket.kernel.Product;
import org.docket.model.LstmWeights;

/**
 * One direction of one LSTM layer (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et
 * al. 2000), over the documents of a packed batch at once, so that each load of the weights serves
 * all of them.
 *
 * <p>Immutable, and safe for use by many threads with a workspace each.
 */
final class LstmLayer {

  private final Kernel kernel;
  private final LayerInput input;
  private final int units;
  private final int width;
  private final int stride;
  private final Product recurrent;

  LstmLayer(LstmWeights weights, LayerInput input, Arena arena, Kernel kernel) {
    this.kernel = kernel;
    this.input = input;
    this.units = weights.units();
    this.width = Kernel.padded(units);
    this.stride = Gates.stride(weights);
    int at = arena.place(units, stride);
    Gates.copy(weights.recurrent(), 0, units, arena.memory(), at);
    this.recurrent = kernel.product(arena.memory(), at, units, stride, stride);
  }

  /** Runs from each document's first step to its last. */
  void run(PackedBatch batch, Workspace workspace, Sequence output) {
    output.resize(batch);
    float[] cell = workspace.cell(batch.size() * width);
    int chunk = Math.max(1, Workspace.ROWS / batch.size());
    for (int from = 0; from < batch.steps(); from += chunk) {
      int to = Math.min(batch.steps(), from + chunk);
      input.apply(batch, from, to, workspace);
      float[] gates = workspace.gates(stride);
      for (int step = from; step < to; step++) {
        step(batch, step, gates, (step - from) * batch.size() * stride, cell, output);
      }
    }
  }

  private void step(
      PackedBatch batch, int step, float[] gates, int at, float[] cell, Sequence output) {
    int rows = batch.active(step);
    if (step > 0) {
      // Forwards and backwards in turn: the first-level cache is often too small for all the
      // weights.
      boolean fromEnd = step % 2 == 0;
      int previous = output.at(step - 1, 0);
      recurrent.addTo(rows, output.values(), previous, width, gates, at, stride, fromEnd);
    }
    kernel.tanh(gates, at, rows * stride);
    for (int row = 0; row < rows; row++) {
      kernel.lstmState(
          units,
          gates,
          at + row * stride,
          cell,
          row * width,
          output.values(),
          output.at(step, row));
    }
  }
}
