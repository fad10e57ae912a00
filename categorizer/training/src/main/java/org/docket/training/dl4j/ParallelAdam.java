/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adam (Kingma and Ba 2015) on all processors: the same as Deeplearning4j's, or, for an embedding,
 * only for the rows that have a gradient ("lazy"). Its state is that of Deeplearning4j's Adam.
 *
 * <p>The lazy one leaves moments and weights of all other rows as they are, which is another
 * algorithm: moments of rare words do not fade between the batches that have them.
 */
public final class ParallelAdam implements IUpdater {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final Adam adam;
  @JsonProperty private final int rowSize;
  @JsonProperty private final boolean lazy;

  private ParallelAdam(
      @JsonProperty("adam") Adam adam,
      @JsonProperty("rowSize") int rowSize,
      @JsonProperty("lazy") boolean lazy) {
    this.adam = adam;
    this.rowSize = rowSize;
    this.lazy = lazy;
  }

  /** Updates all weights. */
  public static ParallelAdam ofAll(ISchedule learningRate) {
    return new ParallelAdam(new Adam(learningRate), 1, false);
  }

  /**
   * Updates the rows that have a gradient.
   *
   * @param rowSize how many weights a row has; those of the parameter must be a multiple of it
   */
  public static ParallelAdam ofSeen(ISchedule learningRate, int rowSize) {
    if (rowSize < 1) {
      throw new IllegalArgumentException("a row must have a weight or more, not " + rowSize);
    }
    return new ParallelAdam(new Adam(learningRate), rowSize, true);
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
  public GradientUpdater<ParallelAdam> instantiate(INDArray state, boolean initialize) {
    ParallelAdamUpdater updater = new ParallelAdamUpdater(this);
    updater.setStateViewArray(state, new long[] {state.length() / 2}, 'c', initialize);
    return updater;
  }

  @Override
  public GradientUpdater<ParallelAdam> instantiate(
      Map<String, INDArray> state, boolean initialize) {
    ParallelAdamUpdater updater = new ParallelAdamUpdater(this);
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
    return other instanceof ParallelAdam that
        && adam.equals(that.adam)
        && rowSize == that.rowSize
        && lazy == that.lazy;
  }

  @Override
  public int hashCode() {
    return adam.hashCode();
  }

  @Override
  public ParallelAdam clone() {
    return new ParallelAdam(adam.clone(), rowSize, lazy);
  }
}
