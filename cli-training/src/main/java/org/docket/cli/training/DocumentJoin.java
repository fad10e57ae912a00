/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docket.cli.training.reviewed.ReviewColumns;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.corpus.DocumentHandler;
import org.docket.corpus.LabelledText;
import org.docket.corpus.reviewed.ReviewedDocument;
import org.docket.corpus.rows.Row;
import org.docket.corpus.soft.ProbabilityColumns;

/** Joins the documents of a file with their probabilities, and with what people said of them. */
final class DocumentJoin implements DocumentHandler {

  private final Probabilities probabilities;
  private final Reviews reviews;
  private final Path file;
  private final long before;
  private final TrainingTexts texts;
  private final ReviewColumns known;
  private ProbabilityColumns columns;

  /**
   * Joins.
   *
   * @param before how many rows the files before had
   */
  DocumentJoin(
      Probabilities probabilities, Reviews reviews, Path file, long before, TrainingTexts texts) {
    this.probabilities = probabilities;
    this.reviews = reviews;
    this.file = file;
    this.before = before;
    this.texts = texts;
    this.known = reviews.columns();
    columns(List.of());
  }

  @Override
  public void columns(List<String> kept) {
    columns = probabilities.columns(kept, file);
    known.columns(kept);
  }

  @Override
  public void document(LabelledText document, Row row) {
    Optional<ReviewedDocument> reviewed = reviews.find(document, row, known);
    if (reviewed.isEmpty()) {
      texts.add(TrainingText.of(document, probabilities.of(document, row, before, columns)));
      return;
    }
    probabilities.passOver(document, row, before);
    if (!reviewed.get().isHidden()) {
      add(reviewed.get().category(), document.text());
    }
  }

  private void add(String category, String text) {
    probabilities.reviewed(category);
    texts.add(TrainingText.reviewed(category, text));
  }
}
