/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JVM's best kernel and the scalar one, against the equations in double precision. */
class KernelTest {

  private static final int SLACK = 5;

  private final Random random = new Random(3);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 16", "1, 3, 32", "1, 50, 208", "1, 20, 80", "1, 7, 48", "1, 17, 64", "1, 63, 96",
    "1, 64, 112", "1, 65, 128", "1, 2, 144", "1, 5, 240", "2, 50, 208", "3, 4, 16", "4, 50, 208",
    "5, 9, 48", "8, 33, 80", "33, 65, 272"
  })
  void productsAreThoseOfTheEquations(int rows, int inner, int columns) {
    float[] a = floats(SLACK + rows * (inner + 3));
    float[] b = floats(SLACK + inner * (columns + 16));
    float[] c = floats(SLACK + rows * (columns + 32));
    for (Kernel kernel : kernels()) {
      for (boolean fromEnd : new boolean[] {false, true}) {
        float[] actual = c.clone();
        kernel
            .product(b, SLACK, inner, columns, columns + 16)
            .addTo(rows, a, SLACK, inner + 3, actual, SLACK, columns + 32, fromEnd);
        for (int row = 0; row < rows; row++) {
          for (int column = 0; column < columns + 32; column++) {
            int at = SLACK + row * (columns + 32) + column;
            double expected = c[at];
            for (int k = 0; k < inner && column < columns; k++) {
              expected +=
                  (double) a[SLACK + row * (inner + 3) + k]
                      * b[SLACK + k * (columns + 16) + column];
            }
            assertThat((double) actual[at])
                .as("%s, row %d, column %d", kernel.name(), row, column)
                .isCloseTo(expected, within(1e-5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 50, 208", "9, 17, 80"})
  void aRowIsTheSameToTheBitWhateverIsBesideIt(int rows, int inner, int columns) {
    float[] a = floats(rows * inner);
    float[] b = floats(inner * columns);
    for (Kernel kernel : kernels()) {
      Product product = kernel.product(b, 0, inner, columns, columns);
      float[] together = new float[rows * columns];
      product.addTo(rows, a, 0, inner, together, 0, columns, false);
      float[] alone = new float[rows * columns];
      for (int row = 0; row < rows; row++) {
        product.addTo(1, a, row * inner, inner, alone, row * columns, columns, true);
      }
      assertThat(alone).as(kernel.name()).isEqualTo(together);
    }
  }

  @Test
  void tanhIsTrueToAMillionth() {
    float[] values = new float[16 * 4000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i - values.length / 2) * 20f / values.length;
    }
    values[0] = Float.NEGATIVE_INFINITY;
    values[1] = Float.POSITIVE_INFINITY;
    values[2] = -0f;
    values[3] = Float.MAX_VALUE;
    values[4] = Float.MIN_VALUE;
    for (Kernel kernel : kernels()) {
      float[] actual = new float[values.length + 3];
      System.arraycopy(values, 0, actual, 3, values.length);
      kernel.tanh(actual, 3, values.length);
      for (int i = 0; i < values.length; i++) {
        assertThat((double) actual[i + 3])
            .as("%s of %s", kernel.name(), values[i])
            .isCloseTo(Math.tanh(values[i]), within(1e-6))
            .isBetween(-1.0000005, 1.0000005);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "16", "17", "50", "63", "64", "65"})
  void theStateIsThatOfTheEquations(int units) {
    int padded = Kernel.padded(units);
    float[] gates = floats(SLACK + 3 * units + padded);
    float[] cell = floats(SLACK + padded);
    for (Kernel kernel : kernels()) {
      float[] cellNow = cell.clone();
      float[] hidden = new float[SLACK + padded];
      kernel.lstmState(units, gates, SLACK, cellNow, SLACK, hidden, SLACK);
      for (int u = 0; u < units; u++) {
        double in = 0.5 + 0.5 * gates[SLACK + u];
        double forget = 0.5 + 0.5 * gates[SLACK + units + u];
        double out = 0.5 + 0.5 * gates[SLACK + 3 * units + u];
        double expected = forget * cell[SLACK + u] + in * gates[SLACK + 2 * units + u];
        assertThat((double) cellNow[SLACK + u]).isCloseTo(expected, within(1e-6));
        assertThat((double) hidden[SLACK + u]).isCloseTo(out * Math.tanh(expected), within(2e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"16", "48", "128"})
  void sumsAndMaximaArePooled(int length) {
    float[] values = floats(SLACK + 3 * length);
    for (Kernel kernel : kernels()) {
      float[] sums = new float[length];
      float[] maxima = new float[length];
      Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
      for (int row = 0; row < 3; row++) {
        kernel.addAndMax(length, values, SLACK + row * length, sums, maxima);
      }
      for (int i = 0; i < length; i++) {
        float a = values[SLACK + i];
        float b = values[SLACK + length + i];
        float c = values[SLACK + 2 * length + i];
        assertThat(sums[i]).isEqualTo(a + b + c);
        assertThat(maxima[i]).isEqualTo(Math.max(a, Math.max(b, c)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "1, 16", "5, 16", "70, 48", "3, 9", "4, 100"})
  void rowsOfATableAreAddedOneAfterTheOther(int rows, int width) {
    float[] table = floats(20 * width);
    int[] ids = random.ints(rows + 1, 0, 20).toArray();
    float[] expected = floats(width);
    float[] start = expected.clone();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        expected[i] += table[ids[row] * width + i];
      }
    }
    for (Kernel kernel : kernels()) {
      float[] sums = start.clone();
      kernel.addRows(rows, ids, table, width, sums);
      assertThat(sums).as(kernel.name()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 2", "70, 2", "9, 3", "5, 11"})
  void rowsOfBytesAreAddedOneAfterTheOther(int rows, int width) {
    long[] longs = random.longs((long) rows * width + SLACK + 1).toArray();
    float[] factors = floats(rows);
    int[] offsets = random.ints(rows, 0, Math.max(0, rows - 1) * width + SLACK + 1).toArray();
    float[] expected = floats(Kernel.padded(Long.BYTES * width));
    float[] start = expected.clone();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < Long.BYTES * width; i++) {
        long word = longs[offsets[row] + i / Long.BYTES];
        expected[i] += factors[row] * (byte) (word >> (Byte.SIZE * (i % Long.BYTES)));
      }
    }
    for (Kernel kernel : kernels()) {
      float[] sums = start.clone();
      kernel.addBytes(rows, factors, offsets, longs, width, sums);
      assertThat(Arrays.copyOf(sums, Long.BYTES * width))
          .as(kernel.name())
          .isEqualTo(Arrays.copyOf(expected, Long.BYTES * width));
    }
  }

  private static Kernel[] kernels() {
    return new Kernel[] {Kernels.best(), Kernels.scalar()};
  }

  private float[] floats(int length) {
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
    return floats;
  }
}
