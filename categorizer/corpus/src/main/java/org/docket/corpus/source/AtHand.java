/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Gives what a decompressor has at hand before it asks for more, where the decompressor itself
 * would fill the buffer first. It must know what it has ({@link InputStream#available}).
 */
final class AtHand extends FilterInputStream {

  AtHand(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, target.length);
    int ready = in.available();
    if (ready > 0 || length == 0) {
      return in.read(target, from, Math.min(ready, length));
    }
    int first = in.read();
    if (first < 0) {
      return -1;
    }
    target[from] = (byte) first;
    int more = Math.min(in.available(), length - 1);
    return 1 + (more > 0 ? Math.max(0, in.read(target, from + 1, more)) : 0);
  }
}
