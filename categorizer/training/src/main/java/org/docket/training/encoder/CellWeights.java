/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.util.Arrays;

/**
 * The weights of one LSTM layer in one direction, as the kernels want them: row-major with padded
 * rows, and transposed too. Filled anew for each batch.
 */
final class CellWeights {

  final int inputSize;
  final int units;

  /** Columns of a row of gates: 4 x units, padded. */
  final int width;

  /** [input size x width] */
  final float[] input;

  /** [units x width] */
  final float[] recurrent;

  /** [width] */
  final float[] bias;

  /** [4 x units rows, of the padded input size] */
  final float[] inputTransposed;

  /** [4 x units rows, of the padded units] */
  final float[] recurrentTransposed;

  CellWeights(int inputSize, int units) {
    this.inputSize = inputSize;
    this.units = units;
    this.width = Kernel.aligned(Kernel.GATES * units);
    this.input = new float[Math.multiplyExact(inputSize, width)];
    this.recurrent = new float[Math.multiplyExact(units, width)];
    this.bias = new float[width];
    this.inputTransposed = new float[columns() * Kernel.aligned(inputSize)];
    this.recurrentTransposed = new float[columns() * Kernel.aligned(units)];
  }

  /** Gates: 4 x units. */
  int columns() {
    return Kernel.GATES * units;
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
    fill(flat, 0, inputSize, input, inputTransposed);
    fill(flat, inputs, units, recurrent, recurrentTransposed);
    System.arraycopy(flat, inputs + recurrents, bias, 0, columns());
  }

  /** How many values {@link #set} takes. */
  int size() {
    return (inputSize + units + 1) * columns();
  }

  private void fill(float[] flat, int offset, int rows, float[] matrix, float[] transposed) {
    int transposedWidth = Kernel.aligned(rows);
    for (int column = 0; column < columns(); column++) {
      int from = offset + column * rows;
      System.arraycopy(flat, from, transposed, column * transposedWidth, rows);
      for (int row = 0; row < rows; row++) {
        matrix[row * width + column] = flat[from + row];
      }
    }
  }

  /** Copies the bias into rows of gates. */
  void startSums(float[] sums, int rows) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, sums, row * width, width);
    }
  }

  /** A gradient of these weights, in the same layout. */
  Gradient newGradient() {
    return new Gradient();
  }

  /** Sums of gradients: of the weights that they belong to. */
  final class Gradient {

    final float[] dInput = new float[input.length];
    final float[] dRecurrent = new float[recurrent.length];
    final float[] dBias = new float[bias.length];

    void clear() {
      Arrays.fill(dInput, 0);
      Arrays.fill(dRecurrent, 0);
      Arrays.fill(dBias, 0);
    }

    void add(Gradient other, Kernel kernel) {
      kernel.add(dInput.length, other.dInput, 0, dInput, 0);
      kernel.add(dRecurrent.length, other.dRecurrent, 0, dRecurrent, 0);
      kernel.add(dBias.length, other.dBias, 0, dBias, 0);
    }

    /** In the layout that {@link CellWeights#set} takes. */
    float[] flat() {
      float[] flat = new float[size()];
      copy(dInput, inputSize, flat, 0);
      copy(dRecurrent, units, flat, inputSize * columns());
      System.arraycopy(dBias, 0, flat, (inputSize + units) * columns(), columns());
      return flat;
    }

    private void copy(float[] matrix, int rows, float[] flat, int offset) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns(); column++) {
          flat[offset + column * rows + row] = matrix[row * width + column];
        }
      }
    }
  }
}
