/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

  /**
   * What CSV is made of, the awkward above all. Not in it: blanks other than these after a closing
   * quote, which commons-csv allows.
   */
  private static final List<String> PIECES =
      List.of(
          "\"", "\"", "\"\"", ",", ",", "\n", "\r", "\r\n", " ", "\t", "a", "bc", "#", "\\", "é",
          "漢", "😀", "\u0085", "\u00a0");

  /** What only ours takes for a quoted field. */
  private static final Pattern BLANK_AND_QUOTE = Pattern.compile("[ \\t]\"");

  /** What a field of a well-formed record may hold. */
  private static final List<String> CONTENTS =
      List.of("\"", ",", "\n", "\r", "\r\n", " ", "a", "bc", "é", "漢", "😀", "");

  @Test
  void acceptsAndFindsWhatCommonsCsvDoes() throws IOException {
    Random random = new Random(11);
    int accepted = 0;
    for (int file = 0; file < 20_000; file++) {
      String csv = pieces(random, PIECES, 1 + random.nextInt(25));
      Optional<List<List<String>>> records = records(reader(csv));
      if (!BLANK_AND_QUOTE.matcher(csv).find()) {
        assertThat(records).as(csv).isEqualTo(commonsCsv(csv));
        accepted += records.isPresent() ? 1 : 0;
      }
    }
    assertThat(accepted).isBetween(5_000, 15_000);
  }

  @Test
  void readsWhatWasWrittenWhateverTheLineEnds() throws IOException {
    Random random = new Random(12);
    for (int file = 0; file < 5_000; file++) {
      List<List<String>> records = new ArrayList<>();
      StringBuilder csv = new StringBuilder();
      String lineEnd = List.of("\n", "\r", "\r\n").get(random.nextInt(3));
      for (int record = 1 + random.nextInt(4); record > 0; record--) {
        List<String> fields = new ArrayList<>();
        for (int field = 1 + random.nextInt(4); field > 0; field--) {
          fields.add(pieces(random, CONTENTS, random.nextInt(6)));
        }
        records.add(fields);
        csv.append(String.join(",", fields.stream().map(CsvRecordsTest::quoted).toList()));
        csv.append(record > 1 || random.nextBoolean() ? lineEnd : "");
      }
      assertThat(records(reader(csv.toString()))).as(csv.toString()).contains(records);
      assertThat(commonsCsv(csv.toString())).as(csv.toString()).contains(records);
    }
  }

  @Test
  void aQuotedFieldEndsAtItsQuote() throws IOException {
    assertThat(found(reader("\"a\" \t,b\n\"a\" \"b\"\n\"c\"\"\" ,\"\"\n\"d\"e\n")))
        .containsExactly(
            "1: [a, b]",
            "2: a quoted field goes on after its closing quote",
            "3: [c\", ]",
            "4: a quoted field goes on after its closing quote");
  }

  @Test
  void everyRecordHasTheLineThatItBeginsOn() throws IOException {
    assertThat(found(reader("a\r\nb,\"c\r\nc\nc\rc\"\n\n\r\nd\n\re\r\rf")))
        .containsExactly("1: [a]", "2: [b, c\r\nc\nc\rc]", "8: [d]", "10: [e]", "12: [f]");
  }

  @Test
  void aRecordMayBeAsLongAsTheLimit() throws IOException {
    String csv = "12345678\n1234567890a\n\"1\"\"4\",7\n,,,,,,,,,,,\n,,,,,,,,\n";
    assertThat(found(reader(csv, 8)))
        .containsExactly(
            "1: [12345678]",
            "2: the row is longer than 8 characters",
            "3: [1\"4, 7]",
            "4: the row is longer than 8 characters",
            "5: [, , , , , , , , ]");
  }

  @Test
  void aRecordMayBeWideUpToALimit() throws IOException {
    List<String> wide = Collections.nCopies(2_000, "column");
    String most = ",".repeat(100_000 - 1);
    String csv = String.join(",", wide) + "\n" + most + "\n" + most + ",\n" + most + ",,\nlast";
    CsvRecords reader = reader(csv, 1 << 20);
    assertThat(reader.next()).isTrue();
    assertThat(reader.fields()).isEqualTo(wide);
    assertThat(reader.next()).isTrue();
    assertThat(reader.fields()).hasSize(100_000);
    assertThat(found(reader))
        .containsExactly(
            "3: the row has more than 100000 columns",
            "4: the row has more than 100000 columns",
            "5: [last]");
  }

  @Test
  void blanksAroundQuotesDoNotCount() throws IOException {
    assertThat(found(reader("Mortgage, \t\"They lost it, twice\" \nb , c\n")))
        .containsExactly("1: [Mortgage, They lost it, twice]", "2: [b ,  c]");
  }

  @Test
  void marksOfJoinedFilesAreNoPartOfTheirFirstField() throws IOException {
    assertThat(found(reader("\uFEFFa,b\n\uFEFF\"c\",d\r\n\uFEFF\ne\uFEFF,f\n")))
        .containsExactly("1: [a, b]", "2: [c, d]", "4: [e\uFEFF, f]");
  }

  @Test
  void backslashEscapesAreRead() throws IOException {
    CsvDialect dialect = new CsvDialect(',', QuoteEscape.BACKSLASH, false);
    String csv =
        "a,\"They said \\\"no\\\", to\nme\"\nb,\"ends in \\\\\"\nc,\"\\n stays, \"\"too\"\"\"\nd,x\\\n";
    assertThat(found(new CsvRecords(new StringReader(csv), dialect, 1, 1000)))
        .containsExactly(
            "1: [a, They said \"no\", to\nme]",
            "3: [b, ends in \\]",
            "4: [c, \\n stays, \"too\"]",
            "5: [d, x\\]");
  }

  @Test
  void anUnclosedQuoteCostsItsOwnRowOnly() throws IOException {
    String csv = "a,\"never closed\nb,fine\nc,\"quoted, \"\"too\"\"\"\nd,\"\"\ne,a 5\" pipe\n";
    assertThat(found(reader(csv)))
        .containsExactly(
            "1: a quoted field goes on after its closing quote",
            "2: [b, fine]",
            "3: [c, quoted, \"too\"]",
            "4: [d, ]",
            "5: [e, a 5\" pipe]");
  }

  @Test
  void anUnclosedQuoteAtTheEndCostsItsOwnRowOnly() throws IOException {
    assertThat(found(reader("a,\"x\"\nb,\"never closed\nc,fine\nd,last")))
        .containsExactly("1: [a, x]", "2: a quote is never closed", "3: [c, fine]", "4: [d, last]");
  }

  @Test
  void anOddQuoteInsideCostsItsOwnRowOnly() throws IOException {
    String csv = "a,\"one, \nb, has a 5\" pipe\nand, on\"\nc,\"fine\"\n";
    assertThat(found(reader(csv)))
        .containsExactly("1: a quoted field goes on after its closing quote", "4: [c, fine]");
  }

  @Test
  void ofBackslashesThatAreNotReadTheCauseAndTheOptionAreNamed() throws IOException {
    String row = "Mortgage,\"They said \\\"no\\\" to me.\nStudent loan, they said\nand, then\"\n";
    List<String> found = found(reader(row.repeat(3) + "Student loan,fine\n"));
    String problem =
        ": a quoted field goes on after its closing quote; its quotes look escaped by"
            + " backslashes: add --quote-escape backslash";
    assertThat(found)
        .containsExactly("1" + problem, "4" + problem, "7" + problem, "10: [Student loan, fine]");
  }

  @Test
  void whatAHandlerThrowsWhileReadingIsNotTakenForABadRecord() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] target, int from, int length) {
            throw new IllegalStateException("not mine");
          }

          @Override
          public void close() {}
        };
    CsvRecords records = new CsvRecords(broken, CsvDialect.STANDARD, 1, 100);
    assertThatThrownBy(records::next).isInstanceOf(IllegalStateException.class);
  }

  /** The records with their lines, or what is wrong with them. */
  private static List<String> found(CsvRecords reader) throws IOException {
    List<String> found = new ArrayList<>();
    while (reader.next()) {
      found.add(reader.line() + ": " + reader.problem().orElse(reader.fields().toString()));
    }
    return found;
  }

  private static String pieces(Random random, List<String> pieces, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  private static Optional<List<List<String>>> records(CsvRecords reader) throws IOException {
    List<List<String>> records = new ArrayList<>();
    while (reader.next()) {
      if (reader.problem().isPresent()) {
        return Optional.empty();
      }
      records.add(reader.fields());
    }
    return Optional.of(records);
  }

  private static Optional<List<List<String>>> commonsCsv(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      return Optional.of(parser.stream().map(CSVRecord::toList).toList());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static CsvRecords reader(String csv) {
    return reader(csv, 1000);
  }

  private static CsvRecords reader(String csv, int max) {
    return new CsvRecords(trickle(csv), CsvDialect.STANDARD, 1, max);
  }

  /** Gives few characters at a time, as pipes may. */
  private static Reader trickle(String csv) {
    return new FilterReader(new StringReader(csv)) {
      @Override
      public int read(char[] buffer, int from, int length) throws IOException {
        return super.read(buffer, from, Math.min(3, length));
      }
    };
  }
}
