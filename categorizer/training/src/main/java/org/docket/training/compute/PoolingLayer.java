/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.Arrays;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;

/**
 * The outputs of the top layer as features of a text, and the way back; the layout of the features
 * stands at {@link org.docket.model.NetworkWeights}. For one thread at a time.
 */
final class PoolingLayer {

  private final TrainingKernel kernel;
  private final NetworkShape shape;
  private final int width;
  private final int features;

  /** For each text of the packed batch and each unit the row of the maximum. */
  private final int[] largest;

  PoolingLayer(TrainingKernel kernel, NetworkShape shape) {
    this.kernel = kernel;
    this.shape = shape;
    this.width = shape.topSize();
    this.features = shape.features();
    this.largest = new int[PackedBatch.SIZE * width];
  }

  void run(PackedBatch packed, float[] hidden, float[] embeddings, float[] to) {
    for (int text = 0; text < packed.size(); text++) {
      int offset = packed.text(text) * features;
      Arrays.fill(to, offset, offset + features, 0);
      int pooled = width;
      if (shape.pooling() == Pooling.LAST) {
        int units = width / shape.directions();
        int last = packed.row(text, packed.length(text) - 1) * width;
        System.arraycopy(hidden, last, to, offset, units);
        int first = packed.row(text, 0) * width;
        System.arraycopy(hidden, first + units, to, offset + units, width - units);
      } else {
        mean(packed, text, hidden, width, null, to, offset);
        maximum(packed, text, hidden, to, offset + width);
        pooled = 2 * width;
      }
      if (shape.embeddingMean()) {
        int size = shape.embeddingSize();
        mean(packed, text, embeddings, size, packed.tokens(), to, offset + pooled);
      }
    }
  }

  /** Gradients of the features to gradients of the top layer's outputs. */
  void backpropagate(PackedBatch packed, float[] dFeatures, float[] dHidden) {
    if (shape.pooling() == Pooling.LAST) {
      Arrays.fill(dHidden, 0, packed.rows() * width, 0);
    }
    for (int text = 0; text < packed.size(); text++) {
      int offset = packed.text(text) * features;
      if (shape.pooling() == Pooling.LAST) {
        int units = width / shape.directions();
        int last = packed.row(text, packed.length(text) - 1) * width;
        System.arraycopy(dFeatures, offset, dHidden, last, units);
        int first = packed.row(text, 0) * width + units;
        System.arraycopy(dFeatures, offset + units, dHidden, first, width - units);
      } else {
        backpropagateMeanAndMaximum(packed, text, dFeatures, offset, dHidden);
      }
    }
  }

  private void mean(
      PackedBatch packed, int text, float[] values, int size, int[] rows, float[] to, int offset) {
    int length = packed.length(text);
    for (int step = 0; step < length; step++) {
      int row = packed.row(text, step);
      kernel.add(size, values, (rows == null ? row : rows[row]) * size, to, offset);
    }
    for (int i = 0; i < size; i++) {
      to[offset + i] /= length;
    }
  }

  private void maximum(PackedBatch packed, int text, float[] hidden, float[] to, int offset) {
    int first = packed.row(text, 0);
    System.arraycopy(hidden, first * width, to, offset, width);
    Arrays.fill(largest, text * width, (text + 1) * width, first);
    for (int step = 1; step < packed.length(text); step++) {
      int row = packed.row(text, step);
      for (int unit = 0; unit < width; unit++) {
        float value = hidden[row * width + unit];
        if (value > to[offset + unit]) {
          to[offset + unit] = value;
          largest[text * width + unit] = row;
        }
      }
    }
  }

  private void backpropagateMeanAndMaximum(
      PackedBatch packed, int text, float[] dFeatures, int offset, float[] dHidden) {
    int length = packed.length(text);
    float[] share = new float[width];
    for (int unit = 0; unit < width; unit++) {
      share[unit] = dFeatures[offset + unit] / length;
    }
    for (int step = 0; step < length; step++) {
      System.arraycopy(share, 0, dHidden, packed.row(text, step) * width, width);
    }
    for (int unit = 0; unit < width; unit++) {
      dHidden[largest[text * width + unit] * width + unit] += dFeatures[offset + width + unit];
    }
  }
}
