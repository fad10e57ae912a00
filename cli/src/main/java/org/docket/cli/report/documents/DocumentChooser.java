/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.function.Supplier;
import org.docket.Categorization;
import org.docket.cli.report.documents.ConfusionDocuments.Cell;

/**
 * Chooses the documents that a report shows, as they pass by: the most confident mistakes, the
 * least certain ones, and the most confident ones of each cell of the confusion. Needs no more
 * memory for a large corpus than for a small one. For one thread.
 */
public final class DocumentChooser {

  /** The length of the lists. */
  static final int LISTED = 20;

  private final Ranking<Candidate> confidentMistakes = new Ranking<>(LISTED);
  private final Ranking<Candidate> leastCertain = new Ranking<>(LISTED);
  private final HeldText lists = new HeldText();
  private final ConfusionDocuments confusion = new ConfusionDocuments();

  /**
   * Looks at a document. One on which the model abstains is in its cell only: what is probable then
   * says nothing of it.
   */
  public void add(JudgedText judged, Categorization answer) {
    double probability = answer.best().probability();
    Supplier<Candidate> candidate = new Once(judged, answer);
    if (!answer.abstains()) {
      leastCertain.offer(-probability, candidate, lists);
      if (!judged.isRight()) {
        confidentMistakes.offer(probability, candidate, lists);
      }
    }
    confusion.offer(new Cell(judged.actual(), judged.predicted()), probability, candidate);
  }

  /** The documents that were chosen of all that were added. */
  public ChosenDocuments chosen() {
    return ChosenDocuments.of(
        confidentMistakes.ranked(), leastCertain.ranked(), confusion.contents());
  }

  /** Makes a candidate if somebody wants it, and the same for all. */
  private static final class Once implements Supplier<Candidate> {

    private final JudgedText judged;
    private final Categorization answer;
    private Candidate made;

    Once(JudgedText judged, Categorization answer) {
      this.judged = judged;
      this.answer = answer;
    }

    @Override
    public Candidate get() {
      if (made == null) {
        made = Candidate.of(judged, answer);
      }
      return made;
    }
  }
}
