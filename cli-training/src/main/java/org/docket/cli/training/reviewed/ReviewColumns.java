/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.reviewed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.docket.corpus.DocumentHandler;
import org.docket.corpus.LabelledText;
import org.docket.corpus.rows.Row;

/** Finds what a document is known by among the columns that come along. For one input. */
public final class ReviewColumns implements DocumentHandler {

  private static final List<String> IDS = List.of("complaint_id", "id");
  private static final String AT = "reviewed_at";

  private final List<String> ids;
  private final Handler handler;
  private List<String> kept = List.of();

  /** Gets a document, and what is known of it. */
  @FunctionalInterface
  interface Handler {

    /**
     * Gets it.
     *
     * @param at when it was reviewed, as it stands; may be empty
     */
    void document(LabelledText document, Optional<String> id, String at);
  }

  /**
   * Finds.
   *
   * @param idColumn the column of ids, if it is none of the known ones
   */
  ReviewColumns(Optional<String> idColumn, Handler handler) {
    this.ids = ids(idColumn);
    this.handler = handler;
  }

  /** What must come along, if it is there. */
  static List<String> names(Optional<String> idColumn) {
    return Stream.concat(ids(idColumn).stream(), Stream.of(AT)).toList();
  }

  private static List<String> ids(Optional<String> idColumn) {
    return Stream.concat(idColumn.stream(), IDS.stream()).distinct().toList();
  }

  @Override
  public void columns(List<String> names) {
    kept = names;
  }

  @Override
  public void document(LabelledText document, Row row) {
    handler.document(document, id(row), value(AT, row));
  }

  Optional<String> id(Row row) {
    return ids.stream().map(name -> value(name, row)).filter(id -> !id.isEmpty()).findFirst();
  }

  private String value(String name, Row row) {
    int place = kept.indexOf(name);
    return place < 0 ? "" : row.kept().get(place).strip();
  }
}
