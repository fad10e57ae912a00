/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Holds a member of a zip against the length and the checksum in the zip's directory. */
final class CheckedMember extends FilterInputStream {

  private final long size;
  private final long expected;
  private final CRC32 crc = new CRC32();
  private long count;

  CheckedMember(InputStream in, long size, long crc) {
    super(in);
    this.size = size;
    expected = crc;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = in.read(target, from, length);
    if (read > 0) {
      crc.update(target, from, read);
      count += read;
    }
    if (count > size) {
      throw new ZipException("it is longer than the directory says");
    }
    if (read < 0 && count < size) {
      throw new EOFException();
    }
    if (read < 0 && crc.getValue() != expected) {
      throw new ZipException("the checksum is wrong");
    }
    return read;
  }
}
