/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Goes along with the frames of a zst file (RFC 8878) and hands them to the decompressor, which
 * lacks two things: it would hold as much as a frame says it needs, and does not know the frames
 * that are to be skipped, such as those of pzstd. For one thread.
 */
final class ZstdFrames extends InputStream {

  /** What {@code zstd -19} needs, and the decompressor can. */
  private static final long MAX_WINDOW = 8L << 20;

  /** Of a small file that {@code zstd --ultra} packed as a whole. */
  private static final long MAX_SEGMENT = 64L << 20;

  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int SINGLE_SEGMENT = 0x20;
  private static final int CHECKSUM = 4;
  private static final int RUN = 1;

  private final Bytes in;

  /** Bytes of a header that were looked at and not yet handed on. */
  private final byte[] header = new byte[32];

  private int handed;
  private int length;

  /** So many bytes are data. */
  private long data;

  private boolean inFrame;
  private boolean hasChecksum;
  private boolean ended;

  ZstdFrames(Bytes in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    while (handed == length && data == 0) {
      if (ended) {
        return -1;
      }
      next();
    }
    if (handed < length) {
      int some = Math.min(count, length - handed);
      System.arraycopy(header, handed, target, from, some);
      handed += some;
      return some;
    }
    int read = in.read(target, from, (int) Math.min(count, data));
    ended = read < 0;
    data = ended ? 0 : data - read;
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void next() throws IOException {
    handed = 0;
    length = 0;
    if (inFrame) {
      block();
    } else {
      frame();
    }
  }

  private void frame() throws IOException {
    int magic = (int) take(4);
    if (!ended && (magic & 0xFFFFFFF0) == SKIPPABLE) {
      long size = take(4);
      length = 0;
      ended = in.skip(size) < size;
      return;
    }
    if (!ended && magic != MAGIC) {
      throw new IOException("bytes that are not zst");
    }
    int descriptor = (int) take(1);
    boolean single = (descriptor & SINGLE_SEGMENT) != 0;
    hasChecksum = (descriptor & CHECKSUM) != 0;
    long window = single ? 0 : window((int) take(1));
    take(new int[] {0, 1, 2, 4}[descriptor & 3]);
    int sizeBytes = new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >>> 6 & 3];
    long size = take(sizeBytes);
    if (!ended && (window > MAX_WINDOW || single && (size < 0 || size > MAX_SEGMENT))) {
      throw new MemoryException();
    }
    inFrame = true;
  }

  private static long window(int descriptor) {
    long base = 1L << 10 + (descriptor >>> 3 & 31);
    return base + base / 8 * (descriptor & 7);
  }

  private void block() throws IOException {
    int block = (int) take(3);
    boolean last = (block & 1) != 0;
    data = (block >>> 1 & 3) == RUN ? 1 : block >>> 3;
    if (last && hasChecksum) {
      data += 4;
    }
    inFrame = !last;
  }

  /** Takes bytes of a header; their value, little endian. */
  private long take(int count) throws IOException {
    long value = 0;
    for (int i = 0; i < count && !ended; i++) {
      int next = in.read();
      ended = next < 0;
      if (!ended) {
        header[length++] = (byte) next;
        value |= (long) next << 8 * i;
      }
    }
    return value;
  }
}
