/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.List;
import org.docket.cli.labels.DocumentPlace;

/**
 * A document and what several models say of it.
 *
 * @param place where it stands
 * @param label as it stands there
 * @param actual the index of the label among the categories of all models; their number if none of
 *     them has it
 * @param text its beginning
 * @param letters how many characters the whole text has
 * @param answers of each model
 */
public record ComparedDocument(
    DocumentPlace place, String label, int actual, String text, int letters, List<Answer> answers) {

  public ComparedDocument {
    answers = List.copyOf(answers);
  }

  /**
   * One model's answer.
   *
   * @param predicted the index of the category among those of all models
   */
  public record Answer(int predicted, double probability) {}
}
