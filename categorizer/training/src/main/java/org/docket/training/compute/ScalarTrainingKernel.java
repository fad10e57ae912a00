/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import org.docket.kernel.Kernel;

/** Plain loops: the reference, and what runs without the Vector API. */
final class ScalarTrainingKernel implements TrainingKernel {

  private final Kernel base;

  ScalarTrainingKernel(Kernel base) {
    this.base = base;
  }

  @Override
  public Kernel base() {
    return base;
  }

  @Override
  public void add(int count, float[] from, int fromOffset, float[] to, int toOffset) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] += from[fromOffset + i];
    }
  }

  @Override
  public void cell(
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] cell,
      float[] copy,
      int offset) {
    for (int unit = 0; unit < units; unit++) {
      int gate = gatesOffset + unit;
      float forget = sigmoid(gates[gate + units]);
      float input = sigmoid(gates[gate + 3 * units]);
      float next = forget * previous[previousOffset + unit] + input * gates[gate];
      cell[offset + unit] = next;
      copy[offset + unit] = next;
    }
  }

  @Override
  public void output(
      int units,
      float[] gates,
      int gatesOffset,
      float[] squashed,
      int squashedOffset,
      float[] hidden,
      int hiddenOffset) {
    for (int unit = 0; unit < units; unit++) {
      float output = sigmoid(gates[gatesOffset + 2 * units + unit]);
      hidden[hiddenOffset + unit] = output * squashed[squashedOffset + unit];
    }
  }

  @Override
  public void stepBack(
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] squashed,
      int offset,
      float[] dOutput,
      int dOutputOffset,
      float[] dHidden,
      float[] dCell,
      int carryOffset) {
    stepBack(
        0,
        units,
        gates,
        gatesOffset,
        previous,
        previousOffset,
        squashed,
        offset,
        dOutput,
        dOutputOffset,
        dHidden,
        dCell,
        carryOffset);
  }

  /** The units from {@code first} on. */
  static void stepBack(
      int first,
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] squashed,
      int offset,
      float[] dOutput,
      int dOutputOffset,
      float[] dHidden,
      float[] dCell,
      int carryOffset) {
    for (int unit = first; unit < units; unit++) {
      int gate = gatesOffset + unit;
      float candidate = gates[gate];
      float forget = sigmoid(gates[gate + units]);
      float output = sigmoid(gates[gate + 2 * units]);
      float input = sigmoid(gates[gate + 3 * units]);
      float tanh = squashed[offset + unit];
      float dOut = dOutput[dOutputOffset + unit] + dHidden[carryOffset + unit];
      float dC = dCell[carryOffset + unit] + dOut * output * (1 - tanh * tanh);
      gates[gate] = dC * input * (1 - candidate * candidate);
      gates[gate + units] = dC * previous[previousOffset + unit] * forget * (1 - forget);
      gates[gate + 2 * units] = dOut * tanh * output * (1 - output);
      gates[gate + 3 * units] = dC * candidate * input * (1 - input);
      dCell[carryOffset + unit] = dC * forget;
    }
  }

  @Override
  public void adam(
      int count,
      float rate,
      float beta1,
      float beta2,
      float epsilon,
      float[] gradients,
      int offset,
      float[] m,
      float[] v) {
    adam(0, count, rate, beta1, beta2, epsilon, gradients, offset, m, v);
  }

  /** The values from {@code first} on. */
  static void adam(
      int first,
      int count,
      float rate,
      float beta1,
      float beta2,
      float epsilon,
      float[] gradients,
      int offset,
      float[] m,
      float[] v) {
    for (int i = first; i < count; i++) {
      float gradient = gradients[offset + i];
      m[i] = beta1 * m[i] + (1 - beta1) * gradient;
      v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient;
      gradients[offset + i] = rate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
    }
  }

  /** From the tanh of half the argument. */
  private static float sigmoid(float tanh) {
    return 0.5f + 0.5f * tanh;
  }
}
