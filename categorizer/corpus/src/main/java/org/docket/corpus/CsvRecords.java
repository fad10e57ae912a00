/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Cuts a CSV file into records and hands each to commons-csv.
 *
 * <p>commons-csv alone neither bounds a record nor goes on after a bad one: after an unclosed quote
 * it would take the rest of the file as one field. So the cutting is done here, on bytes (in UTF-8
 * quotes, commas and line ends are never part of another character), and knows quotes only; after a
 * bad record it goes on at the next line.
 */
final class CsvRecords {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final ByteSource in;
  private final int maxBytes;
  private RowBuffer record;
  private RowException problem;
  private long line;

  CsvRecords(ByteSource in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Moves to the next record that is not an empty line; whether there is one. */
  boolean next() throws IOException {
    while (in.peek() != ByteSource.END) {
      line = in.line();
      record = new RowBuffer(maxBytes);
      problem = null;
      cut();
      if (problem != null || !record.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  long line() {
    return line;
  }

  String preview() {
    return record.preview();
  }

  /** The fields of the record. */
  List<String> fields() throws RowException {
    if (problem != null) {
      throw problem;
    }
    try (CSVParser parser = CSVParser.parse(record.decode(), FORMAT)) {
      CSVRecord fields = parser.iterator().next();
      return fields.toList();
    } catch (IOException | UncheckedIOException e) {
      throw new RowException("the row is not CSV", e);
    }
  }

  private void cut() throws IOException {
    try {
      State state = State.FIELD_START;
      for (int value = in.read(); value != ByteSource.END; value = in.read()) {
        if (state != State.QUOTED && (value == '\n' || value == '\r')) {
          in.endLine(value);
          return;
        }
        state = next(state, value);
        record.add(value);
      }
      if (state == State.QUOTED) {
        throw new RowException("a quote is never closed");
      }
    } catch (RowException e) {
      problem = e;
      in.skipLine();
    }
  }

  private static State next(State state, int value) throws RowException {
    boolean quote = value == '"';
    return switch (state) {
      case FIELD_START -> quote ? State.QUOTED : value == ',' ? State.FIELD_START : State.PLAIN;
      case PLAIN -> value == ',' ? State.FIELD_START : State.PLAIN;
      case QUOTED -> quote ? State.AFTER_QUOTE : State.QUOTED;
      case AFTER_QUOTE -> afterQuote(value);
    };
  }

  private static State afterQuote(int value) throws RowException {
    return switch (value) {
      case '"' -> State.QUOTED;
      case ',' -> State.FIELD_START;
      case ' ', '\t' -> State.AFTER_QUOTE;
      default -> throw new RowException("a quoted field goes on after its closing quote");
    };
  }
}
