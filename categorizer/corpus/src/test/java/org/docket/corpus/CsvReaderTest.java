/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

  /**
   * What CSV is made of, the awkward above all. Not in it: blanks other than these after a closing
   * quote, which commons-csv allows.
   */
  private static final List<String> PIECES =
      List.of(
          "\"", "\"", "\"\"", ",", ",", "\n", "\r", "\r\n", " ", "\t", "a", "bc", "#", "\\", "é",
          "漢", "😀", "\u0085", "\u00a0");

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
      assertThat(records).as(csv).isEqualTo(commonsCsv(csv));
      accepted += records.isPresent() ? 1 : 0;
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
        csv.append(String.join(",", fields.stream().map(CsvReaderTest::quoted).toList()));
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
    String csv = "12345678\n123456789\n\"1\"\"4\",7\n,,,,,,,,,\n,,,,,,,,\n";
    assertThat(found(reader(csv, 8)))
        .containsExactly(
            "1: [12345678]",
            "2: the row is longer than 8 bytes",
            "3: [1\"4, 7]",
            "4: the row is longer than 8 bytes",
            "5: [, , , , , , , , ]");
  }

  @Test
  void aRecordMayBeWideUpToALimit() throws IOException, RowException {
    List<String> wide = Collections.nCopies(2_000, "column");
    String most = ",".repeat(RowBuffer.MAX_FIELDS - 1);
    String csv = String.join(",", wide) + "\n" + most + "\n" + most + ",\n" + most + ",,\nlast";
    CsvReader reader = reader(csv, 1 << 20);
    assertThat(reader.next()).isTrue();
    assertThat(reader.fields()).isEqualTo(wide);
    assertThat(reader.next()).isTrue();
    assertThat(reader.fieldCount()).isEqualTo(RowBuffer.MAX_FIELDS);
    assertThat(found(reader))
        .containsExactly(
            "3: the row has more than 100000 fields",
            "4: the row has more than 100000 fields",
            "5: [last]");
  }

  @Test
  void noLineIsLostWhereALineEndIsTooMuch() throws IOException {
    assertThat(found(reader("\"2345678\nb\nc\n", 8)))
        .containsExactly("1: the row is longer than 8 bytes", "2: [b]", "3: [c]");
  }

  @Test
  void eachFieldMustBeUtf8() throws IOException {
    byte[] halves = {(byte) 0xC3, ',', (byte) 0xA9, '\n', (byte) 0xC3, (byte) 0xA9};
    ByteSource source = new ByteSource(new ByteArrayInputStream(halves));
    assertThat(found(new CsvReader(source, 100, CsvReader.NO_COMMENTS)))
        .containsExactly("1: the row is not in UTF-8", "2: [é]");
  }

  /** The records with their lines, or what is wrong with them. */
  private static List<String> found(CsvReader reader) throws IOException {
    List<String> found = new ArrayList<>();
    while (reader.next()) {
      String fields;
      try {
        fields = reader.fields().toString();
      } catch (RowException e) {
        fields = e.getMessage();
      }
      found.add(reader.line() + ": " + fields);
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

  private static Optional<List<List<String>>> records(CsvReader reader) throws IOException {
    List<List<String>> records = new ArrayList<>();
    try {
      while (reader.next()) {
        records.add(reader.fields());
      }
    } catch (RowException e) {
      return Optional.empty();
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

  private static CsvReader reader(String csv) throws IOException {
    return reader(csv, 1000);
  }

  private static CsvReader reader(String csv, int maxBytes) throws IOException {
    return new CsvReader(new ByteSource(trickle(csv)), maxBytes, CsvReader.NO_COMMENTS);
  }

  /** Gives few bytes at a time, as pipes may. */
  private static InputStream trickle(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public int read(byte[] buffer, int from, int length) {
        return super.read(buffer, from, Math.min(3, length));
      }
    };
  }
}
