/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.util.List;

/** Gets the rows of a corpus, in their order. */
@FunctionalInterface
public interface RowHandler {

  /** Gets a row, good or bad. */
  void row(Row row);

  /**
   * Gets the names of the columns that are kept, as the input spells them, once and before the
   * first row. Not called if there is no row and no header.
   */
  default void columns(List<String> kept) {}

  /** Is run when no more is at hand, before it is waited for: whoever types wants answers. */
  default void waiting() {}
}
