/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Limits how much may be read for one row: a quote that is never closed must not take the rest of a
 * 5 GB file into memory.
 */
final class BoundedReader extends FilterReader {

  private final long limit;
  private long read;

  BoundedReader(Reader in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** A row has been read whole; the next begins. */
  void rowDone() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws RowTooLongException {
    read += n;
    if (read > limit) {
      throw new RowTooLongException(limit);
    }
  }

  /** A row is longer than any real one. */
  static final class RowTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    RowTooLongException(long limit) {
      super("a row is longer than " + limit + " characters");
    }
  }
}
