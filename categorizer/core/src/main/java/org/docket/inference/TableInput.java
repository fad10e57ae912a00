/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Objects;
import org.docket.kernel.Kernels;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.NetworkShape;

/**
 * The first layer's input, looked up: embedding · weights + bias depends on the token alone, so it
 * is computed once for each token of the vocabulary.
 */
final class TableInput implements LayerInput {

  /** A table may take this many times the memory of the embedding, or this many floats. */
  private static final int MAX_GROWTH = 4;

  private static final int ALWAYS = 1 << 20;

  private final float[] memory;
  private final boolean backward;
  private final int rows;
  private final int stride;
  private final int at;

  TableInput(Matrix embedding, LstmWeights weights, boolean backward, Arena arena) {
    this.memory = arena.memory();
    this.backward = backward;
    this.rows = embedding.rows();
    this.stride = Gates.stride(weights);
    this.at = arena.place(embedding.rows(), stride);
    fold(embedding, weights);
  }

  /** Whether a table is worth its memory: a wide layer over small embeddings would blow it up. */
  static boolean fits(NetworkShape shape) {
    long floats = (long) shape.vocabularySize() * Gates.stride(shape.units().get(0));
    long embedding = (long) shape.vocabularySize() * shape.embeddingSize();
    return floats <= Math.max(ALWAYS, MAX_GROWTH * embedding) && floats < Integer.MAX_VALUE / 4;
  }

  /** By plain loops: in a fresh JVM the Vector API is slow for longer than this takes. */
  private void fold(Matrix embedding, LstmWeights weights) {
    int size = embedding.columns();
    float[] input = new float[size * stride];
    Gates.copy(weights.input(), 0, size, input, 0);
    float[] bias = Gates.bias(weights);
    for (int row = 0; row < embedding.rows(); row++) {
      System.arraycopy(bias, 0, memory, at + row * stride, stride);
    }
    Kernels.scalar()
        .product(input, 0, size, stride, stride)
        .addTo(embedding.rows(), embedding.values(), 0, size, memory, at, stride, false);
  }

  /** Row after row without anything between them, so that their cache misses overlap. */
  @Override
  public void apply(PackedBatch batch, int from, int to, Workspace workspace) {
    float[] gates = workspace.gates(stride);
    for (int step = from; step < to; step++) {
      int row = (step - from) * batch.size();
      for (int document = 0; document < batch.active(step); document++) {
        // Behind the table stand other weights, which would make an answer too.
        int id = Objects.checkIndex(batch.id(document, step, backward), rows);
        System.arraycopy(memory, at + id * stride, gates, (row + document) * stride, stride);
      }
    }
  }
}
