/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/**
 * How the weights are found, with Adam (Kingma and Ba 2015).
 *
 * @param learningRate the rate, or its peak
 * @param schedule the learning-rate schedule
 * @param gradientClipping the L2 norm that the gradient of a layer is cut to; 0 for none
 * @param batchSize examples per step
 * @param epochs at most
 * @param patience of early stopping: epochs without a lower loss on validation
 * @param validationShare of the training data, if there is no validation data
 * @param seed of every random choice
 * @param layers whose layers the network is built of; a preset need not say it
 */
public record OptimizationConfig(
    double learningRate,
    LearningRateSchedule schedule,
    double gradientClipping,
    int batchSize,
    int epochs,
    int patience,
    double validationShare,
    long seed,
    Layers layers) {

  /** Of the random choices of an epoch, which do not depend on those of the epochs before. */
  public long seed(int epoch) {
    return seed * 1_000_003 + epoch;
  }
}
