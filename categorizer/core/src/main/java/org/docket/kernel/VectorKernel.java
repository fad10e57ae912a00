/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel of the Vector API (JEP 338 and its successors), whose part used here is the same in
 * JDK 17 to 25.
 *
 * <p>The methods are written out, and call nothing but the Vector API: only its own methods are
 * inlined without fail. A helper of ours is left out of line where a compiled method has grown, and
 * every vector that goes through it is then allocated (a document took twice as long, in one JVM of
 * two).
 *
 * <p>Numbers are clamped to ± {@link Tanh#LIMIT} by their bits: floats without their sign are
 * ordered as integers are. FloatVector's min and max care for NaN and take three times as long.
 */
final class VectorKernel implements Kernel {

  // Static and final, so that the JIT compiler knows the width.
  static final VectorSpecies<Float> SPECIES = species();
  static final int LANES = SPECIES.length();

  private static final int MAGNITUDE = 0x7fffffff;
  private static final int SIGN = 0x80000000;
  private static final int LIMIT = Float.floatToIntBits(Tanh.LIMIT);

  /** As many bytes as a vector has floats; of 128 bits there is none so narrow. */
  private static final VectorSpecies<Long> BYTES =
      LANES == 16 ? LongVector.SPECIES_128 : LongVector.SPECIES_64;

  private static VectorSpecies<Float> species() {
    return switch (Kernels.vectorBits()) {
      case 128 -> FloatVector.SPECIES_128;
      case 256 -> FloatVector.SPECIES_256;
      case 512 -> FloatVector.SPECIES_512;
      default -> FloatVector.SPECIES_PREFERRED;
    };
  }

  @Override
  public String name() {
    return "vector" + SPECIES.vectorBitSize();
  }

  @Override
  public Product product(float[] b, int offset, int inner, int columns, int stride) {
    return new VectorProduct(b, offset, inner, columns, stride);
  }

  @Override
  public void tanh(float[] values, int offset, int length) {
    FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
    FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
    FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
    FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
    FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
    FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
    FloatVector q4 = FloatVector.broadcast(SPECIES, Tanh.Q4);
    for (int i = offset; i < offset + length; i += LANES) {
      IntVector bits = FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts();
      IntVector magnitude = bits.and(MAGNITUDE).min(LIMIT);
      FloatVector x = magnitude.or(bits.and(SIGN)).reinterpretAsFloats();
      FloatVector t = x.mul(x);
      FloatVector p = p3.fma(t, p2).fma(t, p1).fma(t, p0).mul(x);
      FloatVector q = q4.fma(t, q3).fma(t, q2).fma(t, q1).fma(t, one);
      p.div(q).intoArray(values, i);
    }
  }

  @Override
  public void lstmState(
      int units,
      float[] gates,
      int gatesOffset,
      float[] cell,
      int cellOffset,
      float[] hidden,
      int hiddenOffset) {
    FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
    FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
    FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
    FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
    FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
    FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
    FloatVector q4 = FloatVector.broadcast(SPECIES, Tanh.Q4);
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    for (int u = 0; u < units; u += LANES) {
      FloatVector i = FloatVector.fromArray(SPECIES, gates, gatesOffset + u);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, gatesOffset + units + u);
      FloatVector g = FloatVector.fromArray(SPECIES, gates, gatesOffset + 2 * units + u);
      FloatVector o = FloatVector.fromArray(SPECIES, gates, gatesOffset + 3 * units + u);
      FloatVector old = FloatVector.fromArray(SPECIES, cell, cellOffset + u);
      FloatVector now = f.fma(old, old).add(i.fma(g, g)).mul(half);
      now.intoArray(cell, cellOffset + u);
      IntVector bits = now.reinterpretAsInts();
      IntVector magnitude = bits.and(MAGNITUDE).min(LIMIT);
      FloatVector x = magnitude.or(bits.and(SIGN)).reinterpretAsFloats();
      FloatVector t = x.mul(x);
      FloatVector p = p3.fma(t, p2).fma(t, p1).fma(t, p0).mul(x);
      FloatVector q = q4.fma(t, q3).fma(t, q2).fma(t, q1).fma(t, one);
      o.fma(half, half).mul(p).div(q).intoArray(hidden, hiddenOffset + u);
    }
  }

  @Override
  public void addAndMax(int length, float[] values, int offset, float[] sums, float[] maxima) {
    for (int i = 0; i < length; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, values, offset + i);
      FloatVector.fromArray(SPECIES, sums, i).add(x).intoArray(sums, i);
      FloatVector.fromArray(SPECIES, maxima, i).max(x).intoArray(maxima, i);
    }
  }

  @Override
  public void addRows(int rows, int[] ids, float[] table, int width, float[] sums) {
    int i = 0;
    for (; i + LANES <= width; i += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, i);
      for (int row = 0; row < rows; row++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, table, ids[row] * width + i));
      }
      sum.intoArray(sums, i);
    }
    for (; i < width; i++) {
      for (int row = 0; row < rows; row++) {
        sums[i] += table[ids[row] * width + i];
      }
    }
  }

  /** Not by fma, which would round once where the others do twice. */
  @Override
  public void addBytes(
      int rows, float[] factors, int[] offsets, long[] longs, int width, float[] sums) {
    if (LANES < Long.BYTES) {
      Kernels.scalar().addBytes(rows, factors, offsets, longs, width, sums);
      return;
    }
    for (int i = 0; i < width; i += BYTES.length()) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, i * Long.BYTES);
      for (int row = 0; row < rows; row++) {
        LongVector bytes = LongVector.fromArray(BYTES, longs, offsets[row] + i);
        Vector<Float> floats =
            bytes.reinterpretAsBytes().convertShape(VectorOperators.B2F, SPECIES, 0);
        sum = sum.add(floats.mul(FloatVector.broadcast(SPECIES, factors[row])));
      }
      sum.intoArray(sums, i * Long.BYTES);
    }
  }
}
