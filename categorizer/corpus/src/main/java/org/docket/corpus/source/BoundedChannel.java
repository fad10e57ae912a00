/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.function.LongConsumer;

/**
 * Bounds how much is read before {@link #free}: the directory of a zip is held in memory, and may
 * be as large as the file.
 */
final class BoundedChannel implements SeekableByteChannel {

  private final SeekableByteChannel channel;
  private final long max;
  private long count;
  private boolean free;
  private LongConsumer watcher = bytes -> {};

  BoundedChannel(SeekableByteChannel channel, long max) {
    this.channel = channel;
    this.max = max;
  }

  /** Ends the bound. */
  void free() {
    free = true;
  }

  /** Tells from now on how many bytes are read. */
  void watch(LongConsumer bytes) {
    watcher = bytes;
  }

  /** Whether more was asked for than the bound. */
  boolean isExceeded() {
    return !free && count > max;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int read = channel.read(target);
    count += Math.max(0, read);
    if (isExceeded()) {
      throw new IOException("more than " + max + " bytes");
    }
    watcher.accept(Math.max(0, read));
    return read;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    throw new IOException("for reading only");
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    throw new IOException("for reading only");
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
