/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails when a row takes more characters than it may have. For one thread. */
final class BoundedReader extends FilterReader {

  /** A parser reads so many before it needs them. */
  private static final int AHEAD = 1 << 14;

  private final int max;
  private long ofRow;
  private boolean half;

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
    return half;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (ofRow > max + AHEAD) {
      throw new RowTooLongException(max);
    }
    int count = in.read(target, from, length);
    if (count > 0) {
      ofRow += count;
      half |= RowEmitter.hasHalf(new String(target, from, count));
    }
    return count;
  }

  @Override
  public void close() {
    // What is wrapped belongs to somebody else.
  }
}
