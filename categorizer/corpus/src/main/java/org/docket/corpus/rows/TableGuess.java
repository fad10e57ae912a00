/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table whose columns have no names that are known, or none at all. Read line by line, its labels
 * would end at the first blank, and its texts would have the other columns in them.
 *
 * @param columns how many each row has
 * @param delimiter what stands between them
 */
public record TableGuess(int columns, char delimiter) {

  private static final String DELIMITERS = "\t,;|";

  /** Two lines of words may have one comma each. */
  private static final int ROWS = 3;

  /**
   * What the beginning of a text shows: each row has as many columns, and what stands between them
   * is not what stands between words or digits.
   */
  public static Optional<TableGuess> of(String beginning) {
    for (char delimiter : DELIMITERS.toCharArray()) {
      Optional<TableGuess> found = of(beginning, delimiter);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What it is, in words. */
  public String words() {
    String between = delimiter == '\t' ? "a tab" : String.valueOf(delimiter);
    return String.format(Locale.ROOT, "a table (%d columns, with %s between)", columns, between);
  }

  private static Optional<TableGuess> of(String beginning, char delimiter) {
    CsvDialect dialect = new CsvDialect(delimiter, QuoteEscape.DOUBLE, false);
    try {
      CsvRecords records =
          new CsvRecords(new StringReader(beginning), dialect, 1, Math.max(1, beginning.length()));
      int columns = 0;
      int rows = 0;
      boolean filled = false;
      while (records.next()) {
        List<String> fields = records.fields();
        boolean fits =
            records.problem().isEmpty()
                && (rows == 0 || fields.size() == columns)
                && separates(fields, delimiter);
        if (!fits) {
          // The beginning may end in the middle of a row.
          return rows >= ROWS && filled && !records.next() && columns > 1
              ? Optional.of(new TableGuess(columns, delimiter))
              : Optional.empty();
        }
        columns = fields.size();
        filled |= !fields.get(0).isBlank();
        rows++;
      }
      boolean enough = rows >= ROWS || rows > 1 && records.quotes();
      return enough && filled ? Optional.of(new TableGuess(columns, delimiter)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a delimiter that is none of prose: "one, two" or "1,000". */
  private static boolean separates(List<String> fields, char delimiter) {
    boolean separates = false;
    for (int i = 1; i < fields.size(); i++) {
      String before = fields.get(i - 1);
      String after = fields.get(i);
      if (delimiter != '\t' && after.startsWith(" ")) {
        return false;
      }
      separates |= !(endsInDigit(before) && beginsWithDigit(after));
    }
    return separates;
  }

  private static boolean endsInDigit(String field) {
    return !field.isEmpty() && Character.isDigit(field.charAt(field.length() - 1));
  }

  private static boolean beginsWithDigit(String field) {
    return !field.isEmpty() && Character.isDigit(field.charAt(0));
  }
}
