/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.List;
import org.docket.corpus.rows.Row;

/** Gets the documents of a corpus, in their order, each with the row that it stands in. */
@FunctionalInterface
public interface DocumentHandler {

  /**
   * Gets a document.
   *
   * @param document its category is empty if the corpus is read without labels, or if probabilities
   *     stand in place of a label
   */
  void document(LabelledText document, Row row);

  /**
   * Gets the names of the columns that come along, once and before an input's first document. Not
   * called if the input has no row and no header.
   */
  default void columns(List<String> kept) {}
}
