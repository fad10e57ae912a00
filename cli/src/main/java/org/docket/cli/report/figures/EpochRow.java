/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.OptionalDouble;

/**
 * What an epoch came to. The network's scores on training and on validation texts compare with each
 * other; those of the whole model, with its n-grams and calibrated, choose the epoch.
 *
 * @param epoch from 1
 * @param seconds that it took; not known of one before the training was resumed
 * @param training the network alone on training texts
 * @param network the network alone on validation texts
 * @param validation the model as it would answer after this epoch, on validation texts
 */
public record EpochRow(
    int epoch, OptionalDouble seconds, Scores training, Scores network, Scores validation) {

  /**
   * Scores on some texts.
   *
   * @param loss mean cross-entropy
   * @param accuracy from 0 to 1
   * @param macroF1 from 0 to 1
   */
  public record Scores(double loss, double accuracy, double macroF1) {}
}
