/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a corpus: what may become a document.
 *
 * @param number among the rows of the whole input, from 1; bad and empty ones count, headers do not
 * @param line of its text that it begins on, from 1
 * @param label as it stands; empty if there is none, or none was asked for
 * @param subLabel as it stands; empty if there is none
 * @param text as it stands; may be empty or blank
 * @param kept the values of the columns that were to be kept, in their order; empty if the row is
 *     bad
 * @param fields all columns by their names, if they were asked for and the format has any; each a
 *     String, a Boolean, a number or a list of these, and an empty String where there is none
 * @param problem why it is no document; empty if it is one
 * @param preview how a bad row stands in the file, up to {@value #MAX_PREVIEW} characters; empty if
 *     it is not bad
 */
public record Row(
    long number,
    long line,
    String label,
    String subLabel,
    String text,
    List<String> kept,
    Map<String, Object> fields,
    Optional<String> problem,
    String preview) {

  /** So much of a bad row is shown and written aside. */
  public static final int MAX_PREVIEW = 100_000;

  public Row {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(subLabel, "subLabel");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(preview, "preview");
    kept = List.copyOf(kept);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields)); // in their order
  }

  /** A row that can be read. */
  public static Row good(
      long number, long line, String label, String subLabel, String text, List<String> kept) {
    return good(number, line, label, subLabel, text, kept, Map.of());
  }

  /** A row that can be read, with all its columns. */
  public static Row good(
      long number,
      long line,
      String label,
      String subLabel,
      String text,
      List<String> kept,
      Map<String, Object> fields) {
    return new Row(number, line, label, subLabel, text, kept, fields, Optional.empty(), "");
  }

  /** A row that cannot be read. */
  public static Row bad(long number, long line, String problem, String raw) {
    String preview = raw.length() <= MAX_PREVIEW ? raw : raw.substring(0, MAX_PREVIEW);
    return new Row(number, line, "", "", "", List.of(), Map.of(), Optional.of(problem), preview);
  }
}
