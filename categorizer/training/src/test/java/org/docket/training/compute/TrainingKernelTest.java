/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel that runs here computes what the plain loops do, at sizes that fit no vector. */
class TrainingKernelTest {

  private final TrainingKernel reference = new ScalarTrainingKernel(Kernels.scalar());
  private final TrainingKernel best = TrainingKernels.best();

  @Test
  void theTestsRunWithVectors() {
    assertThat(best.base().name()).startsWith("vector");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 16", "3, 5, 32", "64, 50, 208", "65, 17, 80", "150, 64, 256"})
  void sumsOverRows(int rows, int inner, int columns) {
    Random random = new Random(rows);
    int stride = inner + 2;
    float[] a = floats(random, rows * stride + 3);
    float[] b = floats(random, rows * columns + 5);
    float[] expected = floats(random, inner * columns);
    float[] actual = expected.clone();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inner; i++) {
        for (int j = 0; j < columns; j++) {
          expected[i * columns + j] += a[3 + row * stride + i] * b[5 + row * columns + j];
        }
      }
    }

    new TransposedProduct(best.base()).add(rows, inner, a, 3, stride, b, 5, columns, actual);

    assertThat(actual).containsExactly(expected, within(1e-6f * rows));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 15, 16, 17, 31, 50, 63, 64, 65})
  void stepsForwardsAndBack(int units) {
    Cell expected = new Cell(units, new Random(units));
    Cell actual = new Cell(units, new Random(units));

    expected.step(reference);
    actual.step(best);
    assertThat(actual.cell).containsExactly(expected.cell, within(1e-6f));
    assertThat(actual.squashed).containsExactly(expected.squashed, within(1e-6f));
    assertThat(actual.hidden).containsExactly(expected.hidden, within(1e-6f));

    expected.stepBack(reference);
    actual.stepBack(best);
    assertThat(actual.gates).containsExactly(expected.gates, within(1e-5f));
    assertThat(actual.dCell).containsExactly(expected.dCell, within(1e-5f));
  }

  /** By the equations of the LSTM, in double precision. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 50})
  void theStepIsThatOfTheEquations(int units) {
    Cell cell = new Cell(units, new Random(units));
    float[] gates = cell.gates.clone();
    cell.step(reference);
    for (int u = 0; u < units; u++) {
      double forget = 0.5 + 0.5 * gates[2 + units + u];
      double output = 0.5 + 0.5 * gates[2 + 2 * units + u];
      double input = 0.5 + 0.5 * gates[2 + 3 * units + u];
      double next = forget * cell.previous[3 + u] + input * gates[2 + u];
      assertThat((double) cell.cell[4 + u]).isCloseTo(next, within(1e-6));
      assertThat((double) cell.hidden[5 + u]).isCloseTo(output * Math.tanh(next), within(2e-6));
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

    // From moments of steps before, which are positive where they are of squares.
    float[] m = floats(random, count);
    float[] v = m.clone();
    for (int i = 0; i < count; i++) {
      v[i] *= v[i];
    }
    float[] actualM = m.clone();
    float[] actualV = v.clone();
    reference.adam(count, 0.01f, 0.9f, 0.999f, 1e-8f, expected, 2, m, v);
    best.adam(count, 0.01f, 0.9f, 0.999f, 1e-8f, actual, 2, actualM, actualV);
    assertThat(actual).containsExactly(expected, within(1e-6f));
    assertThat(actualM).containsExactly(m, within(1e-6f));
    assertThat(actualV).containsExactly(v, within(1e-6f));
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
      this.gates = floats(random, 4 * units + 2);
      this.previous = floats(random, units + 3);
      this.cell = new float[units + 4];
      this.squashed = new float[Kernel.padded(units) + 4];
      this.hidden = new float[units + 5];
      this.dOutput = floats(random, units + 6);
      this.dHidden = floats(random, units + 7);
      this.dCell = floats(random, units + 7);
    }

    void step(TrainingKernel kernel) {
      kernel.cell(units, gates, 2, previous, 3, cell, squashed, 4);
      kernel.base().tanh(squashed, 4, Kernel.padded(units));
      kernel.output(units, gates, 2, squashed, 4, hidden, 5);
    }

    void stepBack(TrainingKernel kernel) {
      kernel.stepBack(units, gates, 2, previous, 3, squashed, 4, dOutput, 6, dHidden, dCell, 7);
    }
  }
}
