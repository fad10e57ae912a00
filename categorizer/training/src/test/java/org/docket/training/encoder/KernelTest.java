/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel that runs here computes what the plain loops do, at sizes that fit no vector. */
class KernelTest {

  private final Kernel reference = new ScalarKernel();
  private final Kernel best = Kernels.best();

  @Test
  void theTestsRunWithVectors() {
    assertThat(best.name()).startsWith("vector");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 16", "3, 5, 32", "4, 50, 208", "5, 17, 80", "8, 64, 256", "13, 100, 112"})
  void multiplies(int rows, int inner, int columns) {
    Random random = new Random(rows);
    float[] a = floats(random, rows * inner + 3);
    float[] b = floats(random, inner * columns + 3);
    for (boolean transposed : new boolean[] {false, true}) {
      int aRow = transposed ? 1 : inner;
      int aInner = transposed ? rows : 1;
      float[] expected = floats(new Random(9), rows * (columns + 2) + 3);
      float[] actual = expected.clone();
      int cRow = columns + 2;
      reference.multiplyAdd(
          rows, inner, columns, a, 3, aRow, aInner, b, 3, columns, expected, 3, cRow);
      best.multiplyAdd(rows, inner, columns, a, 3, aRow, aInner, b, 3, columns, actual, 3, cRow);

      assertThat(actual).containsExactly(expected, within(1e-6f * inner));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 15, 16, 17, 31, 50, 63, 64, 65})
  void stepsForwardsAndBack(int units) {
    Cell expected = new Cell(units, new Random(units));
    Cell actual = new Cell(units, new Random(units));

    expected.step(reference);
    actual.step(best);
    assertThat(actual.gates).containsExactly(expected.gates, within(1e-6f));
    assertThat(actual.cell).containsExactly(expected.cell, within(1e-6f));
    assertThat(actual.squashed).containsExactly(expected.squashed, within(1e-6f));
    assertThat(actual.hidden).containsExactly(expected.hidden, within(1e-6f));

    expected.stepBack(reference);
    actual.stepBack(best);
    assertThat(actual.gates).containsExactly(expected.gates, within(1e-5f));
    assertThat(actual.dCell).containsExactly(expected.dCell, within(1e-5f));
  }

  @Test
  void saturatesAndDoesNotHideWhatIsNoNumber() {
    float[] values = {0, 1e-20f, 5, -5, 8, -8, 1e30f, -1e30f, Float.POSITIVE_INFINITY, Float.NaN};
    for (float value : values) {
      Cell expected = new Cell(16, new Random(1));
      Arrays.fill(expected.sums, value);
      Cell actual = new Cell(16, new Random(1));
      Arrays.fill(actual.sums, value);
      expected.step(reference);
      actual.step(best);
      if (Float.isNaN(value)) {
        assertThat(actual.hidden[5]).isNaN();
      } else {
        assertThat(actual.hidden).containsExactly(expected.hidden, within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 100})
  void addsAndUpdates(int count) {
    Random random = new Random(count);
    float[] from = floats(random, count + 1);
    float[] expected = floats(random, count + 2);
    float[] actual = expected.clone();
    reference.add(count, from, 1, expected, 2);
    best.add(count, from, 1, actual, 2);
    assertThat(actual).isEqualTo(expected);

    float[] m = new float[count];
    float[] v = new float[count];
    reference.adam(count, 0.01f, 0.9f, 0.999f, 1e-8f, expected, 2, m, v);
    best.adam(count, 0.01f, 0.9f, 0.999f, 1e-8f, actual, 2, new float[count], new float[count]);
    assertThat(actual).containsExactly(expected, within(1e-6f));
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** The arrays of one step, with offsets. */
  private static final class Cell {

    private final int units;
    private final float[] sums;
    private final float[] gates;
    private final float[] previous;
    private final float[] cell;
    private final float[] squashed;
    private final float[] hidden;
    private final float[] dOutput;
    private final float[] dHidden;
    private final float[] dCell;

    Cell(int units, Random random) {
      this.units = units;
      this.sums = floats(random, 4 * units + 1);
      this.gates = new float[4 * units + 2];
      this.previous = floats(random, units + 3);
      this.cell = new float[units + 4];
      this.squashed = new float[units + 4];
      this.hidden = new float[units + 5];
      this.dOutput = floats(random, units + 6);
      this.dHidden = floats(random, units + 7);
      this.dCell = floats(random, units + 7);
    }

    void step(Kernel kernel) {
      kernel.step(units, sums, 1, gates, 2, previous, 3, cell, squashed, 4, hidden, 5);
    }

    void stepBack(Kernel kernel) {
      kernel.stepBack(units, gates, 2, previous, 3, squashed, 4, dOutput, 6, dHidden, dCell, 7);
    }
  }
}
