/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;

/**
 * One float array for all the weights that a pass reads.
 *
 * <p>One, because a vector load that straddles two cache lines costs twice: the JVM starts a large
 * array at a cache line (G1 gives it a region of its own), its values 16 bytes later, and every
 * block here at a whole line after that. With a small array for each matrix the alignment would be
 * left to chance; products with the recurrent weights then took a fifth longer.
 */
final class Arena {

  /** From the end of an array's header to the next cache line. */
  private static final int HEADER_GAP = (64 - 16) / Float.BYTES;

  private final float[] memory;
  private int next = HEADER_GAP;

  /**
   * @param floats how many will be placed
   * @throws ArithmeticException if they are too many for one array
   */
  Arena(long floats) {
    this.memory = new float[Math.toIntExact(floats + HEADER_GAP + Kernel.BLOCK)];
  }

  /**
   * Takes the next place for a matrix, all zero.
   *
   * @param stride the length of a row, a multiple of {@link Kernel#BLOCK}
   * @return the offset of its first value
   */
  int place(int rows, int stride) {
    int offset = next;
    next = Math.addExact(offset, Math.multiplyExact(rows, stride));
    return offset;
  }

  float[] memory() {
    return memory;
  }
}
