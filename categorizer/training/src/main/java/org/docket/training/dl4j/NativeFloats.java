/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's arrays, which lie outside of the Java heap, copied in bulk. */
public final class NativeFloats {

  private NativeFloats() {}

  /**
   * The memory itself of an array that has no gaps; index 0 is its first value. It is freed with
   * the array, whoever still reads it: the caller's array must be in a field, or be used later on.
   */
  static FloatBuffer of(INDArray array) {
    if (array.dataType() != DataType.FLOAT || array.elementWiseStride() != 1) {
      throw new IllegalArgumentException(
          "expected an array of floats without gaps, but got " + array.shapeInfoToString());
    }
    FloatBuffer memory = array.data().asNioFloat();
    return memory.slice(memory.position(), Math.toIntExact(array.length()));
  }

  /** A copy, row by row, whatever the layout. */
  public static float[] copy(INDArray array) {
    float[] values = new float[Math.toIntExact(array.length())];
    read(array, memory -> memory.get(0, values));
    return values;
  }

  /**
   * Lets the values be read row by row, whatever the layout, and holds their memory for so long.
   */
  static void read(INDArray array, Consumer<FloatBuffer> reader) {
    boolean rowByRow =
        array.ordering() == 'c'
            && array.elementWiseStride() == 1
            && array.dataType() == DataType.FLOAT;
    INDArray rows = rowByRow ? array : array.castTo(DataType.FLOAT).dup('c');
    try {
      reader.accept(of(rows));
    } finally {
      Reference.reachabilityFence(rows);
    }
  }
}
