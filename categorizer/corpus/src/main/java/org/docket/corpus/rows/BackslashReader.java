/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads backslash escapes in front of a CSV parser that does not know them: an escaped quote
 * becomes {@link #ESCAPED_QUOTE}, an escaped backslash a backslash; before anything else a
 * backslash is itself. For one thread.
 */
final class BackslashReader extends FilterReader {

  /** Half of a pair, which no text holds alone. */
  static final char ESCAPED_QUOTE = '\uDB22';

  private static final char BACKSLASH = '\\';
  private static final int SIZE = 1 << 13;

  private final char[] raw = new char[SIZE];

  /** May have one more: a backslash that was the last of what was read before. */
  private final char[] unescaped = new char[SIZE + 1];

  private int position;
  private int limit;
  private boolean escaped;
  private boolean ended;

  BackslashReader(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    while (position == limit) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(unescaped, position, target, from, count);
    position += count;
    return count;
  }

  private void fill() throws IOException {
    position = 0;
    limit = 0;
    int count = in.read(raw, 0, SIZE);
    ended = count < 0;
    if (ended && escaped) {
      unescaped[limit++] = BACKSLASH;
    }
    for (int i = 0; i < count; i++) {
      accept(raw[i]);
    }
  }

  private void accept(char c) {
    if (!escaped) {
      escaped = c == BACKSLASH;
      if (!escaped) {
        unescaped[limit++] = c;
      }
      return;
    }
    escaped = false;
    if (c == CsvDialect.QUOTE) {
      unescaped[limit++] = ESCAPED_QUOTE;
    } else {
      unescaped[limit++] = BACKSLASH;
      if (c != BACKSLASH) {
        unescaped[limit++] = c;
      }
    }
  }
}
