/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Takes gzip off (RFC 1952), of all members. Own code: the JDK's stream takes a pipe that has
 * nothing at hand for the end, and is silent about what stands behind the last member; that of
 * commons-compress waits until a buffer is full. For one thread.
 */
final class GzipInput extends InputStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final Bytes in;
  private final Consumer<String> notices;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean ended;

  /** Reads the header of the first member. */
  GzipInput(Bytes in, Consumer<String> notices) throws IOException {
    this.in = in;
    this.notices = notices;
    readHeader();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    while (!ended && length > 0) {
      int count = inflate(target, from, length);
      if (count > 0) {
        crc.update(target, from, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("it needs a dictionary");
      } else {
        Bytes.Lent more = in.lend();
        if (more.length() == 0) {
          throw new EOFException();
        }
        inflater.setInput(more.array(), more.from(), more.length());
      }
    }
    return length == 0 ? 0 : -1;
  }

  @Override
  public int available() throws IOException {
    return ended ? 0 : Math.max(inflater.needsInput() ? 0 : 1, in.available());
  }

  @Override
  public void close() throws IOException {
    ended = true;
    inflater.end();
    in.close();
  }

  private int inflate(byte[] target, int from, int length) throws ZipException {
    try {
      return inflater.inflate(target, from, length);
    } catch (DataFormatException e) {
      ZipException damaged = new ZipException(e.getMessage());
      damaged.initCause(e);
      throw damaged;
    }
  }

  private void endMember() throws IOException {
    in.giveBack(inflater.getRemaining());
    long expected = littleEndian(4);
    long size = littleEndian(4);
    if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("the checksum is wrong");
    }
    while (Compression.undecided(in.atHand()) && in.more()) {
      // Until it is known whether another member follows.
    }
    if (Compression.of(in.atHand()).equals(Optional.of(Compression.GZIP))) {
      inflater.reset();
      crc.reset();
      readHeader();
    } else {
      ended = true;
      readRest();
    }
  }

  /** Tapes fill up with zeros. */
  private void readRest() throws IOException {
    byte[] buffer = new byte[Bytes.SIZE];
    long count = 0;
    boolean zeros = true;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      count += read;
      for (int i = 0; i < read; i++) {
        zeros &= buffer[i] == 0;
      }
    }
    if (count > 0) {
      String what = zeros ? " bytes of zero" : " bytes that are not gzip";
      notices.accept(count + what + " behind the end of the gzip data are left out");
    }
  }

  private void readHeader() throws IOException {
    skip(3);
    int flags = need();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip((int) littleEndian(2));
    }
    if ((flags & NAME) != 0) {
      skipString();
    }
    if ((flags & COMMENT) != 0) {
      skipString();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void skipString() throws IOException {
    int value = need();
    while (value != 0) {
      value = need();
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      need();
    }
  }

  private long littleEndian(int count) throws IOException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) need() << 8 * i;
    }
    return value;
  }

  private int need() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException();
    }
    return value;
  }
}
