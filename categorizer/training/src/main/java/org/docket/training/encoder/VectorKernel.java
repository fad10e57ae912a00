/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API, with vectors as wide as the machine's.
 *
 * <p>A product is made of tiles of C that stay in registers while the inner dimension runs: 4 rows
 * by 4 vectors, so that each load of B serves four rows, and each load of A four vectors.
 */
final class VectorKernel implements Kernel {

  static final VectorSpecies<Float> SPECIES = species();
  private static final int LANES = SPECIES.length();

  /**
   * The tanh of a float: x P(x²) / Q(x²), fitted over the range for the least largest relative
   * error, which is 6e-9 before rounding; beyond it the value at its end, 1 to a float's precision.
   */
  private static final float LIMIT = 7.9f;

  private static final float P1 = 0.13450652360916138f;
  private static final float P2 = 0.0035790284164249897f;
  private static final float P3 = 2.2023818019079044e-05f;
  private static final float P4 = 1.542871430615378e-08f;
  private static final float Q1 = 0.4678398072719574f;
  private static final float Q2 = 0.026192378252744675f;
  private static final float Q3 = 0.00034237088402733207f;
  private static final float Q4 = 8.599095053796191e-07f;

  /** At most 16 lanes: the alignment that the callers keep. */
  private static VectorSpecies<Float> species() {
    return FloatVector.SPECIES_PREFERRED.length() > ALIGNMENT
        ? FloatVector.SPECIES_512
        : FloatVector.SPECIES_PREFERRED;
  }

  @Override
  public String name() {
    return "vector, " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public void multiplyAdd(
      int rows,
      int inner,
      int columns,
      float[] a,
      int aOffset,
      int aRow,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cOffset,
      int cRow) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      int from = aOffset + row * aRow;
      int to = cOffset + row * cRow;
      int column = 0;
      for (; column + 4 * LANES <= columns; column += 4 * LANES) {
        tile4x4(inner, a, from, aRow, aInner, b, bOffset + column, bRow, c, to + column, cRow);
      }
      for (; column < columns; column += LANES) {
        tile4x1(inner, a, from, aRow, aInner, b, bOffset + column, bRow, c, to + column, cRow);
      }
    }
    for (; row < rows; row++) {
      int from = aOffset + row * aRow;
      int to = cOffset + row * cRow;
      int column = 0;
      for (; column + 4 * LANES <= columns; column += 4 * LANES) {
        tile1x4(inner, a, from, aInner, b, bOffset + column, bRow, c, to + column);
      }
      for (; column < columns; column += LANES) {
        tile1x1(inner, a, from, aInner, b, bOffset + column, bRow, c, to + column);
      }
    }
  }

  private static void tile4x4(
      int inner,
      float[] a,
      int aOffset,
      int aRow,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int c0,
      int cRow) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector s00 = load(c, c0);
    FloatVector s01 = load(c, c0 + LANES);
    FloatVector s02 = load(c, c0 + 2 * LANES);
    FloatVector s03 = load(c, c0 + 3 * LANES);
    FloatVector s10 = load(c, c1);
    FloatVector s11 = load(c, c1 + LANES);
    FloatVector s12 = load(c, c1 + 2 * LANES);
    FloatVector s13 = load(c, c1 + 3 * LANES);
    FloatVector s20 = load(c, c2);
    FloatVector s21 = load(c, c2 + LANES);
    FloatVector s22 = load(c, c2 + 2 * LANES);
    FloatVector s23 = load(c, c2 + 3 * LANES);
    FloatVector s30 = load(c, c3);
    FloatVector s31 = load(c, c3 + LANES);
    FloatVector s32 = load(c, c3 + 2 * LANES);
    FloatVector s33 = load(c, c3 + 3 * LANES);
    for (int i = 0; i < inner; i++) {
      int from = aOffset + i * aInner;
      int row = bOffset + i * bRow;
      FloatVector b0 = load(b, row);
      FloatVector b1 = load(b, row + LANES);
      FloatVector b2 = load(b, row + 2 * LANES);
      FloatVector b3 = load(b, row + 3 * LANES);
      FloatVector factor = FloatVector.broadcast(SPECIES, a[from]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      s02 = factor.fma(b2, s02);
      s03 = factor.fma(b3, s03);
      factor = FloatVector.broadcast(SPECIES, a[from + aRow]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      s12 = factor.fma(b2, s12);
      s13 = factor.fma(b3, s13);
      factor = FloatVector.broadcast(SPECIES, a[from + 2 * aRow]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      s22 = factor.fma(b2, s22);
      s23 = factor.fma(b3, s23);
      factor = FloatVector.broadcast(SPECIES, a[from + 3 * aRow]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
      s32 = factor.fma(b2, s32);
      s33 = factor.fma(b3, s33);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s02.intoArray(c, c0 + 2 * LANES);
    s03.intoArray(c, c0 + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s23.intoArray(c, c2 + 3 * LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s32.intoArray(c, c3 + 2 * LANES);
    s33.intoArray(c, c3 + 3 * LANES);
  }

  private static void tile4x1(
      int inner,
      float[] a,
      int aOffset,
      int aRow,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int c0,
      int cRow) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector s0 = load(c, c0);
    FloatVector s1 = load(c, c1);
    FloatVector s2 = load(c, c2);
    FloatVector s3 = load(c, c3);
    for (int i = 0; i < inner; i++) {
      int from = aOffset + i * aInner;
      FloatVector row = load(b, bOffset + i * bRow);
      s0 = FloatVector.broadcast(SPECIES, a[from]).fma(row, s0);
      s1 = FloatVector.broadcast(SPECIES, a[from + aRow]).fma(row, s1);
      s2 = FloatVector.broadcast(SPECIES, a[from + 2 * aRow]).fma(row, s2);
      s3 = FloatVector.broadcast(SPECIES, a[from + 3 * aRow]).fma(row, s3);
    }
    s0.intoArray(c, c0);
    s1.intoArray(c, c1);
    s2.intoArray(c, c2);
    s3.intoArray(c, c3);
  }

  private static void tile1x4(
      int inner,
      float[] a,
      int aOffset,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int c0) {
    FloatVector s0 = load(c, c0);
    FloatVector s1 = load(c, c0 + LANES);
    FloatVector s2 = load(c, c0 + 2 * LANES);
    FloatVector s3 = load(c, c0 + 3 * LANES);
    for (int i = 0; i < inner; i++) {
      int row = bOffset + i * bRow;
      FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + i * aInner]);
      s0 = factor.fma(load(b, row), s0);
      s1 = factor.fma(load(b, row + LANES), s1);
      s2 = factor.fma(load(b, row + 2 * LANES), s2);
      s3 = factor.fma(load(b, row + 3 * LANES), s3);
    }
    s0.intoArray(c, c0);
    s1.intoArray(c, c0 + LANES);
    s2.intoArray(c, c0 + 2 * LANES);
    s3.intoArray(c, c0 + 3 * LANES);
  }

  private static void tile1x1(
      int inner,
      float[] a,
      int aOffset,
      int aInner,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int c0) {
    FloatVector sum = load(c, c0);
    for (int i = 0; i < inner; i++) {
      sum =
          FloatVector.broadcast(SPECIES, a[aOffset + i * aInner])
              .fma(load(b, bOffset + i * bRow), sum);
    }
    sum.intoArray(c, c0);
  }

  @Override
  public void add(int count, float[] from, int fromOffset, float[] to, int toOffset) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      load(to, toOffset + i).add(load(from, fromOffset + i)).intoArray(to, toOffset + i);
    }
    for (; i < count; i++) {
      to[toOffset + i] += from[fromOffset + i];
    }
  }

  @Override
  public void step(
      int units,
      float[] sums,
      int sumsOffset,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] cell,
      float[] squashed,
      int offset,
      float[] hidden,
      int hiddenOffset) {
    if (units < LANES) {
      SCALAR.step(
          units,
          sums,
          sumsOffset,
          gates,
          gatesOffset,
          previous,
          previousOffset,
          cell,
          squashed,
          offset,
          hidden,
          hiddenOffset);
      return;
    }
    squash(units, 1, 0, sums, sumsOffset, gates, gatesOffset);
    squash(3 * units, 0.5f, 0.5f, sums, sumsOffset + units, gates, gatesOffset + units);
    for (int i = 0; i < units; i += LANES) {
      int unit = Math.min(i, units - LANES);
      int gate = gatesOffset + unit;
      load(gates, gate + 3 * units)
          .mul(load(gates, gate))
          .add(load(gates, gate + units).mul(load(previous, previousOffset + unit)))
          .intoArray(cell, offset + unit);
    }
    squash(units, 1, 0, cell, offset, squashed, offset);
    for (int i = 0; i < units; i += LANES) {
      int unit = Math.min(i, units - LANES);
      load(gates, gatesOffset + 2 * units + unit)
          .mul(load(squashed, offset + unit))
          .intoArray(hidden, hiddenOffset + unit);
    }
  }

  /**
   * to = scale · tanh(scale · from) + shift: with 1 and 0 the tanh, with a half and a half the
   * sigmoid. The last vector ends with the last value: where it overlaps, it computes the same
   * again.
   *
   * <p>Two vectors at a time, which hides the latency of one; it also makes the method too long to
   * be inlined, and that keeps its callers within what the JIT compiler optimizes in one piece.
   */
  private static void squash(
      int count, float scale, float shift, float[] from, int fromOffset, float[] to, int toOffset) {
    FloatVector scales = constant(scale);
    FloatVector shifts = constant(shift);
    int last = count - LANES;
    for (int i = 0; i < count; i += 2 * LANES) {
      int first = Math.min(i, last);
      int second = Math.min(i + LANES, last);
      FloatVector x = load(from, fromOffset + first).mul(scales);
      FloatVector y = load(from, fromOffset + second).mul(scales);
      x = x.min(constant(LIMIT)).max(constant(-LIMIT));
      y = y.min(constant(LIMIT)).max(constant(-LIMIT));
      FloatVector xx = x.mul(x);
      FloatVector yy = y.mul(y);
      FloatVector p = constant(P4);
      FloatVector r = p.fma(yy, constant(P3));
      p = p.fma(xx, constant(P3));
      r = r.fma(yy, constant(P2));
      p = p.fma(xx, constant(P2));
      r = r.fma(yy, constant(P1));
      p = p.fma(xx, constant(P1));
      r = r.fma(yy, constant(1)).mul(y);
      p = p.fma(xx, constant(1)).mul(x);
      FloatVector q = constant(Q4);
      FloatVector s = q.fma(yy, constant(Q3));
      q = q.fma(xx, constant(Q3));
      s = s.fma(yy, constant(Q2));
      q = q.fma(xx, constant(Q2));
      s = s.fma(yy, constant(Q1));
      q = q.fma(xx, constant(Q1));
      s = s.fma(yy, constant(1));
      q = q.fma(xx, constant(1));
      p.div(q).fma(scales, shifts).intoArray(to, toOffset + first);
      r.div(s).fma(scales, shifts).intoArray(to, toOffset + second);
    }
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static final ScalarKernel SCALAR = new ScalarKernel();

  @Override
  public void stepBack(
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] squashed,
      int offset,
      float[] dOutput,
      int dOutputOffset,
      float[] dHidden,
      float[] dCell,
      int carryOffset) {
    int unit = 0;
    for (; unit + LANES <= units; unit += LANES) {
      int gate = gatesOffset + unit;
      FloatVector candidate = load(gates, gate);
      FloatVector forget = load(gates, gate + units);
      FloatVector output = load(gates, gate + 2 * units);
      FloatVector input = load(gates, gate + 3 * units);
      FloatVector tanh = load(squashed, offset + unit);
      FloatVector dOut = load(dOutput, dOutputOffset + unit).add(load(dHidden, carryOffset + unit));
      FloatVector dC =
          dOut.mul(output)
              .mul(constant(1).sub(tanh.mul(tanh)))
              .add(load(dCell, carryOffset + unit));
      dC.mul(input).mul(constant(1).sub(candidate.mul(candidate))).intoArray(gates, gate);
      dC.mul(load(previous, previousOffset + unit))
          .mul(forget)
          .mul(constant(1).sub(forget))
          .intoArray(gates, gate + units);
      dOut.mul(tanh).mul(output).mul(constant(1).sub(output)).intoArray(gates, gate + 2 * units);
      dC.mul(candidate).mul(input).mul(constant(1).sub(input)).intoArray(gates, gate + 3 * units);
      dC.mul(forget).intoArray(dCell, carryOffset + unit);
    }
    ScalarKernel.stepBack(
        unit,
        units,
        gates,
        gatesOffset,
        previous,
        previousOffset,
        squashed,
        offset,
        dOutput,
        dOutputOffset,
        dHidden,
        dCell,
        carryOffset);
  }

  @Override
  public void adam(
      int count,
      float rate,
      float beta1,
      float beta2,
      float epsilon,
      float[] gradients,
      int offset,
      float[] m,
      float[] v) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector gradient = load(gradients, offset + i);
      FloatVector first = load(m, i).mul(constant(beta1)).add(gradient.mul(constant(1 - beta1)));
      FloatVector second =
          load(v, i).mul(constant(beta2)).add(gradient.mul(constant(1 - beta2)).mul(gradient));
      first.intoArray(m, i);
      second.intoArray(v, i);
      first
          .mul(constant(rate))
          .div(second.sqrt().add(constant(epsilon)))
          .intoArray(gradients, offset + i);
    }
    ScalarKernel.adam(i, count, rate, beta1, beta2, epsilon, gradients, offset, m, v);
  }

  private static FloatVector load(float[] values, int offset) {
    return FloatVector.fromArray(SPECIES, values, offset);
  }
}
