/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

/**
 * What a trial has come to at a rung: the best epoch so far, on the validation part.
 *
 * @param epochs trained so far; fewer than the rung's if early stopping ended it
 * @param best the epoch with the lowest loss
 * @param loss mean negative log-likelihood of the labels, calibrated
 * @param accuracy share that is right
 * @param macroF1 mean F1 of the categories
 * @param seconds that the training took, from the rung before
 */
record Score(int epochs, int best, double loss, double accuracy, double macroF1, double seconds) {}
