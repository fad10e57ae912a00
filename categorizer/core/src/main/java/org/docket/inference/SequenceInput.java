/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;
import org.docket.kernel.Product;
import org.docket.model.LstmWeights;

/** The second layer's input: what each direction of the first put out, in this one's order. */
final class SequenceInput implements LayerInput {

  private final boolean backward;
  private final int stride;
  private final float[] bias;
  private final Product[] products;

  /**
   * @param directions of the layer below; the rows of the weights are theirs, one after the other
   */
  SequenceInput(LstmWeights weights, int directions, boolean backward, Arena arena, Kernel kernel) {
    int units = weights.input().rows() / directions;
    this.backward = backward;
    this.stride = Gates.stride(weights);
    this.bias = Gates.bias(weights);
    this.products = new Product[directions];
    for (int direction = 0; direction < directions; direction++) {
      int at = arena.place(units, stride);
      Gates.copy(weights.input(), direction * units, units, arena.memory(), at);
      products[direction] = kernel.product(arena.memory(), at, units, stride, stride);
    }
  }

  @Override
  public void apply(PackedBatch batch, int from, int to, Workspace workspace) {
    float[] gates = workspace.gates(stride);
    int rows = (to - from) * batch.size();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, gates, row * stride, stride);
    }
    for (int direction = 0; direction < products.length; direction++) {
      boolean reversed = backward != (direction == 1);
      Sequence below = workspace.below(direction, reversed);
      products[direction].addTo(
          rows, below.values(), below.at(from, 0), below.width(), gates, 0, stride, false);
    }
  }
}
