/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.io.IOException;
import java.io.Reader;

/**
 * The clean text of a text without markup, made block by block when it is asked for: who needs the
 * first words of a long text need not wait for the rest to be cleaned. Blocks end between two words
 * of ASCII letters and a blank, over which no step but that of markup looks. For one thread.
 */
final class BlockReader extends Reader {

  /** Nearly all texts are one block. */
  static final int BLOCK = 2048;

  private final TextCleaner cleaner;
  private final String text;
  private int next;
  private Reader block = Reader.nullReader();

  BlockReader(TextCleaner cleaner, String text) {
    this.cleaner = cleaner;
    this.text = text;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    int count = block.read(target, from, length);
    while (count < 0 && next < text.length()) {
      int end = endOfBlock(next);
      block = cleaner.readWhole(text.substring(next, end));
      next = end;
      count = block.read(target, from, length);
    }
    return count;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  private int endOfBlock(int start) {
    int end = start + BLOCK;
    while (end < text.length() && !isBetweenWords(end)) {
      end++;
    }
    return Math.min(end, text.length());
  }

  private boolean isBetweenWords(int blank) {
    return text.charAt(blank) == ' '
        && Ascii.isLetter(text.charAt(blank - 1))
        && blank + 1 < text.length()
        && Ascii.isLetter(text.charAt(blank + 1));
  }
}
