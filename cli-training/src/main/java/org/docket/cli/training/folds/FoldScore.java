/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.folds;

import java.util.List;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;
import org.docket.training.HeldOut;
import org.docket.training.TrainingResult;
import org.docket.training.data.EncodedCorpus;

/**
 * What the model of a fold makes of the fold, which it has not seen.
 *
 * @param fold from 1
 * @param documents in it
 * @param trained documents that were learned from
 * @param validated documents that chose the epoch and the temperature: neither learned from, nor in
 *     the fold
 * @param epoch that was chosen
 * @param accuracy on the fold
 * @param macroF1 on the fold
 * @param logLoss mean negative log-likelihood of the fold's labels
 * @param ece expected calibration error on the fold
 * @param perCategory of the fold, in the order of all categories
 * @param seconds that the training took
 */
public record FoldScore(
    int fold,
    int documents,
    int trained,
    int validated,
    int epoch,
    double accuracy,
    double macroF1,
    double logLoss,
    double ece,
    List<CategoryScore> perCategory,
    double seconds) {

  public FoldScore {
    perCategory = List.copyOf(perCategory);
  }

  static FoldScore of(
      int fold, EncodedCorpus corpus, TrainingResult result, HeldOut held, double seconds) {
    Evaluation evaluation = held.evaluation();
    return new FoldScore(
        fold,
        evaluation.documents(),
        corpus.training().size(),
        corpus.validation().size() + corpus.unanswerable().size(),
        result.best().epoch(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        held.logLoss(),
        evaluation.ece(),
        evaluation.perCategory(),
        seconds);
  }
}
