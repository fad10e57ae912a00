/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that somebody else closes. */
final class LeftOpen extends FilterInputStream {

  LeftOpen(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    return in.read(buffer, from, length);
  }

  @Override
  public void close() {
    // By its owner.
  }
}
