/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NativeFloatsTest {

  /** Rows 1 2 3 and 4 5 6. */
  private final INDArray rows = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void copiesRowByRowWhateverTheLayout() {
    assertThat(NativeFloats.copy(rows)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(NativeFloats.copy(rows.dup('f'))).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(NativeFloats.copy(rows.transpose())).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(NativeFloats.copy(rows.castTo(DataType.INT32))).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(NativeFloats.copy(columns(1, 3))).containsExactly(2, 3, 5, 6);
    assertThat(NativeFloats.copy(rows.getRow(1))).containsExactly(4, 5, 6);
  }

  @Test
  void theMemoryIsThatOfTheArrayItself() {
    FloatBuffer memory = NativeFloats.of(rows.getRow(1));
    memory.put(2, 9);

    assertThat(memory.capacity()).isEqualTo(3);
    assertThat(rows.getFloat(1, 2)).isEqualTo(9);
  }

  @Test
  void arraysWithGapsAndOtherTypesHaveNoSuchMemory() {
    assertThatThrownBy(() -> NativeFloats.of(columns(0, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("floats without gaps");
    assertThatThrownBy(() -> NativeFloats.of(rows.castTo(DataType.DOUBLE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("floats without gaps");
  }

  /** The array that is read is a temporary one, which nobody else holds. */
  @Test
  void theMemoryIsNotFreedWhileItIsRead() {
    INDArray ones = Nd4j.ones(DataType.FLOAT, 500, 2).dup('f');
    float[] values = new float[1000];

    NativeFloats.read(
        ones,
        memory -> {
          collectGarbageAndUseItsMemory();
          memory.get(0, values);
        });

    assertThat(IntStream.range(0, 1000).filter(i -> values[i] != 1).count()).isZero();
  }

  private static void collectGarbageAndUseItsMemory() {
    List<INDArray> arrays = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      System.gc();
      try {
        Thread.sleep(50); // ND4J frees on a thread of its own
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      for (int i = 0; i < 20; i++) {
        arrays.add(Nd4j.zeros(1000).addi(7));
      }
    }
    assertThat(arrays).hasSize(60);
  }

  private INDArray columns(int from, int to) {
    return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
  }
}
