/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.docket.corpus.rows.QuoteEscape;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of random texts in random dialects, whole and with one row damaged. */
class RandomTablesTest {

  private static final List<String> LABELS = List.of("Mortgage", "Debt collection", "Loan, other");

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"no\"",
          ",",
          ", ",
          ";",
          "\t",
          "|",
          "\n",
          "\n\n",
          " ",
          "  ",
          "they said",
          "escrow",
          "5",
          ".",
          "'",
          "\\",
          "C:\\new",
          "é",
          "漢",
          "😀",
          "\u00a0",
          "a,b,c",
          "x,y",
          "#");

  private static final int ROWS = 24;
  private static final int TABLES = 700;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachTableIsReadBackEqual(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TABLES; i++) {
      Table table = Table.random(random);
      String csv = String.join("", table.lines());
      assertThat(read(csv, table, true)).as("told: %s", csv).isEqualTo(table.rows());
      assertThat(read(csv, table, false)).as("found: %s", csv).isEqualTo(table.rows());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void oneDamagedRowCostsNoOtherAndGivesNoLabel(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TABLES; i++) {
      Table table = Table.random(random);
      int damaged = 6 + random.nextInt(ROWS - 6);
      List<String> lines = new ArrayList<>(table.lines());
      lines.set(damaged + 1, damage(lines.get(damaged + 1), table.delimiter(), random));
      String csv = String.join("", lines);
      List<String> expected = new ArrayList<>(table.rows());
      expected.remove(damaged);
      List<String> read = read(csv, table, true);
      assertThat(read).as("row %d of %s", damaged, csv).containsSubsequence(expected);
      assertThat(read)
          .as("row %d of %s", damaged, csv)
          .allMatch(row -> isLabelOrDamaged(row.split("\u0001"), damaged));
    }
  }

  /** The damage may be in the label, which then is what it is. */
  private static boolean isLabelOrDamaged(String[] row, int damaged) {
    return LABELS.contains(row[0]) || row[1].equals(String.valueOf(damaged));
  }

  /** Takes a quote or a delimiter away, or adds one, anywhere in the row but at its end. */
  private static String damage(String row, char delimiter, Random random) {
    int end = row.stripTrailing().length();
    List<Integer> places = new ArrayList<>();
    boolean quote = random.nextInt(4) > 0;
    char c = quote ? '"' : delimiter;
    if (random.nextBoolean()) {
      int at = random.nextInt(end);
      return row.substring(0, at) + c + row.substring(at);
    }
    for (int i = 0; i < end; i++) {
      if (row.charAt(i) == c) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return '"' + row;
    }
    int at = places.get(random.nextInt(places.size()));
    return row.substring(0, at) + row.substring(at + 1);
  }

  private static List<String> read(String csv, Table table, boolean told) {
    List<String> rows = new ArrayList<>();
    CorpusOptions.Builder options =
        CorpusOptions.builder().onBadRow(OnBadRow.SKIP).keep(List.of("id"));
    if (told) {
      options.delimiter(table.delimiter()).quoteEscape(table.escape());
    }
    Corpus.rows(
        Input.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "t.csv"),
        options.build(),
        row -> {
          if (row.problem().isEmpty() && !row.label().isBlank()) {
            rows.add(shown(row));
          }
        });
    return rows;
  }

  private static String shown(Row row) {
    return row.label() + '\u0001' + row.kept().get(0) + '\u0001' + row.text();
  }

  /** Rows, the lines that they are written as (the header first), and how. */
  private record Table(List<String> rows, List<String> lines, char delimiter, QuoteEscape escape) {

    static Table random(Random random) {
      char delimiter = ",;\t|".charAt(random.nextInt(4));
      QuoteEscape escape = random.nextBoolean() ? QuoteEscape.DOUBLE : QuoteEscape.BACKSLASH;
      String lineEnd = List.of("\n", "\r\n").get(random.nextInt(2));
      boolean always = random.nextBoolean();
      String before = random.nextInt(4) == 0 ? " " : "";
      List<String> rows = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      Writing writing = new Writing(delimiter, escape, always, before);
      lines.add(String.join(String.valueOf(delimiter), "category", "id", "narrative") + lineEnd);
      for (int i = 0; i < ROWS; i++) {
        String label = LABELS.get(i < LABELS.size() ? i : random.nextInt(LABELS.size()));
        StringBuilder text = new StringBuilder("t");
        for (int piece = random.nextInt(12); piece > 0; piece--) {
          text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        rows.add(label + '\u0001' + i + '\u0001' + text);
        lines.add(
            List.of(label, String.valueOf(i), text.toString()).stream()
                    .map(writing::field)
                    .collect(Collectors.joining(String.valueOf(delimiter)))
                + lineEnd);
      }
      return new Table(rows, lines, delimiter, escape);
    }
  }

  /** How fields are written. */
  private record Writing(char delimiter, QuoteEscape escape, boolean always, String before) {

    String field(String value) {
      boolean needed =
          value.indexOf(delimiter) >= 0
              || value.indexOf('"') >= 0
              || value.indexOf('\n') >= 0
              || escape == QuoteEscape.BACKSLASH && value.indexOf('\\') >= 0;
      if (!always && !needed) {
        return value;
      }
      String escaped =
          escape == QuoteEscape.DOUBLE
              ? value.replace("\"", "\"\"")
              : value.replace("\\", "\\\\").replace("\"", "\\\"");
      return before + '"' + escaped + '"';
    }
  }
}
