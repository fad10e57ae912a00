/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adam (Kingma and Ba 2015) on all processors: the same as Deeplearning4j's, with the state of
 * that.
 */
public final class ParallelAdam implements IUpdater {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final Adam adam;

  /** With Deeplearning4j's defaults for all but the learning rate. */
  public ParallelAdam(ISchedule learningRate) {
    this(new Adam(learningRate));
  }

  @JsonCreator
  private ParallelAdam(@JsonProperty("adam") Adam adam) {
    this.adam = adam;
  }

  Adam adam() {
    return adam;
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
    return other instanceof ParallelAdam that && adam.equals(that.adam);
  }

  @Override
  public int hashCode() {
    return adam.hashCode();
  }

  @Override
  public ParallelAdam clone() {
    return new ParallelAdam(adam.clone());
  }
}
