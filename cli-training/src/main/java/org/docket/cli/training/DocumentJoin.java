/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.List;
import org.docket.corpus.DocumentHandler;
import org.docket.corpus.LabelledText;
import org.docket.corpus.rows.Row;
import org.docket.corpus.soft.ProbabilityColumns;

/** Joins the documents of a file with their probabilities. */
final class DocumentJoin implements DocumentHandler {

  private final Probabilities probabilities;
  private final Path file;
  private final long before;
  private final TrainingTexts texts;
  private ProbabilityColumns columns;

  /**
   * Joins.
   *
   * @param before how many rows the files before had
   */
  DocumentJoin(Probabilities probabilities, Path file, long before, TrainingTexts texts) {
    this.probabilities = probabilities;
    this.file = file;
    this.before = before;
    this.texts = texts;
    columns(List.of());
  }

  @Override
  public void columns(List<String> kept) {
    columns = probabilities.columns(kept, file);
  }

  @Override
  public void document(LabelledText document, Row row) {
    texts.add(document, probabilities.of(document, row, before, columns));
  }
}
