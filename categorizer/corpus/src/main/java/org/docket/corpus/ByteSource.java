/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, with the number of the line and one byte of looking ahead. */
final class ByteSource {

  static final int END = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long line = 1;

  /** Takes a stream and skips the byte order mark of UTF-8, if there is one. */
  ByteSource(InputStream in) throws IOException {
    this.in = in;
    this.limit = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
    if (limit >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  /** The line of the next byte, from 1. */
  long line() {
    return line;
  }

  /** The next byte, or {@link #END}. */
  int read() throws IOException {
    int value = peek();
    if (value != END) {
      position++;
      if (value == '\n' || (value == '\r' && peek() != '\n')) {
        line++;
      }
    }
    return value;
  }

  /** The byte that {@link #read} will return. */
  int peek() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
      position = 0;
    }
    return limit == 0 ? END : buffer[position] & 0xFF;
  }

  /** After a line feed or a carriage return: swallows the second half of a CR LF. */
  void endLine(int first) throws IOException {
    if (first == '\r' && peek() == '\n') {
      read();
    }
  }

  /**
   * Reads to the end of the line and goes to the next.
   *
   * @throws RowException if the line is longer than the buffer's limit; the next can be read
   */
  void readLine(RowBuffer line) throws IOException, RowException {
    for (int value = read(); value != END; value = read()) {
      if (value == '\n' || value == '\r') {
        endLine(value);
        return;
      }
      addOrSkip(line, value);
    }
  }

  private void addOrSkip(RowBuffer line, int value) throws IOException, RowException {
    try {
      line.add(value);
    } catch (RowException e) {
      skipLine();
      throw e;
    }
  }

  /** Skips to the beginning of the next line. */
  void skipLine() throws IOException {
    for (int value = read(); value != END; value = read()) {
      if (value == '\n' || value == '\r') {
        endLine(value);
        return;
      }
    }
  }
}
