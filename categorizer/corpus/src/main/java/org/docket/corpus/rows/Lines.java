/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads text line by line, bounded. A line ends with a line feed, a carriage return, or both, and
 * is known to end before the next one comes. Byte order marks at its beginning are left out: they
 * come from files that were joined. For one thread.
 */
final class Lines {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final int max;
  private final char[] buffer = new char[1 << 13];
  private int position;
  private int limit;
  private boolean afterReturn;
  private StringBuilder text = new StringBuilder();
  private boolean tooLong;
  private long line;

  Lines(Reader in, int max) {
    this.in = in;
    this.max = max;
  }

  /** Moves to the next line; whether there is one. */
  boolean next() throws IOException {
    int c = read();
    if (afterReturn && c == '\n') {
      c = read();
    }
    while (c == BYTE_ORDER_MARK) {
      c = read();
    }
    if (c < 0) {
      return false;
    }
    // What was long is not held.
    text = text.capacity() > buffer.length ? new StringBuilder() : text;
    text.setLength(0);
    tooLong = false;
    line++;
    for (; c >= 0 && c != '\n' && c != '\r'; c = read()) {
      tooLong |= text.length() == max;
      if (!tooLong) {
        text.append((char) c);
      }
    }
    afterReturn = c == '\r';
    return true;
  }

  /** The number of the line, from 1. */
  long line() {
    return line;
  }

  /** The line without its end; of one that is too long the beginning. */
  String text() {
    return text.toString();
  }

  /** Why the line cannot be read; empty if it can. */
  Optional<String> problem() {
    return tooLong
        ? Optional.of("the row is longer than " + max + " characters")
        : Optional.empty();
  }

  private int read() throws IOException {
    while (position == limit) {
      position = 0;
      limit = in.read(buffer, 0, buffer.length);
      if (limit < 0) {
        limit = 0;
        return -1;
      }
    }
    return buffer[position++];
  }
}
