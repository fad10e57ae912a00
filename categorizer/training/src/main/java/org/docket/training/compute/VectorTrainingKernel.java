/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;

/**
 * The Vector API, with vectors as wide as serving has. The methods call nothing but its own methods
 * where it matters: see {@link org.docket.kernel}'s kernel of vectors.
 */
final class VectorTrainingKernel implements TrainingKernel {

  private static final VectorSpecies<Float> SPECIES = species();
  private static final int LANES = SPECIES.length();

  private final Kernel base;
  private final ScalarTrainingKernel rest;

  VectorTrainingKernel(Kernel base) {
    this.base = base;
    this.rest = new ScalarTrainingKernel(base);
  }

  private static VectorSpecies<Float> species() {
    return switch (Kernels.best().name()) {
      case "vector128" -> FloatVector.SPECIES_128;
      case "vector256" -> FloatVector.SPECIES_256;
      default -> FloatVector.SPECIES_512;
    };
  }

  @Override
  public Kernel base() {
    return base;
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

  /** The last vector ends with the last unit: where it overlaps, it computes the same again. */
  @Override
  public void cell(
      int units,
      float[] gates,
      int gatesOffset,
      float[] previous,
      int previousOffset,
      float[] cell,
      float[] copy,
      int offset) {
    if (units < LANES) {
      rest.cell(units, gates, gatesOffset, previous, previousOffset, cell, copy, offset);
      return;
    }
    FloatVector half = constant(0.5f);
    for (int i = 0; i < units; i += LANES) {
      int unit = Math.min(i, units - LANES);
      int gate = gatesOffset + unit;
      FloatVector forget = load(gates, gate + units).fma(half, half);
      FloatVector input = load(gates, gate + 3 * units).fma(half, half);
      FloatVector next =
          forget.mul(load(previous, previousOffset + unit)).add(input.mul(load(gates, gate)));
      next.intoArray(cell, offset + unit);
      next.intoArray(copy, offset + unit);
    }
  }

  @Override
  public void output(
      int units,
      float[] gates,
      int gatesOffset,
      float[] squashed,
      int squashedOffset,
      float[] hidden,
      int hiddenOffset) {
    if (units < LANES) {
      rest.output(units, gates, gatesOffset, squashed, squashedOffset, hidden, hiddenOffset);
      return;
    }
    FloatVector half = constant(0.5f);
    for (int i = 0; i < units; i += LANES) {
      int unit = Math.min(i, units - LANES);
      load(gates, gatesOffset + 2 * units + unit)
          .fma(half, half)
          .mul(load(squashed, squashedOffset + unit))
          .intoArray(hidden, hiddenOffset + unit);
    }
  }

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
    FloatVector half = constant(0.5f);
    FloatVector one = constant(1);
    int unit = 0;
    for (; unit + LANES <= units; unit += LANES) {
      int gate = gatesOffset + unit;
      FloatVector candidate = load(gates, gate);
      FloatVector forget = load(gates, gate + units).fma(half, half);
      FloatVector output = load(gates, gate + 2 * units).fma(half, half);
      FloatVector input = load(gates, gate + 3 * units).fma(half, half);
      FloatVector tanh = load(squashed, offset + unit);
      FloatVector dOut = load(dOutput, dOutputOffset + unit).add(load(dHidden, carryOffset + unit));
      FloatVector dC =
          dOut.mul(output).mul(one.sub(tanh.mul(tanh))).add(load(dCell, carryOffset + unit));
      dC.mul(input).mul(one.sub(candidate.mul(candidate))).intoArray(gates, gate);
      dC.mul(load(previous, previousOffset + unit))
          .mul(forget)
          .mul(one.sub(forget))
          .intoArray(gates, gate + units);
      dOut.mul(tanh).mul(output).mul(one.sub(output)).intoArray(gates, gate + 2 * units);
      dC.mul(candidate).mul(input).mul(one.sub(input)).intoArray(gates, gate + 3 * units);
      dC.mul(forget).intoArray(dCell, carryOffset + unit);
    }
    ScalarTrainingKernel.stepBack(
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
    ScalarTrainingKernel.adam(i, count, rate, beta1, beta2, epsilon, gradients, offset, m, v);
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static FloatVector load(float[] values, int offset) {
    return FloatVector.fromArray(SPECIES, values, offset);
  }
}
