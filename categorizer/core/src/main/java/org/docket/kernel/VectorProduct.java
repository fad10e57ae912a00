/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import static org.docket.kernel.VectorKernel.LANES;
import static org.docket.kernel.VectorKernel.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products that keep their sums in registers: four rows of C by two vectors (four with AVX-512), so
 * that each load of B serves four rows; or one row by four to seven vectors, so that enough
 * independent sums hide the latency of the multiply-add (with a rest of single vectors a document
 * alone took a fifth longer).
 *
 * <p>Every sum runs over B's rows in order, so that the blocks change no bit of the result. The
 * blocks are written out because an array of vectors would be allocated; see also {@link
 * VectorKernel}.
 */
final class VectorProduct implements Product {

  /** AVX-512 has 32 registers: room for sixteen sums. Others may have 16. */
  private static final boolean WIDE = LANES == Kernel.BLOCK;

  private final float[] b;
  private final int bOffset;
  private final int inner;
  private final int columns;
  private final int stride;

  VectorProduct(float[] b, int offset, int inner, int columns, int stride) {
    this.b = b;
    this.bOffset = offset;
    this.inner = inner;
    this.columns = columns;
    this.stride = stride;
  }

  @Override
  public void addTo(
      int rows,
      float[] a,
      int aOffset,
      int aStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean fromEnd) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      int at = aOffset + row * aStride;
      int to = cOffset + row * cStride;
      int j = 0;
      for (; WIDE && j + 4 * LANES <= columns; j += 4 * LANES) {
        fourRows4(inner, a, at, aStride, b, bOffset + j, stride, c, to + j, cStride);
      }
      for (; j + 2 * LANES <= columns; j += 2 * LANES) {
        fourRows2(inner, a, at, aStride, b, bOffset + j, stride, c, to + j, cStride);
      }
      if (j < columns) {
        fourRows1(inner, a, at, aStride, b, bOffset + j, stride, c, to + j, cStride);
      }
    }
    for (; row < rows; row++) {
      int at = aOffset + row * aStride;
      oneRow(a, at, c, cOffset + row * cStride, fromEnd);
    }
  }

  /** Shares the columns out to blocks of four to seven vectors; fewer than four go one by one. */
  private void oneRow(float[] a, int at, float[] c, int to, boolean fromEnd) {
    int vectors = columns / LANES;
    int blocks = (vectors + 6) / 7;
    for (int i = 0; i < blocks; i++) {
      int block = fromEnd ? blocks - 1 - i : i;
      int first = block * vectors / blocks;
      int width = (block + 1) * vectors / blocks - first;
      oneRowBlock(width, a, at, bOffset + first * LANES, c, to + first * LANES);
    }
  }

  private void oneRowBlock(int width, float[] a, int at, int from, float[] c, int to) {
    switch (width) {
      case 7 -> row7(inner, a, at, b, from, stride, c, to);
      case 6 -> row6(inner, a, at, b, from, stride, c, to);
      case 5 -> row5(inner, a, at, b, from, stride, c, to);
      case 4 -> row4(inner, a, at, b, from, stride, c, to);
      default -> {
        for (int i = 0; i < width; i++) {
          row1(inner, a, at, b, from + i * LANES, stride, c, to + i * LANES);
        }
      }
    }
  }

  private static void fourRows4(
      int inner,
      float[] a,
      int at,
      int aStride,
      float[] b,
      int bOffset,
      int stride,
      float[] c,
      int to,
      int cStride) {
    int a1 = at + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int to1 = to + cStride;
    int to2 = to1 + cStride;
    int to3 = to2 + cStride;
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector c02 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector c03 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, to1);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, to1 + LANES);
    FloatVector c12 = FloatVector.fromArray(SPECIES, c, to1 + 2 * LANES);
    FloatVector c13 = FloatVector.fromArray(SPECIES, c, to1 + 3 * LANES);
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, to2);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, to2 + LANES);
    FloatVector c22 = FloatVector.fromArray(SPECIES, c, to2 + 2 * LANES);
    FloatVector c23 = FloatVector.fromArray(SPECIES, c, to2 + 3 * LANES);
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, to3);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, to3 + LANES);
    FloatVector c32 = FloatVector.fromArray(SPECIES, c, to3 + 2 * LANES);
    FloatVector c33 = FloatVector.fromArray(SPECIES, c, to3 + 3 * LANES);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, from + 3 * LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      c13 = x.fma(b3, c13);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      c23 = x.fma(b3, c23);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      c33 = x.fma(b3, c33);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c02.intoArray(c, to + 2 * LANES);
    c03.intoArray(c, to + 3 * LANES);
    c10.intoArray(c, to1);
    c11.intoArray(c, to1 + LANES);
    c12.intoArray(c, to1 + 2 * LANES);
    c13.intoArray(c, to1 + 3 * LANES);
    c20.intoArray(c, to2);
    c21.intoArray(c, to2 + LANES);
    c22.intoArray(c, to2 + 2 * LANES);
    c23.intoArray(c, to2 + 3 * LANES);
    c30.intoArray(c, to3);
    c31.intoArray(c, to3 + LANES);
    c32.intoArray(c, to3 + 2 * LANES);
    c33.intoArray(c, to3 + 3 * LANES);
  }

  private static void fourRows2(
      int inner,
      float[] a,
      int at,
      int aStride,
      float[] b,
      int bOffset,
      int stride,
      float[] c,
      int to,
      int cStride) {
    int a1 = at + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int to1 = to + cStride;
    int to2 = to1 + cStride;
    int to3 = to2 + cStride;
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, to1);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, to1 + LANES);
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, to2);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, to2 + LANES);
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, to3);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, to3 + LANES);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c10.intoArray(c, to1);
    c11.intoArray(c, to1 + LANES);
    c20.intoArray(c, to2);
    c21.intoArray(c, to2 + LANES);
    c30.intoArray(c, to3);
    c31.intoArray(c, to3 + LANES);
  }

  private static void fourRows1(
      int inner,
      float[] a,
      int at,
      int aStride,
      float[] b,
      int bOffset,
      int stride,
      float[] c,
      int to,
      int cStride) {
    int a1 = at + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int to1 = to + cStride;
    int to2 = to1 + cStride;
    int to3 = to2 + cStride;
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, to1);
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, to2);
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, to3);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c00 = x.fma(b0, c00);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      c10 = x.fma(b0, c10);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      c20 = x.fma(b0, c20);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      c30 = x.fma(b0, c30);
    }
    c00.intoArray(c, to);
    c10.intoArray(c, to1);
    c20.intoArray(c, to2);
    c30.intoArray(c, to3);
  }

  private static void row7(
      int inner, float[] a, int at, float[] b, int bOffset, int stride, float[] c, int to) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c1 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector c3 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    FloatVector c4 = FloatVector.fromArray(SPECIES, c, to + 4 * LANES);
    FloatVector c5 = FloatVector.fromArray(SPECIES, c, to + 5 * LANES);
    FloatVector c6 = FloatVector.fromArray(SPECIES, c, to + 6 * LANES);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c0 = x.fma(FloatVector.fromArray(SPECIES, b, from), c0);
      c1 = x.fma(FloatVector.fromArray(SPECIES, b, from + LANES), c1);
      c2 = x.fma(FloatVector.fromArray(SPECIES, b, from + 2 * LANES), c2);
      c3 = x.fma(FloatVector.fromArray(SPECIES, b, from + 3 * LANES), c3);
      c4 = x.fma(FloatVector.fromArray(SPECIES, b, from + 4 * LANES), c4);
      c5 = x.fma(FloatVector.fromArray(SPECIES, b, from + 5 * LANES), c5);
      c6 = x.fma(FloatVector.fromArray(SPECIES, b, from + 6 * LANES), c6);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
    c2.intoArray(c, to + 2 * LANES);
    c3.intoArray(c, to + 3 * LANES);
    c4.intoArray(c, to + 4 * LANES);
    c5.intoArray(c, to + 5 * LANES);
    c6.intoArray(c, to + 6 * LANES);
  }

  private static void row6(
      int inner, float[] a, int at, float[] b, int bOffset, int stride, float[] c, int to) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c1 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector c3 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    FloatVector c4 = FloatVector.fromArray(SPECIES, c, to + 4 * LANES);
    FloatVector c5 = FloatVector.fromArray(SPECIES, c, to + 5 * LANES);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c0 = x.fma(FloatVector.fromArray(SPECIES, b, from), c0);
      c1 = x.fma(FloatVector.fromArray(SPECIES, b, from + LANES), c1);
      c2 = x.fma(FloatVector.fromArray(SPECIES, b, from + 2 * LANES), c2);
      c3 = x.fma(FloatVector.fromArray(SPECIES, b, from + 3 * LANES), c3);
      c4 = x.fma(FloatVector.fromArray(SPECIES, b, from + 4 * LANES), c4);
      c5 = x.fma(FloatVector.fromArray(SPECIES, b, from + 5 * LANES), c5);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
    c2.intoArray(c, to + 2 * LANES);
    c3.intoArray(c, to + 3 * LANES);
    c4.intoArray(c, to + 4 * LANES);
    c5.intoArray(c, to + 5 * LANES);
  }

  private static void row5(
      int inner, float[] a, int at, float[] b, int bOffset, int stride, float[] c, int to) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c1 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector c3 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    FloatVector c4 = FloatVector.fromArray(SPECIES, c, to + 4 * LANES);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c0 = x.fma(FloatVector.fromArray(SPECIES, b, from), c0);
      c1 = x.fma(FloatVector.fromArray(SPECIES, b, from + LANES), c1);
      c2 = x.fma(FloatVector.fromArray(SPECIES, b, from + 2 * LANES), c2);
      c3 = x.fma(FloatVector.fromArray(SPECIES, b, from + 3 * LANES), c3);
      c4 = x.fma(FloatVector.fromArray(SPECIES, b, from + 4 * LANES), c4);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
    c2.intoArray(c, to + 2 * LANES);
    c3.intoArray(c, to + 3 * LANES);
    c4.intoArray(c, to + 4 * LANES);
  }

  private static void row4(
      int inner, float[] a, int at, float[] b, int bOffset, int stride, float[] c, int to) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector c1 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector c3 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c0 = x.fma(FloatVector.fromArray(SPECIES, b, from), c0);
      c1 = x.fma(FloatVector.fromArray(SPECIES, b, from + LANES), c1);
      c2 = x.fma(FloatVector.fromArray(SPECIES, b, from + 2 * LANES), c2);
      c3 = x.fma(FloatVector.fromArray(SPECIES, b, from + 3 * LANES), c3);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
    c2.intoArray(c, to + 2 * LANES);
    c3.intoArray(c, to + 3 * LANES);
  }

  private static void row1(
      int inner, float[] a, int at, float[] b, int bOffset, int stride, float[] c, int to) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, c, to);
    int from = bOffset;
    for (int k = 0; k < inner; k++, from += stride) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
      c0 = x.fma(FloatVector.fromArray(SPECIES, b, from), c0);
    }
    c0.intoArray(c, to);
  }
}
