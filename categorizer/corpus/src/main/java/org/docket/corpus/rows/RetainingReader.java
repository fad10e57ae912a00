/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Holds what was read since the current record began, so that a bad record can be shown, and
 * reading can resume inside of what a parser took for one record. Lines end with a line feed, a
 * carriage return, or both, as for FastCSV. For one thread.
 *
 * <p>Byte order marks at the beginning of a line are left out: they come from files that were
 * joined.
 */
final class RetainingReader extends Reader {

  private static final int SMALL = 1 << 14;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final int max;
  private char[] buffer = new char[SMALL];

  /** Where the record begins, which is where a line begins. */
  private int start;

  /** What a parser reads next. */
  private int position;

  private int limit;
  private long startLine;
  private long recordLine;
  private boolean lineBegins = true;
  private boolean ended;

  /**
   * Wraps a reader.
   *
   * @param line of its first character
   * @param max characters of a record
   */
  RetainingReader(Reader in, long line, int max) {
    this.in = in;
    // A line end is not counted.
    this.max = max + 2;
    this.startLine = line;
    this.recordLine = line;
  }

  /** The parser begins a record on this line: what is before is needed no more. */
  void recordBegins(long line) {
    recordLine = line;
  }

  /** Goes to the beginning of the current record, whose characters are then from 0 on. */
  void toRecord() {
    // All characters pass here: on local variables this takes half the time.
    char[] chars = buffer;
    int end = limit;
    int next = start;
    long line = startLine;
    while (line < recordLine && next < end) {
      char c = chars[next++];
      if (c > '\r') {
        continue;
      }
      if (c == '\r' && next < end && chars[next] == '\n') {
        next++;
      }
      if (c == '\r' || c == '\n') {
        line++;
      }
    }
    start = next;
    startLine = line;
  }

  /** Drops characters; the parser reads on, and the record goes on, with what follows them. */
  void drop(int count) {
    startLine += lines(count);
    recordLine = startLine;
    start += count;
    position = start;
  }

  /** Drops the rest of a line and its end, and adds them to what is given. */
  void dropLine(Preview preview) throws IOException {
    int length = 0;
    int c = at(0);
    while (c != '\n' && c != '\r' && !(c < 0 && ended)) {
      if (c < 0) {
        preview.add(text(length));
        drop(length);
        length = -1;
      }
      c = at(++length);
    }
    if (c == '\r') {
      length += at(length + 1) == '\n' ? 1 : 0;
    }
    length += c < 0 ? 0 : 1;
    preview.add(text(length));
    drop(length);
  }

  /** The line of the current record, or of what follows what was dropped. */
  long line() {
    return recordLine;
  }

  /**
   * A character of the current record or after it, or -1 if the text ends before it, or if it is
   * further away than a record may be long.
   */
  int at(int offset) throws IOException {
    while (start + offset >= limit) {
      if (ended || limit - start >= max) {
        return -1;
      }
      fill();
    }
    return buffer[start + offset];
  }

  /** The characters from the beginning of the record. */
  String text(int length) {
    return new String(buffer, start, Math.min(length, limit - start));
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    while (position == limit) {
      if (ended) {
        return -1;
      }
      toRecord();
      if (limit - start >= max) {
        throw new RowTooLongException(max - 2);
      }
      fill();
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, target, from, count);
    position += count;
    return count;
  }

  @Override
  public void close() {
    // What is wrapped belongs to somebody else.
  }

  private void fill() throws IOException {
    makeRoom();
    // One more than a record may have, so that its line end can be seen.
    int room = Math.min(buffer.length - limit, max + 1 - (limit - start));
    int read = in.read(buffer, limit, room);
    ended = read < 0;
    accept(Math.max(0, read));
  }

  private void makeRoom() {
    int held = limit - start;
    boolean tooLarge = buffer.length > SMALL && held < buffer.length / 8;
    if (tooLarge || start > 0 && limit == buffer.length) {
      char[] target = tooLarge ? new char[Math.max(SMALL, 2 * held)] : buffer;
      System.arraycopy(buffer, start, target, 0, held);
      buffer = target;
      position -= start;
      limit = held;
      start = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * limit, max + SMALL));
    }
  }

  /** Takes what was read, but for byte order marks where lines begin. */
  private void accept(int count) {
    int end = limit + count;
    int next = limit;
    for (int i = limit; i < end; i++) {
      if (buffer[i] == BYTE_ORDER_MARK && (i == next ? lineBegins : endsLine(buffer[i - 1]))) {
        next = take(next, i) + 1;
      }
    }
    take(next, end);
  }

  /** Takes characters to those that are held. */
  private int take(int from, int to) {
    if (from > limit) {
      System.arraycopy(buffer, from, buffer, limit, to - from);
    }
    limit += to - from;
    if (to > from) {
      lineBegins = endsLine(buffer[limit - 1]);
    }
    return to;
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r';
  }

  private long lines(int offset) {
    long lines = 0;
    for (int i = start; i < start + offset; i++) {
      boolean pair = buffer[i] == '\r' && i + 1 < limit && buffer[i + 1] == '\n';
      lines += buffer[i] == '\n' || buffer[i] == '\r' && !pair ? 1 : 0;
    }
    return lines;
  }
}
