/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.docket.corpus.source.TextSource;

/**
 * Fails when a row of JSON takes more characters than it may have. Leaves out the byte order marks
 * that files begin with which were joined: a parser takes them for no white space. For one thread.
 */
final class BoundedReader extends FilterReader {

  /** A parser reads so many before it needs them. */
  private static final int AHEAD = 1 << 14;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final int max;
  private long ofRow;
  private boolean foreign;
  private char last = '\n';

  BoundedReader(Reader in, int max) {
    super(in);
    this.max = max;
  }

  /** A row begins. */
  void rowBegins() {
    ofRow = 0;
  }

  /** Whether there were bytes that are no characters. */
  boolean sawForeign() {
    return foreign;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (ofRow > max + AHEAD) {
      throw new RowTooLongException(max);
    }
    int count;
    do {
      int read = in.read(target, from, length);
      if (read <= 0) {
        return read;
      }
      ofRow += read;
      count = withoutMarks(target, from, read);
    } while (count == 0);
    return count;
  }

  /** Leaves out marks where a file may have begun; how many characters are left. */
  private int withoutMarks(char[] target, int from, int count) {
    int end = from;
    for (int i = from; i < from + count; i++) {
      foreign |= TextSource.isBadByte(target[i]) && !Character.isHighSurrogate(last);
      boolean mark = target[i] == BYTE_ORDER_MARK && "\r\n}]".indexOf(last) >= 0;
      if (!mark) {
        last = target[i];
        target[end++] = last;
      }
    }
    return end - from;
  }

  @Override
  public void close() {
    // What is wrapped belongs to somebody else.
  }
}
