/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param trainLoss mean cross-entropy on the training part
 * @param trainAccuracy from 0 to 1
 * @param validationLoss mean cross-entropy on the validation part, at the temperature that makes it
 *     least: as a model of this epoch would answer
 * @param validationAccuracy from 0 to 1
 * @param validationMacroF1 from 0 to 1
 */
public record EpochRow(
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double validationLoss,
    double validationAccuracy,
    double validationMacroF1) {}
