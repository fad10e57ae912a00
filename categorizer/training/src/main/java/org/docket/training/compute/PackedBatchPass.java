/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.ArrayList;
import java.util.List;
import org.docket.kernel.Kernel;
import org.docket.model.NetworkShape;

/**
 * All layers over the texts of a packed batch, forwards and back. For one thread at a time; arrays
 * are reused from batch to batch.
 */
final class PackedBatchPass {

  private final TransposedProduct transposedProduct;
  private final NetworkShape shape;
  private final EncoderWeights weights;
  private final List<LstmPass> passes = new ArrayList<>();
  private final PoolingLayer pooling;

  /** Of each layer, [rows x width]. */
  private final float[][] hidden;

  private final float[][] dHidden;

  /** What the outputs of the first of two layers were multiplied with; nothing without dropout. */
  private float[] dropped = {};

  private float[] masks = {};
  private boolean dropout;

  PackedBatchPass(TrainingKernel kernel, NetworkShape shape, EncoderWeights weights) {
    this.transposedProduct = new TransposedProduct(kernel.base());
    this.shape = shape;
    this.weights = weights;
    this.pooling = new PoolingLayer(kernel, shape);
    this.hidden = new float[shape.units().size()][0];
    this.dHidden = new float[shape.units().size()][0];
    for (int layer = 0; layer < shape.units().size(); layer++) {
      for (int direction = 0; direction < shape.directions(); direction++) {
        passes.add(new LstmPass(kernel, weights.cell(layer, direction), direction == 1));
      }
    }
  }

  /**
   * Forwards.
   *
   * @param projections for each direction the pre-activations of each distinct token
   * @param embeddings of the distinct tokens
   * @param dropRate share of values dropped between two layers
   * @param seed of what is dropped
   * @param features of all texts of the batch; this packed batch's rows are written
   */
  void run(
      PackedBatch packed,
      float[][] projections,
      float[] embeddings,
      double dropRate,
      long seed,
      float[] features) {
    for (int layer = 0; layer < hidden.length; layer++) {
      hidden[layer] = Buffers.grown(hidden[layer], packed.rows(), width(layer));
      float[] input = layer == 0 ? null : dropOut(packed, dropRate, seed);
      for (int direction = 0; direction < shape.directions(); direction++) {
        LstmPass pass = pass(layer, direction);
        int column = direction * shape.units().get(layer);
        if (layer == 0) {
          pass.run(packed, projections[direction], hidden[layer], column, width(layer));
        } else {
          float[] preActivations = pass.prepare(packed);
          weights.cell(layer, direction).project(0, packed.rows(), input, preActivations);
          pass.run(packed, hidden[layer], column, width(layer));
        }
      }
    }
    pooling.run(packed, hidden[hidden.length - 1], embeddings, features);
  }

  /**
   * Back: afterwards {@link #gradients} has those of the first layer's pre-activations; those of
   * the weights, except the first layer's input weights, are added up.
   *
   * @param dFeatures of all texts of the batch
   */
  void backpropagate(PackedBatch packed, float[] dFeatures, List<CellWeights.Gradient> gradients) {
    int top = hidden.length - 1;
    dHidden[top] = Buffers.grown(dHidden[top], packed.rows(), width(top));
    pooling.backpropagate(packed, dFeatures, dHidden[top]);
    for (int layer = top; layer >= 0; layer--) {
      for (int direction = 0; direction < shape.directions(); direction++) {
        CellWeights.Gradient gradient = gradients.get(layer * shape.directions() + direction);
        int column = direction * shape.units().get(layer);
        pass(layer, direction)
            .backpropagate(packed, hidden[layer], dHidden[layer], column, width(layer), gradient);
      }
      if (layer > 0) {
        backpropagateInput(packed, layer, gradients);
      }
    }
  }

  /**
   * The gradients of the pre-activations of the first layer, a row for each of the packed batch's.
   */
  float[] gradients(int direction) {
    return pass(0, direction).gradients();
  }

  private void backpropagateInput(
      PackedBatch packed, int layer, List<CellWeights.Gradient> gradients) {
    int below = layer - 1;
    int inputSize = width(below);
    int padded = Kernel.padded(inputSize);
    float[] dInput = new float[packed.rows() * padded];
    float[] input = dropout ? dropped : hidden[below];
    for (int direction = 0; direction < shape.directions(); direction++) {
      CellWeights cell = weights.cell(layer, direction);
      float[] dPreActivations = pass(layer, direction).gradients();
      cell.inputBack()
          .addTo(packed.rows(), dPreActivations, 0, cell.width, dInput, 0, padded, false);
      float[] dWeights = gradients.get(layer * shape.directions() + direction).dInput;
      transposedProduct.add(
          packed.rows(), inputSize, input, 0, inputSize, dPreActivations, 0, cell.width, dWeights);
    }
    dHidden[below] = Buffers.grown(dHidden[below], packed.rows(), inputSize);
    Buffers.unpad(dInput, padded, packed.rows(), inputSize, dHidden[below]);
    if (dropout) {
      DropoutMask.apply(dHidden[below], masks, packed.rows() * inputSize, dHidden[below]);
    }
  }

  /** Of the first layer's outputs. */
  private float[] dropOut(PackedBatch packed, double rate, long seed) {
    dropout = rate > 0;
    if (!dropout) {
      return hidden[0];
    }
    int size = packed.rows() * width(0);
    masks = Buffers.grown(masks, packed.rows(), width(0));
    dropped = Buffers.grown(dropped, packed.rows(), width(0));
    DropoutMask.draw(rate, seed, masks, size);
    DropoutMask.apply(hidden[0], masks, size, dropped);
    return dropped;
  }

  private LstmPass pass(int layer, int direction) {
    return passes.get(layer * shape.directions() + direction);
  }

  private int width(int layer) {
    return shape.units().get(layer) * shape.directions();
  }
}
