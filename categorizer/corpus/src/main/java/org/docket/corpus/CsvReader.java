/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.util.List;

/**
 * Reads CSV (RFC 4180) record by record: bounded, with the line of each, and going on at the next
 * line after a bad one.
 *
 * <p>Written here because the libraries stop at a bad record: commons-csv takes the rest of the
 * file for one field after an unclosed quote, and FastCSV reports a record that is too long, or not
 * UTF-8, again and again. It reads bytes: in UTF-8 quotes, commas and line ends are never part of
 * another character.
 */
final class CsvReader {

  /** For files that have no comments. */
  static final int NO_COMMENTS = ByteSource.END;

  private static final int DELIMITER = ',';
  private static final int QUOTE = '"';

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    /** After a quote in a quoted field, which ends it or is the first of two. */
    QUOTE,
    /** After the blanks that follow a quoted field. */
    CLOSED
  }

  private final ByteSource in;
  private final int comment;
  private final RowBuffer row;
  private State state;
  private RowException problem;
  private long line;

  /**
   * A reader.
   *
   * @param maxBytes of a record
   * @param comment what a line that is to be skipped begins with, or {@link #NO_COMMENTS}
   */
  CsvReader(ByteSource in, int maxBytes, int comment) {
    this.in = in;
    this.comment = comment;
    this.row = new RowBuffer(maxBytes);
  }

  /** Moves to the next record that is not an empty line; whether there is one. */
  boolean next() throws IOException {
    while (in.nextLine()) {
      if (in.peek() == comment) {
        in.read();
        in.skipLine();
      } else if (record()) {
        return true;
      }
    }
    return false;
  }

  /** The line that the record begins on, from 1. */
  long line() {
    return line;
  }

  /** How the record begins in the file. */
  String preview() {
    return row.preview();
  }

  /**
   * How many fields the record has.
   *
   * @throws RowException if it is not a record
   */
  int fieldCount() throws RowException {
    if (problem != null) {
      throw problem;
    }
    return row.fieldCount();
  }

  /**
   * The fields of the record.
   *
   * @throws RowException if it is not a record, or not in UTF-8
   */
  List<String> fields() throws RowException {
    if (problem != null) {
      throw problem;
    }
    return row.fields();
  }

  /** Reads a record, good or bad; false if it is an empty line. */
  private boolean record() throws IOException {
    line = in.line();
    row.clear();
    problem = null;
    try {
      parse();
    } catch (RowException e) {
      problem = e;
      in.skipLine();
    }
    return problem != null || !row.isEmpty();
  }

  private void parse() throws IOException, RowException {
    state = State.FIELD_START;
    int value = in.read();
    while (!endsRecord(value)) {
      row.count(value);
      accept(value);
      value = in.read();
    }
    if (state == State.QUOTED) {
      throw new RowException("a quote is never closed");
    }
    row.endField();
  }

  private boolean endsRecord(int value) {
    return state == State.QUOTED ? value == ByteSource.END : ByteSource.endsLine(value);
  }

  private void accept(int value) throws RowException {
    switch (state) {
      case FIELD_START, PLAIN -> unquoted(value);
      case QUOTED -> quoted(value);
      case QUOTE, CLOSED -> afterQuote(value);
    }
  }

  private void unquoted(int value) throws RowException {
    if (value == DELIMITER) {
      endField();
    } else if (value == QUOTE && state == State.FIELD_START) {
      state = State.QUOTED;
    } else {
      row.add(value);
      state = State.PLAIN;
    }
  }

  private void quoted(int value) {
    if (value == QUOTE) {
      state = State.QUOTE;
    } else {
      row.add(value);
    }
  }

  private void afterQuote(int value) throws RowException {
    if (value == DELIMITER) {
      endField();
    } else if (value == QUOTE && state == State.QUOTE) {
      row.add(value);
      state = State.QUOTED;
    } else if (value == ' ' || value == '\t') {
      state = State.CLOSED;
    } else {
      throw new RowException("a quoted field goes on after its closing quote");
    }
  }

  private void endField() throws RowException {
    row.endField();
    state = State.FIELD_START;
  }
}
