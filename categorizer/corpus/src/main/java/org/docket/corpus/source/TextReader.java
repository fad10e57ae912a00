/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Objects;

/**
 * Decodes, and marks each byte that is no character by a lone low surrogate, U+DC00 and the byte,
 * so that the row that holds it is known and the others are read. {@link java.io.InputStreamReader}
 * would write U+FFFD, which a text may hold itself, and {@link CodingErrorAction#REPORT} would end
 * the reading. Can be looked into before it is read; waits for no byte that it need not have. For
 * one thread.
 */
final class TextReader extends Reader {

  /** So many characters can be looked into. */
  static final int AHEAD = 1 << 16;

  /** A first bad byte, see {@link TextReader}. */
  private static final char ESCAPE = '\uDC00';

  /** What one step may add at least: all bytes of a sequence that is no character. */
  private static final int ROOM = 16;

  /** No second byte of a character in any multi-byte charset: a comma, a quote, a line's end. */
  private static final int NEVER_SECOND = 0x30;

  private final Bytes in;
  private final CharsetDecoder decoder;
  private final boolean wide;
  private final boolean counts;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).flip();
  private final char[] chars = new char[AHEAD];
  private int position;
  private int limit;
  private boolean ended;
  private boolean flushed;
  private byte[] badSample = {};
  private long foreign;
  private long controls;

  /**
   * Wraps a stream behind its byte order mark.
   *
   * @param counts whether to count control characters, see {@link #controls}
   */
  TextReader(Bytes in, Charset charset, boolean counts) {
    this.in = in;
    this.counts = counts;
    wide = charset.name().startsWith("UTF-16");
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * The beginning, not consumed.
   *
   * @param patient whether to wait for as much as fits; else for a line
   */
  String beginning(boolean patient) throws IOException {
    boolean line = false;
    int looked = position;
    while (limit - position <= AHEAD - ROOM) {
      for (; looked < limit && !line; looked++) {
        line = chars[looked] == '\n' || chars[looked] == '\r';
      }
      if (line && !patient && in.available() == 0) {
        break;
      }
      looked -= position;
      if (!more()) {
        break;
      }
    }
    return new String(chars, position, limit - position);
  }

  /** Bytes among which is the first that was no character; empty if all are. */
  byte[] badSample() {
    return badSample.clone();
  }

  /** How many characters were not ASCII, if it counts. */
  long foreign() {
    return foreign;
  }

  /** How many characters were controls beyond ASCII (C1), if it counts. */
  long controls() {
    return controls;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == limit && !more()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(chars, position, target, from, count);
    position += count;
    return count;
  }

  @Override
  public boolean ready() throws IOException {
    return position < limit || in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Decodes at least one character more to those at hand; false at the end. */
  private boolean more() throws IOException {
    if (position > 0) {
      System.arraycopy(chars, position, chars, 0, limit - position);
      limit -= position;
      position = 0;
    }
    int before = limit;
    while (limit == before && !flushed) {
      step();
    }
    count(before);
    return limit > before;
  }

  private void step() throws IOException {
    int before = limit;
    CharBuffer out = CharBuffer.wrap(chars, limit, chars.length - limit);
    CoderResult result = decoder.decode(bytes, out, ended);
    if (result.isUnderflow() && ended) {
      decoder.flush(out);
      flushed = true;
    }
    limit = out.position();
    if (result.isError() && chars.length - limit >= ROOM) {
      escape(result.length());
    } else if (result.isUnderflow() && limit == before && !ended) {
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(0, read)).flip();
  }

  private void escape(int length) {
    if (badSample.length == 0) {
      badSample = Arrays.copyOf(bytes.array(), bytes.limit());
    }
    for (int i = 0; i < (wide ? Math.min(2, length) : length); i++) {
      int value = bytes.get(bytes.position()) & 0xFF;
      if (i > 0 && !wide && value < NEVER_SECOND) {
        return;
      }
      bytes.get();
      chars[limit++] = (char) (ESCAPE + value);
    }
  }

  private void count(int from) {
    if (counts) {
      for (int i = from; i < limit; i++) {
        if (chars[i] >= '\u0080') {
          foreign++;
          controls += chars[i] < '\u00A0' ? 1 : 0;
        }
      }
    }
  }
}
