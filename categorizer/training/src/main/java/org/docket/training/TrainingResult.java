/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.List;
import org.docket.evaluation.Evaluation;
import org.docket.model.CategorizerModel;

/**
 * What a training came to.
 *
 * @param model of the best epoch, calibrated
 * @param history of all epochs
 * @param best the epoch that the model is of
 * @param evaluation of the model on all validation documents
 */
public record TrainingResult(
    CategorizerModel model, List<EpochMetrics> history, EpochMetrics best, Evaluation evaluation) {

  public TrainingResult {
    history = List.copyOf(history);
  }
}
