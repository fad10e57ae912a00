/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Arrays;
import org.docket.kernel.Kernel;
import org.docket.model.NetworkShape;

/**
 * The memory of one pass, kept for the next. For one thread at a time; it grows to what the longest
 * document so far needed.
 */
final class Workspace {

  /**
   * The documents of a packed batch, at most: two blocks of the rows that kernels compute together.
   */
  static final int DOCUMENTS = 8;

  /** Rows of gates that are computed at once: few enough to stay in the second-level cache. */
  static final int ROWS = 128;

  /**
   * Steps times documents of a packed batch, at most: longer documents go in smaller packed
   * batches.
   */
  static final int MAX_STEPS = 4096;

  final PackedBatch batch = new PackedBatch(DOCUMENTS);
  final NgramCounts ngrams = new NgramCounts();
  private final Sequence[] bottom;
  private final Sequence[] reversed;
  private final Sequence[] top;
  private float[] gates = {};
  private float[] cell = {};
  private float[] sums = {};
  private float[] maxima = {};

  Workspace(NetworkShape shape) {
    int layers = shape.units().size();
    this.top = sequences(shape.directions(), shape.units().get(layers - 1));
    this.bottom = layers == 1 ? top : sequences(shape.directions(), shape.units().get(0));
    this.reversed = sequences(shape.directions(), shape.units().get(0));
  }

  /** Whether it grew for one document of a length that seldom comes, and is not worth keeping. */
  boolean isHuge() {
    return bottom[0].holdsMoreThan(MAX_STEPS);
  }

  /** What a direction of the first layer puts out. */
  Sequence bottom(int direction) {
    return bottom[direction];
  }

  /** What a direction of the top layer puts out; the first layer is the top one if it is alone. */
  Sequence top(int direction) {
    return top[direction];
  }

  /** What the second layer reads. */
  Sequence below(int direction, boolean inReverse) {
    return inReverse ? reversed[direction] : bottom[direction];
  }

  /** Turns round what the first layer put out, for the other direction of the second. */
  void reverseBottom() {
    for (int direction = 0; direction < bottom.length; direction++) {
      reversed[direction].setReversed(bottom[direction], batch);
    }
  }

  /** Room for {@link #ROWS} rows of gates. */
  float[] gates(int stride) {
    // The state of the last unit reads up to a row's length beyond it.
    int size = (ROWS + 1) * stride + Kernel.BLOCK;
    if (gates.length < size) {
      gates = new float[size];
    }
    return gates;
  }

  /** The cells of a layer, at zero. */
  float[] cell(int size) {
    cell = filled(cell, size, 0);
    return cell;
  }

  /** What pooling sums, at zero. */
  float[] sums(int size) {
    sums = filled(sums, size, 0);
    return sums;
  }

  /** What pooling finds largest, below everything. */
  float[] maxima(int size) {
    maxima = filled(maxima, size, Float.NEGATIVE_INFINITY);
    return maxima;
  }

  private static float[] filled(float[] array, int size, float value) {
    float[] room = array.length < size ? new float[size] : array;
    Arrays.fill(room, 0, size, value);
    return room;
  }

  private static Sequence[] sequences(int directions, int units) {
    Sequence[] sequences = new Sequence[directions];
    Arrays.setAll(sequences, i -> new Sequence(units));
    return sequences;
  }
}
