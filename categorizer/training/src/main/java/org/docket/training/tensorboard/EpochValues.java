/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.util.ArrayList;
import java.util.List;
import org.docket.training.EpochMetrics;
import org.docket.training.Scores;
import org.tensorflow.framework.Summary;

/**
 * The scalars of an epoch. {@code epoch/…} is of the network alone, in both runs, so that training
 * and validation lie in one chart and compare; {@code model/…} of the whole model as it would
 * answer, with n-grams and calibrated, which chooses the epoch.
 */
final class EpochValues {

  private EpochValues() {}

  static List<Summary.Value> train(EpochMetrics metrics) {
    List<Summary.Value> values = scores("epoch", metrics.training());
    values.add(Summaries.scalar("epoch/objective", metrics.objective()));
    return values;
  }

  /**
   * Of the epoch that the model is of: what HPARAMS compares trainings by. It shows a tag's last
   * value, which for {@code model/…} is that of the last epoch.
   */
  static List<Summary.Value> chosen(EpochMetrics metrics) {
    return scores("chosen", metrics.validation());
  }

  static List<Summary.Value> validation(EpochMetrics metrics) {
    List<Summary.Value> values = scores("epoch", metrics.network());
    values.addAll(scores("model", metrics.validation()));
    return values;
  }

  private static List<Summary.Value> scores(String group, Scores scores) {
    List<Summary.Value> values = new ArrayList<>();
    values.add(Summaries.scalar(group + "/loss", scores.loss()));
    values.add(Summaries.scalar(group + "/accuracy", scores.accuracy()));
    values.add(Summaries.scalar(group + "/macro_f1", scores.macroF1()));
    return values;
  }
}
