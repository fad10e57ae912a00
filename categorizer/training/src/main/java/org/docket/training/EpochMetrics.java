/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param objective mean of what the steps minimised: with dropout, smoothing and class weights
 * @param training scores after the epoch of the network alone, on a fixed sample of the training
 *     texts: the n-grams beside it know those by heart from the start
 * @param network scores after the epoch of the network alone on all validation texts, as it
 *     learned: not calibrated, so that they compare with those of training
 * @param validation scores after the epoch, on all validation texts, at the temperature that makes
 *     their labels most likely: as the model of this epoch would answer
 */
public record EpochMetrics(
    int epoch, double objective, Scores training, Scores network, Scores validation) {}
