/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.nio.FloatBuffer;
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
    m = flat.get(NDArrayIndex.interval(0, half));
    v = flat.get(NDArrayIndex.interval(half, 2 * half));
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    FloatBuffer gradients = NativeFloats.of(gradient);
    FloatBuffer first = NativeFloats.of(m);
    FloatBuffer second = NativeFloats.of(v);
    float rate = rate(iteration, epoch);
    int share = SHARE * BLOCK;
    int count = gradients.capacity();
    workers.run(
        (count + share - 1) / share,
        i -> {
          Blocks blocks = new Blocks(gradients, first, second, rate);
          int end = Math.min(count, (i + 1) * share);
          for (int start = i * share; start < end; start += BLOCK) {
            blocks.update(start, Math.min(BLOCK, end - start));
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

  /** Blocks one after the other, for one thread. */
  private final class Blocks {

    private final FloatBuffer gradients;
    private final FloatBuffer m;
    private final FloatBuffer v;
    private final float rate;
    private final float[] g = new float[BLOCK];
    private final float[] first = new float[BLOCK];
    private final float[] second = new float[BLOCK];

    Blocks(FloatBuffer gradients, FloatBuffer m, FloatBuffer v, float rate) {
      this.gradients = gradients;
      this.m = m;
      this.v = v;
      this.rate = rate;
    }

    void update(int start, int count) {
      Adam adam = config.adam();
      gradients.get(start, g, 0, count);
      m.get(start, first, 0, count);
      v.get(start, second, 0, count);
      kernel.adam(
          count,
          rate,
          (float) adam.getBeta1(),
          (float) adam.getBeta2(),
          (float) adam.getEpsilon(),
          g,
          0,
          first,
          second);
      m.put(start, first, 0, count);
      v.put(start, second, 0, count);
      gradients.put(start, g, 0, count);
    }
  }
}
