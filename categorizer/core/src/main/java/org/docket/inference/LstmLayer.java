/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.model.LstmWeights;

/**
 * One LSTM layer in one direction; the equations stand at {@link LstmWeights}. Immutable.
 *
 * <p>Sequences are row-major arrays, a row per token. Rows of weights are added up one after the
 * other, so that the inner loops run over consecutive floats, which the JIT compiler vectorises.
 */
final class LstmLayer {

  private final LstmWeights weights;
  private final int inputSize;
  private final int units;

  LstmLayer(LstmWeights weights) {
    this.weights = weights;
    this.inputSize = weights.input().rows();
    this.units = weights.units();
  }

  /**
   * Runs over a text.
   *
   * @param input [length x input size]
   * @param length tokens
   * @param backward whether to run from the last token to the first
   * @param output [length x width]; this layer's rows of H values are written at {@code offset}
   * @param offset first column that is written
   * @param width of a row of the output
   */
  void run(float[] input, int length, boolean backward, float[] output, int offset, int width) {
    float[] gates = new float[4 * units];
    float[] cell = new float[units];
    float[] hidden = new float[units];
    for (int step = 0; step < length; step++) {
      int token = backward ? length - 1 - step : step;
      System.arraycopy(weights.bias(), 0, gates, 0, gates.length);
      addProduct(input, token * inputSize, inputSize, weights.input().values(), gates);
      addProduct(hidden, 0, units, weights.recurrent().values(), gates);
      activate(gates, cell, hidden);
      System.arraycopy(hidden, 0, output, token * width + offset, units);
    }
  }

  /** sums += vector · matrix. */
  static void addProduct(float[] vector, int start, int size, float[] matrix, float[] sums) {
    int columns = sums.length;
    for (int row = 0; row < size; row++) {
      float factor = vector[start + row];
      int offset = row * columns;
      for (int column = 0; column < columns; column++) {
        sums[column] += factor * matrix[offset + column];
      }
    }
  }

  private void activate(float[] gates, float[] cell, float[] hidden) {
    for (int unit = 0; unit < units; unit++) {
      float in = sigmoid(gates[unit]);
      float forget = sigmoid(gates[units + unit]);
      float candidate = tanh(gates[2 * units + unit]);
      float out = sigmoid(gates[3 * units + unit]);
      cell[unit] = forget * cell[unit] + in * candidate;
      hidden[unit] = out * tanh(cell[unit]);
    }
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }

  /** Through exp, which the JVM has as an intrinsic; Math.tanh is several times slower. */
  private static float tanh(float x) {
    return (float) (1 - 2 / (Math.exp(2 * x) + 1));
  }
}
