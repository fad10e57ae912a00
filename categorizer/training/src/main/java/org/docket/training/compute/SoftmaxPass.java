/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.Arrays;
import org.docket.kernel.Kernel;

/**
 * From the features of texts to the cross entropy of a softmax over their categories, and back. For
 * one thread; arrays are reused from batch to batch.
 */
public final class SoftmaxPass {

  private final int inputSize;
  private final int categories;
  private final float[] categoryWeights;
  private final WeightMatrix weights;
  private final float[] bias;
  private final float[] scales;
  private final TransposedProduct transposedProduct;

  /** What inputs were multiplied with; nothing without dropout. */
  private float[] masks = {};

  /** [rows x inputSize], after dropout. */
  private float[] inputs = {};

  /** [rows x width]: first logits, then their gradients. */
  private float[] logits = {};

  /** [rows x back width] */
  private float[] padded = {};

  private final float[] dWeights;
  private final float[] dBias;
  private final double[] exponentials;

  /**
   * Makes room.
   *
   * @param categoryWeights how much a text of each category counts; null if labels are to be taken
   *     for probabilities, which sum to 1, as Deeplearning4j does without weights
   */
  public SoftmaxPass(Kernel kernel, int inputSize, int categories, float[] categoryWeights) {
    this.inputSize = inputSize;
    this.categories = categories;
    this.categoryWeights = categoryWeights;
    this.weights = new WeightMatrix(kernel, inputSize, categories);
    this.bias = new float[weights.width()];
    this.scales = new float[categories];
    Arrays.fill(scales, 1);
    this.transposedProduct = new TransposedProduct(kernel);
    this.dWeights = new float[inputSize * weights.width()];
    this.dBias = new float[categories];
    this.exponentials = new double[categories];
  }

  /**
   * Takes new weights.
   *
   * @param flat the matrix [input size x categories] column by column, then the bias
   */
  public void set(float[] flat) {
    weights.set(flat, 0, scales);
    System.arraycopy(flat, inputSize * categories, bias, 0, categories);
  }

  /**
   * Forwards and back.
   *
   * @param features [rows x input size]; replaced by their gradients
   * @param labels [rows x categories]
   * @param dropRate share of the features that are dropped
   * @param seed of what is dropped
   * @return the sum of the losses of all rows
   */
  public double run(int rows, float[] features, float[] labels, double dropRate, long seed) {
    int size = rows * inputSize;
    inputs = Buffers.grown(inputs, rows, inputSize);
    if (dropRate > 0) {
      masks = Buffers.grown(masks, rows, inputSize);
      DropoutMask.draw(dropRate, seed, masks, size);
      DropoutMask.apply(features, masks, size, inputs);
    } else {
      System.arraycopy(features, 0, inputs, 0, size);
    }
    logits = Buffers.grown(logits, rows, weights.width());
    weights.project(bias, 0, rows, inputs, logits);
    double loss = 0;
    Arrays.fill(dBias, 0);
    for (int row = 0; row < rows; row++) {
      loss += softmax(row * weights.width(), labels, row * categories);
    }
    backpropagate(rows, features);
    if (dropRate > 0) {
      DropoutMask.apply(features, masks, size, features);
    }
    return loss;
  }

  /** The gradients of the sum of the losses, in the layout that {@link #set} takes. */
  public float[] gradients() {
    float[] flat = new float[(inputSize + 1) * categories];
    weights.flatten(dWeights, flat, 0);
    System.arraycopy(dBias, 0, flat, inputSize * categories, categories);
    return flat;
  }

  /** Logits of a row to their gradients; returns its loss. */
  private double softmax(int offset, float[] labels, int labelOffset) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < categories; i++) {
      max = Math.max(max, logits[offset + i]);
    }
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < categories; i++) {
      exponentials[i] = Math.exp(logits[offset + i] - max);
      sum += exponentials[i];
      weight += target(i, labels, labelOffset);
    }
    if (categoryWeights == null) {
      weight = 1;
    }
    double logSum = max + Math.log(sum);
    double loss = 0;
    for (int i = 0; i < categories; i++) {
      double target = target(i, labels, labelOffset);
      loss += target * (logSum - logits[offset + i]);
      float gradient = (float) (weight * exponentials[i] / sum - target);
      logits[offset + i] = gradient;
      dBias[i] += gradient;
    }
    return loss;
  }

  private double target(int category, float[] labels, int labelOffset) {
    double label = labels[labelOffset + category];
    return categoryWeights == null ? label : categoryWeights[category] * label;
  }

  private void backpropagate(int rows, float[] dFeatures) {
    int width = weights.width();
    int backWidth = weights.backWidth();
    Arrays.fill(dWeights, 0);
    transposedProduct.add(rows, inputSize, inputs, 0, inputSize, logits, 0, width, dWeights);
    padded = Buffers.grown(padded, rows, backWidth);
    Arrays.fill(padded, 0, rows * backWidth, 0);
    weights.back().addTo(rows, logits, 0, width, padded, 0, backWidth, false);
    Buffers.unpad(padded, backWidth, rows, inputSize, dFeatures);
  }
}
