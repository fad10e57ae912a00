/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes one by one, with the number of the line and one byte of looking ahead. A line ends with a
 * line feed, a carriage return, or both.
 *
 * <p>Waits for no byte that it was not asked for: a line is known to end before the next one comes.
 */
final class ByteSource {

  static final int END = -1;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final Runnable beforeWaiting;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;
  private int previous = '\n';
  private long line = 1;

  /** Takes a stream and skips the byte order mark of UTF-8, if there is one. */
  ByteSource(InputStream in) throws IOException {
    this(in, () -> {});
  }

  /**
   * Takes a stream and skips the byte order mark of UTF-8, if there is one.
   *
   * @param beforeWaiting is run when the stream has nothing at hand, before it is waited for
   */
  ByteSource(InputStream in, Runnable beforeWaiting) throws IOException {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
    skipByteOrderMark();
  }

  /** Whether a byte ends a line; so does the end of all. */
  static boolean endsLine(int value) {
    return value == '\n' || value == '\r' || value == END;
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
      if (value == '\r' || value == '\n' && previous != '\r') {
        line++;
      }
      previous = value;
    }
    return value;
  }

  /** The byte that {@link #read} will return. */
  int peek() throws IOException {
    if (position == limit && !ended) {
      fill();
    }
    return ended ? END : buffer[position] & 0xFF;
  }

  /** At the end of a line: goes to the beginning of the next one; whether there is one. */
  boolean nextLine() throws IOException {
    if (previous == '\r' && peek() == '\n') {
      read();
    }
    return peek() != END;
  }

  /** Skips the rest of the line whose last byte was read, if there is a rest. */
  void skipLine() throws IOException {
    int value = previous;
    while (!endsLine(value)) {
      value = read();
    }
  }

  private void fill() throws IOException {
    if (in.available() == 0) {
      beforeWaiting.run();
    }
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    ended = limit == 0;
  }

  private void skipByteOrderMark() throws IOException {
    int length = BYTE_ORDER_MARK.length;
    if (peek() == (BYTE_ORDER_MARK[0] & 0xFF)) {
      limit += in.readNBytes(buffer, limit, Math.max(0, length - limit));
      if (limit >= length && Arrays.equals(buffer, 0, length, BYTE_ORDER_MARK, 0, length)) {
        position = length;
      }
    }
  }
}
