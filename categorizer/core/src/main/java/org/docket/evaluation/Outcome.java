/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import org.docket.Categorization;
import org.docket.ScoredCategory;

/**
 * What came out for one document.
 *
 * @param expected the label that the document came with
 * @param predicted the most probable category
 * @param confidence the probability of that category, from 0 to 1
 */
public record Outcome(String expected, String predicted, double confidence) {

  /** What a categorizer said about a labelled document. */
  public static Outcome of(String expected, Categorization actual) {
    ScoredCategory best = actual.best();
    return new Outcome(expected, best.category(), best.probability());
  }

  /** Whether the prediction is the label. */
  public boolean isRight() {
    return expected.equals(predicted);
  }
}
