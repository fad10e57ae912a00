/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/**
 * What keeps the network from learning its examples by heart.
 *
 * @param layerDropout share of the values dropped between two LSTM layers
 * @param featureDropout share of the features dropped before the softmax
 * @param wordDropout share of the tokens that are hidden, anew in each epoch
 * @param labelSmoothing share of the label that is spread over all categories
 * @param classWeights how much an example counts
 * @param teacherShare share of a teacher's probabilities, beside the label, in what a text should
 *     come to
 */
public record RegularizationConfig(
    double layerDropout,
    double featureDropout,
    double wordDropout,
    double labelSmoothing,
    ClassWeighting classWeights,
    double teacherShare) {}
