/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read of a stream. */
final class WatchedStream extends FilterInputStream {

  private final LongConsumer watcher;

  WatchedStream(InputStream in, LongConsumer watcher) {
    super(in);
    this.watcher = watcher;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      watcher.accept(1);
    }
    return read;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = in.read(target, from, length);
    if (read > 0) {
      watcher.accept(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    watcher.accept(skipped);
    return skipped;
  }

  /** Else what is read again would be told twice. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
