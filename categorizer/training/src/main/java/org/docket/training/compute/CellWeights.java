/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.Arrays;
import org.docket.kernel.Kernel;
import org.docket.kernel.Product;

/**
 * The weights of one LSTM layer in one direction, as the kernels want them: ready for products,
 * forwards and back. Filled anew for each batch.
 *
 * <p>Forwards, what goes into the gates forget, output and input is halved: see {@link
 * TrainingKernel}. Gradients are those of the weights as Deeplearning4j has them.
 */
final class CellWeights {

  final int inputSize;
  final int units;

  /** Columns of a row of gates: 4 x units, padded. */
  final int width;

  private final WeightMatrix input;
  private final WeightMatrix recurrent;

  /** Of the pre-activations of gates, forwards; [columns] */
  private final float[] scales;

  /** [width] */
  private final float[] bias;

  private boolean finite = true;

  CellWeights(Kernel kernel, int inputSize, int units) {
    this.inputSize = inputSize;
    this.units = units;
    this.width = Kernel.padded(columns());
    this.bias = new float[width];
    this.input = new WeightMatrix(kernel, inputSize, columns());
    this.recurrent = new WeightMatrix(kernel, units, columns());
    this.scales = new float[columns()];
    Arrays.fill(scales, 0, units, 1);
    Arrays.fill(scales, units, columns(), 0.5f);
  }

  /** Gates: 4 x units. */
  int columns() {
    return TrainingKernel.GATES * units;
  }

  /** From outputs, [any x units], to halved pre-activations, [any x width]. */
  Product recurrent() {
    return recurrent.forward();
  }

  /**
   * From gradients of pre-activations, [any x width], to those of inputs, [any x padded input
   * size].
   */
  Product inputBack() {
    return input.back();
  }

  /**
   * From gradients of pre-activations, [any x width], to those of outputs, [any x padded units].
   */
  Product recurrentBack() {
    return recurrent.back();
  }

  /**
   * Takes new values.
   *
   * @param flat W, R and b one after the other, W and R column by column, as Deeplearning4j has
   *     them
   */
  void set(float[] flat) {
    int inputs = inputSize * columns();
    int recurrents = units * columns();
    finite = Buffers.areFinite(flat, 0, flat.length);
    input.set(flat, 0, scales);
    recurrent.set(flat, inputs, scales);
    for (int column = 0; column < columns(); column++) {
      bias[column] = scales[column] * flat[inputs + recurrents + column];
    }
  }

  /** Whether no weight is NaN or infinite. */
  boolean isFinite() {
    return finite;
  }

  /** How many values {@link #set} takes. */
  int size() {
    return (inputSize + units + 1) * columns();
  }

  /**
   * The halved pre-activations of rows of input, with the bias.
   *
   * @param from [rows x input size], as {@code to} is [rows x width]
   * @param first the row that both begin with
   */
  void project(int first, int rows, float[] from, float[] to) {
    input.project(bias, first, rows, from, to);
  }

  /** A gradient of these weights, in the same layout. */
  Gradient newGradient() {
    return new Gradient();
  }

  /** Sums of gradients: of the weights that they belong to. */
  final class Gradient {

    final float[] dInput = new float[inputSize * width];
    final float[] dRecurrent = new float[units * width];
    final float[] dBias = new float[width];

    void clear() {
      Arrays.fill(dInput, 0);
      Arrays.fill(dRecurrent, 0);
      Arrays.fill(dBias, 0);
    }

    void add(Gradient other, TrainingKernel kernel) {
      kernel.add(dInput.length, other.dInput, 0, dInput, 0);
      kernel.add(dRecurrent.length, other.dRecurrent, 0, dRecurrent, 0);
      kernel.add(dBias.length, other.dBias, 0, dBias, 0);
    }

    /** In the layout that {@link CellWeights#set} takes. */
    float[] flat() {
      float[] flat = new float[size()];
      input.flatten(dInput, flat, 0);
      recurrent.flatten(dRecurrent, flat, inputSize * columns());
      System.arraycopy(dBias, 0, flat, (inputSize + units) * columns(), columns());
      return flat;
    }
  }
}
