/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.rows.ColumnNames;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/**
 * Reads decisions: rows with an id and a category, in any format that a corpus may have. A row
 * without a category is one that nobody has decided yet, and is counted.
 */
public final class GivenDecisions {

  private static final String ID = "id";
  private static final String CATEGORY = "category";
  private static final int SHOWN = 5;
  private static final int LONGEST = 60;

  private final String uniqueKey;
  private final Optional<String> reviewer;
  private final Instant now;
  private final Map<String, GivenDecision> decisions = new LinkedHashMap<>();
  private final Set<String> differing = new TreeSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private boolean categorySeen;
  private int undecided;

  /**
   * For a collection.
   *
   * @param uniqueKey the field of its ids, which may be the name of the column too
   * @param reviewer who decided where a row does not say it in reviewed_by
   * @param now when, where a row does not say it in reviewed_at
   */
  public GivenDecisions(String uniqueKey, Optional<String> reviewer, Instant now) {
    this.uniqueKey = uniqueKey;
    this.reviewer = reviewer.map(String::strip).filter(name -> !name.isEmpty());
    this.now = now;
  }

  /**
   * Reads a file.
   *
   * @throws DocketException if it cannot be read, has no id or nobody who decided, or decides twice
   *     of one document, differently
   */
  public List<GivenDecision> read(Path file, CorpusOptions options) {
    Corpus.rows(Input.of(file), options.toBuilder().fields(true).build(), row -> row(file, row));
    if (!differing.isEmpty()) {
      throw new DocketException(
          file + " decides twice of " + some(differing) + ", and differently");
    }
    if (undecided > 0 && !categorySeen) {
      throw new DocketException(file + " has no column category; its columns are " + some(columns));
    }
    return List.copyOf(decisions.values());
  }

  /** How many rows had no category. */
  public int undecided() {
    return undecided;
  }

  /**
   * Checks that the model has all categories: one that it has not may be a slip of the pen.
   *
   * @throws DocketException if it has not
   */
  public static void requireKnown(
      Path file, List<GivenDecision> decisions, Collection<String> categories) {
    Set<String> unknown = new TreeSet<>();
    decisions.forEach(decision -> unknown.add(decision.category()));
    unknown.removeAll(categories);
    if (!unknown.isEmpty()) {
      throw new DocketException(
          file
              + " has categories that the model does not have: "
              + some(unknown)
              + "; if they are meant, say --new-categories. The model's are: "
              + String.join(", ", categories));
    }
  }

  private void row(Path file, Row row) {
    if (row.problem().isPresent()) {
      throw new DocketException(place(file, row) + row.problem().get());
    }
    note(row);
    Optional<String> category = value(row, CATEGORY);
    if (category.isEmpty()) {
      undecided++;
      return;
    }
    String id =
        value(row, uniqueKey)
            .or(() -> value(row, ID))
            .orElseThrow(
                () ->
                    new DocketException(
                        place(file, row) + "there is no id; it stands in a column " + names()));
    String by =
        value(row, "reviewed_by")
            .or(() -> reviewer)
            .orElseThrow(
                () ->
                    new DocketException(
                        place(file, row)
                            + "who decided? Say it with --reviewer NAME, or in a column reviewed_by"));
    GivenDecision decision =
        new GivenDecision(
            id,
            category.get(),
            by,
            value(row, "reviewed_at").map(at -> at(file, row, at)).orElse(now));
    GivenDecision other = decisions.put(id, decision);
    if (other != null && !other.category().equals(decision.category())) {
      differing.add(id);
    }
  }

  /** In a file that has no such column every row would pass for undecided. */
  private void note(Row row) {
    if (!categorySeen) {
      columns.addAll(row.fields().keySet());
      categorySeen =
          row.fields().keySet().stream().map(ColumnNames::loose).anyMatch(CATEGORY::equals);
    }
  }

  private static String some(Set<String> values) {
    String shown =
        values.stream().limit(SHOWN).map(GivenDecisions::cut).collect(Collectors.joining(", "));
    return values.size() <= SHOWN ? shown : shown + " and " + (values.size() - SHOWN) + " more";
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }

  private String names() {
    return uniqueKey.equals(ID) ? ID : ID + " or " + uniqueKey;
  }

  private static Optional<String> value(Row row, String column) {
    String wanted = ColumnNames.loose(column);
    return row.fields().entrySet().stream()
        .filter(field -> ColumnNames.loose(field.getKey()).equals(wanted))
        .map(field -> Objects.toString(field.getValue(), "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static Instant at(Path file, Row row, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new DocketException(
          place(file, row)
              + "reviewed_at is \""
              + value
              + "\"; it must be a time such as 2026-11-27T08:00:00Z",
          e);
    }
  }

  private static String place(Path file, Row row) {
    return file + ", line " + row.line() + ": ";
  }
}
