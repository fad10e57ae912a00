/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.docket.error.DocketException;

/** A body of which no more is read than is allowed. */
final class BoundedReader extends FilterReader {

  private String what = TextQuery.TEXT;
  private int most = TextQuery.MAX_CHARS;
  private long read;

  /** Reads no more than a text may have. */
  BoundedReader(Reader in) {
    super(in);
  }

  /**
   * Changes what may be read.
   *
   * @param limited what is too long where there is more, for the message
   * @param chars how many, from the beginning on
   */
  void allow(String limited, int chars) {
    what = limited;
    most = chars;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(char[] buffer, int start, int length) throws IOException {
    int some = super.read(buffer, start, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) {
    read += more;
    if (read > most) {
      throw new DocketException(
          String.format(
              Locale.ROOT, "the %s is too long; it may have %d characters at most", what, most));
    }
  }
}
