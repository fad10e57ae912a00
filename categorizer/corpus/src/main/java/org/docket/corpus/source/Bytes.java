/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A stream that can be looked into before it is read. Waits for no byte that it was not asked for,
 * and asks for the end only once: in a terminal each end must be typed. For one thread.
 *
 * <p>Remembers how reading failed, so that a failure of the disk is told from data that a
 * decompressor does not like.
 */
final class Bytes extends InputStream {

  /** So much can be looked into. */
  static final int SIZE = 1 << 16;

  private static final Runnable NOTHING = () -> {};

  private final InputStream in;
  private final Runnable beforeWaiting;
  private final byte[] buffer = new byte[SIZE];
  private int position;
  private int limit;
  private boolean ended;
  private Optional<Exception> failure = Optional.empty();

  Bytes(InputStream in) {
    this(in, NOTHING);
  }

  /**
   * Wraps a stream.
   *
   * @param beforeWaiting is run when the stream has nothing at hand, before it is waited for
   */
  Bytes(InputStream in, Runnable beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /** What is at hand, not consumed; a copy. */
  byte[] atHand() {
    return Arrays.copyOfRange(buffer, position, limit);
  }

  /** Reads more to what is at hand, whatever there is; false at the end, or if no more fits. */
  boolean more() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (ended || limit == buffer.length) {
      return false;
    }
    int read = readInto(limit);
    ended = read < 0;
    limit += Math.max(0, read);
    return !ended;
  }

  /** Whether the end was met and all was read. */
  boolean atEnd() {
    return ended && position == limit;
  }

  /** Throws what the stream failed with, if it did. */
  void throwFailure() throws IOException {
    if (failure.isPresent()) {
      if (failure.get() instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) failure.get();
    }
  }

  /** Lends all that is at hand to one who reads from an array, and counts it as read. */
  Lent lend() throws IOException {
    boolean some = position < limit || more();
    Lent lent = new Lent(buffer, position, some ? limit - position : 0);
    position = limit;
    return lent;
  }

  /** Takes back the last of what was read just now. */
  void giveBack(int count) {
    position -= count;
  }

  @Override
  public int read() throws IOException {
    return position < limit || more() ? buffer[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == limit && !more()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, target, from, count);
    position += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    return ended || position < limit ? limit - position : in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int readInto(int at) throws IOException {
    try {
      if (beforeWaiting != NOTHING && in.available() == 0) {
        beforeWaiting.run();
      }
      return in.read(buffer, at, buffer.length - at);
    } catch (IOException | RuntimeException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** A part of an array; none if its length is 0. */
  record Lent(byte[] array, int from, int length) {}
}
