/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

/**
 * Plain loops: the reference, and what runs where the JVM lacks the Vector API. Their shape is one
 * that the JIT compiler turns into vector instructions by itself.
 */
final class ScalarKernel implements Kernel {

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public Product product(float[] b, int offset, int inner, int columns, int stride) {
    return new ScalarProduct(b, offset, inner, columns, stride);
  }

  @Override
  public void tanh(float[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      values[i] = Tanh.of(values[i]);
    }
  }

  @Override
  public void lstmState(
      int units,
      float[] gates,
      int gatesOffset,
      float[] cell,
      int cellOffset,
      float[] hidden,
      int hiddenOffset) {
    int forget = gatesOffset + units;
    int candidate = forget + units;
    int out = candidate + units;
    for (int u = 0; u < units; u++) {
      float g = gates[candidate + u];
      float old = cell[cellOffset + u];
      float now = 0.5f * (old + gates[forget + u] * old + g + gates[gatesOffset + u] * g);
      cell[cellOffset + u] = now;
      hidden[hiddenOffset + u] = now;
    }
    tanh(hidden, hiddenOffset, Kernel.padded(units));
    for (int u = 0; u < units; u++) {
      hidden[hiddenOffset + u] *= 0.5f + 0.5f * gates[out + u];
    }
  }

  @Override
  public void addAndMax(int length, float[] values, int offset, float[] sums, float[] maxima) {
    for (int i = 0; i < length; i++) {
      sums[i] += values[offset + i];
      maxima[i] = Math.max(maxima[i], values[offset + i]);
    }
  }

  @Override
  public void addRows(int rows, int[] ids, float[] table, int width, float[] sums) {
    for (int row = 0; row < rows; row++) {
      int at = ids[row] * width;
      for (int i = 0; i < width; i++) {
        sums[i] += table[at + i];
      }
    }
  }

  @Override
  public void addBytes(
      int rows, float[] factors, int[] offsets, long[] longs, int width, float[] sums) {
    for (int row = 0; row < rows; row++) {
      float factor = factors[row];
      for (int i = 0; i < width; i++) {
        long bytes = longs[offsets[row] + i];
        int at = i * Long.BYTES;
        sums[at] += factor * (byte) bytes;
        sums[at + 1] += factor * (byte) (bytes >> 8);
        sums[at + 2] += factor * (byte) (bytes >> 16);
        sums[at + 3] += factor * (byte) (bytes >> 24);
        sums[at + 4] += factor * (byte) (bytes >> 32);
        sums[at + 5] += factor * (byte) (bytes >> 40);
        sums[at + 6] += factor * (byte) (bytes >> 48);
        sums[at + 7] += factor * (byte) (bytes >> 56);
      }
    }
  }
}
