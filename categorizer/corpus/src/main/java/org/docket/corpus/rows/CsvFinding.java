/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dialect that a CSV's beginning shows.
 *
 * @param dialect as asked for, or as found
 * @param separatorLine how long a line {@code sep=;} is that stands first, with its end; Excel
 *     writes it
 * @param skipped how many records stand above the header, such as the title of a report
 * @param header the first record, or the one behind those; empty if there is none
 * @param fits how many rows follow it that fit, as far as the beginning goes
 * @param bad how many do not fit
 */
record CsvFinding(
    CsvDialect dialect, int separatorLine, int skipped, List<String> header, int fits, int bad) {

  /** So many records may stand above the header. */
  private static final int ABOVE = 20;

  private static final String DELIMITERS = ",;\t|";

  /** A quote, a backslash and half of a character separate nothing. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile(
          "\\A\"?sep=([\\x01-\\uD7FF&&[^\"\\\\\r\n]])\"?[ \\t]*(\\r\\n|\\r|\\n|\\z)",
          Pattern.CASE_INSENSITIVE);

  /** Finds the dialect: the delimiter under which the header has the columns that are wanted. */
  static CsvFinding of(String beginning, RowSettings settings) {
    Matcher line = SEPARATOR_LINE.matcher(beginning);
    boolean separated = line.find();
    String rest = separated ? beginning.substring(line.end()) : beginning;
    Optional<Character> told =
        settings
            .delimiter()
            .or(() -> separated ? Optional.of(line.group(1).charAt(0)) : Optional.empty());
    QuoteEscape first = settings.escape().orElse(QuoteEscape.DOUBLE);
    Trial best = Trial.of(rest, told.orElse(','), first, settings);
    if (told.isEmpty()) {
      for (char delimiter : DELIMITERS.toCharArray()) {
        Trial other = Trial.of(rest, delimiter, first, settings);
        best = other.isBetterThan(best) ? other : best;
      }
    }
    if (settings.escape().isEmpty() && rest.contains("\\\"")) {
      Trial other = Trial.of(rest, best.dialect().delimiter(), QuoteEscape.BACKSLASH, settings);
      best = other.bad() < best.bad() ? other : best;
    }
    return new CsvFinding(
        best.dialect(),
        separated ? line.end() : 0,
        best.skipped(),
        best.header(),
        best.fits(),
        best.bad());
  }

  /** What comes of reading the beginning in a dialect. */
  private record Trial(
      CsvDialect dialect,
      int skipped,
      List<String> header,
      int score,
      int bad,
      int rows,
      int fits) {

    static Trial of(String text, char delimiter, QuoteEscape escape, RowSettings settings) {
      CsvDialect dialect = new CsvDialect(delimiter, escape, false);
      try {
        return of(text, dialect, settings);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Trial of(String text, CsvDialect dialect, RowSettings settings)
        throws IOException {
      int skipped = above(records(text, dialect), settings);
      CsvRecords records = records(text, dialect);
      for (int i = 0; i < skipped; i++) {
        records.next();
      }
      if (!records.next() || records.problem().isPresent()) {
        return new Trial(dialect, 0, List.of(), -1, Integer.MAX_VALUE, 0, 0);
      }
      List<String> header = records.fields();
      int rows = 0;
      int bad = 0;
      boolean doubtful = false;
      while (records.next()) {
        rows++;
        doubtful =
            records.unclosed()
                || records.problem().isEmpty() && records.fields().size() != header.size();
        bad += doubtful || records.problem().isPresent() ? 1 : 0;
      }
      // The beginning may end in the middle of a row.
      int score = Columns.score(header, settings);
      int surely = doubtful ? bad - 1 : bad;
      return new Trial(dialect, skipped, header, score, surely, rows, rows - bad);
    }

    private static CsvRecords records(String text, CsvDialect dialect) {
      return new CsvRecords(new StringReader(text), dialect, 1, Math.max(1, text.length()));
    }

    /** How many records stand above the header: comments, and what has fewer columns. */
    private static int above(CsvRecords records, RowSettings settings) throws IOException {
      int most = 0;
      for (int i = 0; i <= ABOVE && records.next() && records.problem().isEmpty(); i++) {
        List<String> fields = records.fields();
        if (isHeader(fields, settings)) {
          return fields.size() > most ? i : 0;
        }
        if (!fields.get(0).startsWith("#")) {
          most = Math.max(most, (int) fields.stream().filter(field -> !field.isBlank()).count());
        }
      }
      return 0;
    }

    private static boolean isHeader(List<String> fields, RowSettings settings) {
      return Columns.fit(fields, settings)
          && (settings.labelled() || fields.stream().anyMatch(ColumnNames::isTelling));
    }

    boolean isBetterThan(Trial other) {
      boolean table = header.size() > 1;
      if (!table && score < 1) {
        return false;
      }
      if (score != other.score) {
        return score > other.score;
      }
      if (table != other.header.size() > 1) {
        return table;
      }
      // Of two tables, the one whose rows have as many columns as the header.
      return table && (long) bad * other.rows < (long) other.bad * rows;
    }
  }
}
