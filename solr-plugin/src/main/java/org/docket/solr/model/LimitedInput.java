/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends when a limit is exceeded, and remembers that there was more. */
final class LimitedInput extends FilterInputStream {

  private long left;
  private boolean over;

  /**
   * Reads a stream to its end or a limit.
   *
   * @param limit in bytes
   */
  LimitedInput(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  /** Whether there was more to read than the limit. */
  boolean isOver() {
    return over;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = over ? -1 : super.read(buffer, offset, length);
    left -= Math.max(read, 0);
    over = over || left < 0;
    return read;
  }
}
