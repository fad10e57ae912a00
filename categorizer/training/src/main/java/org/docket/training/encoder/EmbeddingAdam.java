/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adam (Kingma and Ba 2015) for an embedding: the same as Deeplearning4j's, on all processors, or
 * only for the rows that have a gradient ("lazy"). Its state is that of Deeplearning4j's Adam.
 *
 * <p>The lazy one leaves moments and weights of all other rows as they are, which is another
 * algorithm: moments of rare words do not fade between the batches that have them.
 */
public final class EmbeddingAdam implements IUpdater {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final Adam adam;
  @JsonProperty private final int rowSize;
  @JsonProperty private final boolean lazy;

  private EmbeddingAdam(
      @JsonProperty("adam") Adam adam,
      @JsonProperty("rowSize") int rowSize,
      @JsonProperty("lazy") boolean lazy) {
    this.adam = adam;
    this.rowSize = rowSize;
    this.lazy = lazy;
  }

  /** Updates all rows. */
  public static EmbeddingAdam ofAll(ISchedule learningRate, int rowSize) {
    return new EmbeddingAdam(new Adam(learningRate), rowSize, false);
  }

  /** Updates the rows that have a gradient. */
  public static EmbeddingAdam ofSeen(ISchedule learningRate, int rowSize) {
    return new EmbeddingAdam(new Adam(learningRate), rowSize, true);
  }

  Adam adam() {
    return adam;
  }

  int rowSize() {
    return rowSize;
  }

  boolean isLazy() {
    return lazy;
  }

  @Override
  public long stateSize(long parameters) {
    return adam.stateSize(parameters);
  }

  @Override
  public GradientUpdater<EmbeddingAdam> instantiate(INDArray state, boolean initialize) {
    EmbeddingAdamUpdater updater = new EmbeddingAdamUpdater(this);
    updater.setStateViewArray(state, new long[] {state.length() / 2}, 'c', initialize);
    return updater;
  }

  @Override
  public GradientUpdater<EmbeddingAdam> instantiate(
      Map<String, INDArray> state, boolean initialize) {
    EmbeddingAdamUpdater updater = new EmbeddingAdamUpdater(this);
    updater.setState(state, initialize);
    return updater;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return adam.getLearningRate(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double rate, ISchedule schedule) {
    adam.setLrAndSchedule(rate, schedule);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmbeddingAdam that
        && adam.equals(that.adam)
        && rowSize == that.rowSize
        && lazy == that.lazy;
  }

  @Override
  public int hashCode() {
    return adam.hashCode();
  }

  @Override
  public EmbeddingAdam clone() {
    return new EmbeddingAdam(adam.clone(), rowSize, lazy);
  }
}
