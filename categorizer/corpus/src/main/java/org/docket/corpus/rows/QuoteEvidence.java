/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;

/**
 * Tells from the quotes that follow whether the beginning of a line is inside of a quoted field:
 * the idea of speculative parsing (Ge et al., "Speculative Distributed CSV Data Parsing for Big
 * Data Analytics", SIGMOD 2019).
 *
 * <p>An odd number of quotes that only opens a field, as it stands behind a delimiter or at the
 * beginning of a line, was preceded by what is outside; one that only closes a field by what is
 * inside. What could be both turns the one into the other, and the next is looked at. An even
 * number turns nothing, and within words stands only inside. If no quote tells, the end does, which
 * is outside.
 */
final class QuoteEvidence {

  private final RetainingReader in;
  private final CsvDialect dialect;
  private final int ahead;
  private int looked;
  private boolean clear = true;
  private int end;

  /** Behind the first quotes that could be either. */
  private int closed;

  /**
   * A look at what follows.
   *
   * @param ahead how far to look at most
   */
  QuoteEvidence(RetainingReader in, CsvDialect dialect, int ahead) {
    this.in = in;
    this.dialect = dialect;
    this.ahead = ahead;
  }

  /** Whether the next character, which begins a line, is outside of quotes. */
  boolean beginsOutside() throws IOException {
    boolean turned = false;
    closed = -1;
    for (int quote = quote(0); quote >= 0; quote = quote(end)) {
      end = quote;
      while (in.at(end) == CsvDialect.QUOTE) {
        end++;
      }
      boolean odd = (end - quote) % 2 == 1;
      boolean opens = opens(quote);
      boolean closes = closes(end);
      if (odd && opens && closes) {
        turned = !turned;
        closed = closed < 0 ? end : closed;
      } else if (odd && opens || odd && closes) {
        return opens != turned;
      } else if (!odd && !opens && !closes) {
        return turned;
      }
    }
    clear = closed < 0;
    return !turned;
  }

  /** Whether a quote has told, or there was none. */
  boolean isClear() {
    return clear;
  }

  /** Behind what the field, which the line begins inside of, may be closed by. */
  int end() {
    return closed < 0 ? end : closed;
  }

  /** How many characters were looked at. */
  int looked() {
    return looked;
  }

  /** The next quote that is not escaped by a backslash, or -1. */
  private int quote(int from) throws IOException {
    int offset = from;
    for (int c = in.at(offset); c >= 0 && offset < ahead; c = in.at(++offset)) {
      looked = offset;
      if (c == CsvDialect.QUOTE) {
        return offset;
      }
      if (c == '\\' && dialect.escape() == QuoteEscape.BACKSLASH) {
        offset++;
      }
    }
    return -1;
  }

  private boolean opens(int quote) throws IOException {
    int before = quote - 1;
    while (before >= 0 && isBlank(in.at(before))) {
      before--;
    }
    return before < 0 || borders(in.at(before));
  }

  private boolean closes(int after) throws IOException {
    int next = after;
    while (isBlank(in.at(next))) {
      next++;
    }
    return in.at(next) < 0 || borders(in.at(next));
  }

  private boolean borders(int c) {
    return c == dialect.delimiter() || c == '\n' || c == '\r';
  }

  private boolean isBlank(int c) {
    return (c == ' ' || c == '\t') && c != dialect.delimiter();
  }
}
