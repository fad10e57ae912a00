/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;
import org.docket.kernel.Product;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;

/**
 * The first layer's input, computed for each token: where a {@link TableInput} would be too big.
 */
final class EmbeddingInput implements LayerInput {

  private final Matrix embedding;
  private final boolean backward;
  private final int stride;
  private final float[] bias;
  private final Product product;

  EmbeddingInput(
      Matrix embedding, LstmWeights weights, boolean backward, Arena arena, Kernel kernel) {
    this.embedding = embedding;
    this.backward = backward;
    this.stride = Gates.stride(weights);
    this.bias = Gates.bias(weights);
    int at = arena.place(embedding.columns(), stride);
    Gates.copy(weights.input(), 0, embedding.columns(), arena.memory(), at);
    this.product = kernel.product(arena.memory(), at, embedding.columns(), stride, stride);
  }

  @Override
  public void apply(PackedBatch batch, int from, int to, Workspace workspace) {
    float[] gates = workspace.gates(stride);
    int size = embedding.columns();
    for (int step = from; step < to; step++) {
      int row = (step - from) * batch.size();
      for (int document = 0; document < batch.active(step); document++) {
        int id = batch.id(document, step, backward);
        int at = (row + document) * stride;
        System.arraycopy(bias, 0, gates, at, stride);
        product.addTo(1, embedding.values(), id * size, size, gates, at, stride, false);
      }
    }
  }
}
