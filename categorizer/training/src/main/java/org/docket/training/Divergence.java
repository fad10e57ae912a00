/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.Locale;
import org.docket.error.DocketException;

/**
 * Stops a training whose loss is no number any more: nothing good comes after it. The checkpoint of
 * the epoch before stays.
 */
final class Divergence {

  private Divergence() {}

  static void requireFinite(double loss, int epoch, double learningRate, String kept) {
    if (!Double.isFinite(loss)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the training diverged in epoch %d: the loss is %s at learning rate %s; lower"
                  + " training.learningRate, or set training.gradientClipping%s",
              epoch,
              loss,
              learningRate,
              kept));
    }
  }
}
