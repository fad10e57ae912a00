/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;

/**
 * What one direction of a layer put out: a row of values for each step of each document of a packed
 * batch, in the order of the steps, for each step the documents'.
 *
 * <p>Reused from pass to pass by one thread; it grows, and never shrinks.
 */
final class Sequence {

  private final int width;
  private float[] values = {};
  private int documents;

  /**
   * @param units values in a row
   */
  Sequence(int units) {
    this.width = Kernel.padded(units);
  }

  /** Makes room; what was there is lost. */
  void resize(PackedBatch batch) {
    documents = batch.size();
    int size = Math.addExact(Math.multiplyExact(batch.steps() * documents, width), Kernel.BLOCK);
    if (values.length < size) {
      values = new float[size];
    }
  }

  /** Whether there is room for more rows than so many. */
  boolean holdsMoreThan(int rows) {
    return values.length > (long) rows * width + Kernel.BLOCK;
  }

  float[] values() {
    return values;
  }

  /** From one row to the next. */
  int width() {
    return width;
  }

  /** The offset of a row. */
  int at(int step, int document) {
    return (step * documents + document) * width;
  }

  /** Takes the rows of another one, each document's last first. */
  void setReversed(Sequence other, PackedBatch batch) {
    resize(batch);
    for (int document = 0; document < documents; document++) {
      int last = batch.length(document) - 1;
      for (int step = 0; step <= last; step++) {
        System.arraycopy(
            other.values, other.at(last - step, document), values, at(step, document), width);
      }
    }
  }
}
