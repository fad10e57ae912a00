/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;

/**
 * Weights as {@link Kernel#lstmState} wants them: the columns of the gates i, f and o halved,
 * because σ(x) = ½ (1 + tanh(x / 2)). A factor of two costs no precision.
 */
final class Gates {

  private Gates() {}

  /** The length of a row of gates in memory. */
  static int stride(LstmWeights weights) {
    return stride(weights.units());
  }

  /** The length of a row of gates in memory, for a layer of so many units. */
  static int stride(int units) {
    return Kernel.padded(4 * units);
  }

  /** Copies rows of weights, halved. */
  static void copy(Matrix weights, int firstRow, int rows, float[] memory, int offset) {
    int stride = Kernel.padded(weights.columns());
    for (int row = 0; row < rows; row++) {
      int from = (firstRow + row) * weights.columns();
      copy(weights.values(), from, weights.columns(), memory, offset + row * stride);
    }
  }

  /** The bias as a row of gates, halved. */
  static float[] bias(LstmWeights weights) {
    float[] row = new float[stride(weights)];
    copy(weights.bias(), 0, weights.bias().length, row, 0);
    return row;
  }

  private static void copy(float[] values, int from, int columns, float[] memory, int offset) {
    int units = columns / 4;
    for (int column = 0; column < columns; column++) {
      float scale = column / units == 2 ? 1 : 0.5f;
      memory[offset + column] = scale * values[from + column];
    }
  }
}
