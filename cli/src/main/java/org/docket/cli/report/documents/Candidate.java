/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.List;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.cli.labels.DocumentPlace;

/**
 * A document that a report may show.
 *
 * @param place where it stands
 * @param label as it stands there
 * @param actual the index of the label; the number of the model's categories if it has none such
 * @param predicted the index of the answer
 * @param text its beginning, at most {@value #HELD} characters
 * @param letters how many characters the whole text has
 * @param top the most probable categories, the answer first
 * @param abstains whether the model found nothing to go by
 */
public record Candidate(
    DocumentPlace place,
    String label,
    int actual,
    int predicted,
    String text,
    int letters,
    List<ScoredCategory> top,
    boolean abstains) {

  /** As much as the default model reads. */
  static final int HELD = 20_000;

  private static final int TOP = 5;

  public Candidate {
    top = List.copyOf(top);
  }

  static Candidate of(JudgedText judged, Categorization answer) {
    String text = judged.document().text();
    return new Candidate(
        judged.place(),
        judged.document().category(),
        judged.actual(),
        judged.predicted(),
        Beginning.of(text, HELD),
        text.length(),
        answer.top(TOP),
        answer.abstains());
  }

  /** Of the answer. */
  public double probability() {
    return top.get(0).probability();
  }

  /** Whether the answer is the label. */
  public boolean isRight() {
    return actual == predicted;
  }

  /** So much of the text is shown. */
  public String shown(int most) {
    return Beginning.of(text, most);
  }
}
