/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

/**
 * How good a network is on some texts, without dropout or smoothing.
 *
 * @param loss mean negative log-likelihood of the labels
 * @param accuracy share of the texts that are right
 * @param macroF1 mean F1 of the categories that occur
 */
public record Scores(double loss, double accuracy, double macroF1) {}
