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
 * @param header the first record; empty if there is none
 */
record CsvFinding(CsvDialect dialect, int separatorLine, List<String> header) {

  private static final String DELIMITERS = ",;\t|";
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\\A\"?sep=(.)\"?[ \\t]*(\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);

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
    return new CsvFinding(best.dialect(), separated ? line.end() : 0, best.header());
  }

  /** What comes of reading the beginning in a dialect. */
  private record Trial(CsvDialect dialect, List<String> header, int score, int bad, int rows) {

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
      CsvRecords records =
          new CsvRecords(new StringReader(text), dialect, 1, Math.max(1, text.length()));
      if (!records.next() || records.problem().isPresent()) {
        return new Trial(dialect, List.of(), -1, Integer.MAX_VALUE, 0);
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
      return new Trial(dialect, header, score, doubtful ? bad - 1 : bad, rows);
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
