/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;

/**
 * Makes batches of rows, so that the categorizer gets many at once. The first are small: who waits
 * for an answer gets it at once. So are those after which no more is at hand.
 */
final class RowBatches implements RowHandler {

  private static final int MOST_ROWS = 256;

  private final int mostLetters;
  private final Consumer<List<String>> columns;
  private final BiConsumer<List<Row>, Integer> batches;
  private List<Row> rows = new ArrayList<>();
  private int wanted = 1;
  private int letters;
  private boolean begun;

  /**
   * Has no rows yet.
   *
   * @param mostLetters of a batch, except that a row alone may have more
   * @param columns gets the kept columns, once, before all batches
   * @param batches gets each batch, with its letters
   */
  RowBatches(
      int mostLetters, Consumer<List<String>> columns, BiConsumer<List<Row>, Integer> batches) {
    this.mostLetters = mostLetters;
    this.columns = columns;
    this.batches = batches;
  }

  @Override
  public void columns(List<String> kept) {
    if (!begun) {
      begun = true;
      columns.accept(kept);
    }
  }

  @Override
  public void row(Row row) {
    columns(List.of());
    rows.add(row);
    letters += row.text().length() + row.preview().length();
    for (String value : row.kept()) {
      letters += value.length();
    }
    if (rows.size() >= wanted || letters >= mostLetters) {
      handOver();
      wanted = Math.min(2 * wanted, MOST_ROWS);
    }
  }

  @Override
  public void waiting() {
    handOver();
  }

  /** Hands over what is left. */
  void finish() {
    columns(List.of());
    handOver();
  }

  private void handOver() {
    if (!rows.isEmpty()) {
      batches.accept(rows, letters);
      rows = new ArrayList<>();
      letters = 0;
    }
  }
}
