/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import org.docket.Categorization;
import org.docket.ScoredCategory;

/**
 * A document's own label beside the one that a model predicts.
 *
 * @param gold the label that the document came with
 * @param predicted the most probable category
 * @param confidence the probability of that category, from 0 to 1
 */
public record LabelledPrediction(String gold, String predicted, double confidence) {

  /** What a categorizer said about a labelled document. */
  public static LabelledPrediction of(String gold, Categorization actual) {
    ScoredCategory best = actual.best();
    return new LabelledPrediction(gold, best.category(), best.probability());
  }

  /** Whether the prediction is the label. */
  public boolean isRight() {
    return gold.equals(predicted);
  }
}
