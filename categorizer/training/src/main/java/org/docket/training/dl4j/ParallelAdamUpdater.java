/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Map;
import org.docket.training.compute.TrainingKernel;
import org.docket.training.compute.TrainingKernels;
import org.docket.training.compute.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** Runs an {@link ParallelAdam}. */
final class ParallelAdamUpdater implements GradientUpdater<ParallelAdam> {

  /** Floats that are copied to the heap at a time: with their moments they fit the L1 cache. */
  private static final int BLOCK = 2048;

  /** Blocks that a thread takes at a time. */
  private static final int SHARE = 64;

  private final ParallelAdam config;
  private final Workers workers = Workers.shared();
  private final TrainingKernel kernel = TrainingKernels.best();
  private INDArray m;
  private INDArray v;

  ParallelAdamUpdater(ParallelAdam config) {
    this.config = config;
  }

  @Override
  public ParallelAdam getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> state, boolean initialize) {
    m = state.get(AdamUpdater.M_STATE);
    v = state.get(AdamUpdater.V_STATE);
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of(AdamUpdater.M_STATE, m, AdamUpdater.V_STATE, v);
  }

  @Override
  public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
    if (initialize) {
      view.assign(0);
    }
    INDArray flat = view.reshape(view.length());
    long half = flat.length() / 2;
    if (half % config.rowSize() != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d weights are no rows of %d", half, config.rowSize()));
    }
    m = flat.get(NDArrayIndex.interval(0, half));
    v = flat.get(NDArrayIndex.interval(half, 2 * half));
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    FloatBuffer gradients = NativeFloats.of(gradient);
    FloatBuffer first = NativeFloats.of(m);
    FloatBuffer second = NativeFloats.of(v);
    float rate = rate(iteration, epoch);
    int rows = Math.max(1, BLOCK / config.rowSize());
    int block = rows * config.rowSize();
    int share = SHARE * block;
    int count = gradients.capacity();
    workers.run(
        (count + share - 1) / share,
        i -> {
          Blocks blocks = new Blocks(gradients, first, second, block, rate);
          int end = Math.min(count, (i + 1) * share);
          for (int start = i * share; start < end; start += block) {
            blocks.update(start, Math.min(block, end - start));
          }
        });
  }

  /** The learning rate with the correction of the moments that began at zero. */
  private float rate(int iteration, int epoch) {
    Adam adam = config.adam();
    double step = iteration + 1.0;
    double correction =
        Math.sqrt(1 - Math.pow(adam.getBeta2(), step)) / (1 - Math.pow(adam.getBeta1(), step));
    return (float) (adam.getLearningRate(iteration, epoch) * correction);
  }

  private static boolean isZero(float[] values, int start, int size) {
    for (int i = start; i < start + size; i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Blocks one after the other, for one thread. */
  private final class Blocks {

    private final FloatBuffer gradients;
    private final FloatBuffer m;
    private final FloatBuffer v;
    private final float rate;
    private final float[] g;
    private final float[] first;
    private final float[] second;

    Blocks(FloatBuffer gradients, FloatBuffer m, FloatBuffer v, int size, float rate) {
      this.gradients = gradients;
      this.m = m;
      this.v = v;
      this.rate = rate;
      this.g = new float[size];
      this.first = new float[size];
      this.second = new float[size];
    }

    void update(int start, int count) {
      gradients.get(start, g, 0, count);
      if (config.isLazy()) {
        int size = config.rowSize();
        for (int row = 0; row < count; row += size) {
          if (!isZero(g, row, size)) {
            update(start, row, size);
          }
        }
      } else {
        update(start, 0, count);
      }
      gradients.put(start, g, 0, count);
    }

    /** Of a block, the values from an offset on. */
    private void update(int start, int offset, int count) {
      Adam adam = config.adam();
      m.get(start + offset, first, 0, count);
      v.get(start + offset, second, 0, count);
      kernel.adam(
          count,
          rate,
          (float) adam.getBeta1(),
          (float) adam.getBeta2(),
          (float) adam.getEpsilon(),
          g,
          offset,
          first,
          second);
      m.put(start + offset, first, 0, count);
      v.put(start + offset, second, 0, count);
    }
  }
}
