/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.nio.FloatBuffer;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** Runs an {@link EmbeddingAdam}. */
final class EmbeddingAdamUpdater implements GradientUpdater<EmbeddingAdam> {

  /** Floats that are copied to the heap at a time: with their moments they fit the L1 cache. */
  private static final int BLOCK = 2048;

  private final EmbeddingAdam config;
  private final Workers workers = Workers.shared();
  private final Kernel kernel = Kernels.best();
  private INDArray m;
  private INDArray v;

  EmbeddingAdamUpdater(EmbeddingAdam config) {
    this.config = config;
  }

  @Override
  public EmbeddingAdam getConfig() {
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
    int rows = Math.max(1, BLOCK / config.rowSize());
    int block = rows * config.rowSize();
    int count = gradients.capacity();
    workers.run(
        (count + block - 1) / block,
        i -> {
          int start = i * block;
          update(start, Math.min(count, start + block), rate, gradients, first, second);
        });
  }

  private void update(
      int start, int end, float rate, FloatBuffer gradients, FloatBuffer m, FloatBuffer v) {
    int count = end - start;
    float[] g = new float[count];
    gradients.get(start, g);
    if (config.isLazy()) {
      int size = config.rowSize();
      for (int row = 0; row < count; row += size) {
        if (!isZero(g, row, size)) {
          updateRow(row, size, start, rate, g, m, v);
        }
      }
    } else {
      updateRow(0, count, start, rate, g, m, v);
    }
    gradients.put(start, g);
  }

  private void updateRow(
      int row, int size, int start, float rate, float[] g, FloatBuffer m, FloatBuffer v) {
    Adam adam = config.adam();
    float[] first = new float[size];
    float[] second = new float[size];
    m.get(start + row, first);
    v.get(start + row, second);
    kernel.adam(
        size,
        rate,
        (float) adam.getBeta1(),
        (float) adam.getBeta2(),
        (float) adam.getEpsilon(),
        g,
        row,
        first,
        second);
    m.put(start + row, first);
    v.put(start + row, second);
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
}
