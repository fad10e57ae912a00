/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.docket.error.DocketException;
import org.tukaani.xz.MemoryLimitException;

/**
 * What a decompressor gives; whatever it throws about damaged data becomes one line. Failures of
 * what lies below, and of who is told before waiting, go through as they are.
 */
final class Unpacked extends InputStream {

  /** Makes a decompressor, which may read already. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  private final Bytes packed;
  private final Opener opener;
  private final String name;
  private final String title;
  private final String remedy;
  private InputStream in;

  /**
   * Wraps a decompressor; it is opened with the first read.
   *
   * @param packed what it reads
   * @param name of the file
   * @param title of the compression
   */
  Unpacked(Bytes packed, Opener opener, String name, String title, String remedy) {
    this.packed = packed;
    this.opener = opener;
    this.name = name;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    try {
      if (in == null) {
        in = opener.open();
      }
      return in.read(target, from, length);
    } catch (DocketException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Libraries throw what their arrays throw, too.
      packed.throwFailure();
      throw damaged(e);
    }
  }

  @Override
  public int available() {
    try {
      return in == null ? packed.available() : in.available();
    } catch (IOException | RuntimeException e) {
      // The next read will throw it.
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
    packed.close();
  }

  private String bigger() {
    return title.equals(Compression.ZSTD.title()) ? "zstd -d --long=31 FILE" : remedy;
  }

  private DocketException damaged(Exception e) {
    if (e instanceof MemoryException || e instanceof MemoryLimitException) {
      return new DocketException(
          name
              + (" was packed by " + title + " so that it needs much memory;")
              + (" Docket does not give it that: unpack it first, such as with " + bigger()),
          e);
    }
    boolean cut = e instanceof EOFException || packed.atEnd();
    String detail = e.getMessage() == null ? "" : " (" + Names.clean(e.getMessage()) + ")";
    return new DocketException(
        name
            + (cut
                ? " is cut off: its " + title + " data ends too early"
                : " is damaged: its " + title + " data cannot be unpacked" + detail)
            + "; what stands before was read. Get it again, or keep what is whole: "
            + remedy,
        e);
  }
}
