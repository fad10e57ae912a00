/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

/** Plain loops: the reference, and what runs without the Vector API. */
final class ScalarKernel implements Kernel {

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public void multiplyAdd(
      int rows,
      int inner,
      int columns,
      float[] a,
      int aOffset,
      int aRow,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cOffset,
      int cRow) {
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inner; i++) {
        float factor = a[aOffset + row * aRow + i * aInner];
        addProduct(columns, factor, b, bOffset + i * bRow, c, cOffset + row * cRow);
      }
    }
  }

  /** One array of each kind, and the same index into both: what the JIT compiler vectorises. */
  private static void addProduct(
      int count, float factor, float[] from, int fromOffset, float[] to, int toOffset) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] += factor * from[fromOffset + i];
    }
  }

  @Override
  public void add(int count, float[] from, int fromOffset, float[] to, int toOffset) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] += from[fromOffset + i];
    }
  }

  @Override
  public void step(
      int units,
      float[] sums,
      int sumsOffset,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] cell,
      float[] squashed,
      int offset,
      float[] hidden,
      int hiddenOffset) {
    for (int unit = 0; unit < units; unit++) {
      int sum = sumsOffset + unit;
      int gate = gatesOffset + unit;
      float candidate = tanh(sums[sum]);
      float forget = sigmoid(sums[sum + units]);
      float output = sigmoid(sums[sum + 2 * units]);
      float input = sigmoid(sums[sum + 3 * units]);
      float next = forget * previous[previousOffset + unit] + input * candidate;
      float tanh = tanh(next);
      gates[gate] = candidate;
      gates[gate + units] = forget;
      gates[gate + 2 * units] = output;
      gates[gate + 3 * units] = input;
      cell[offset + unit] = next;
      squashed[offset + unit] = tanh;
      hidden[hiddenOffset + unit] = output * tanh;
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
      float forget = gates[gate + units];
      float output = gates[gate + 2 * units];
      float input = gates[gate + 3 * units];
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

  private static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }

  /** Through exp, which the JVM has as an intrinsic; Math.tanh is several times slower. */
  private static float tanh(float x) {
    return (float) (1 - 2 / (Math.exp(2 * x) + 1));
  }
}
