/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.plain;

import static org.docket.text.plain.PlainCharacters.KINDS;
import static org.docket.text.plain.PlainCharacters.MID_LETTER;
import static org.docket.text.plain.PlainCharacters.MID_NUMBER;
import static org.docket.text.plain.PlainCharacters.SEPARATOR;
import static org.docket.text.plain.PlainCharacters.SIGN;

import java.nio.CharBuffer;

/**
 * The words of a plain text one after the other, in lower case and folded to ASCII, with their
 * hashes: those of Lucene's StandardTokenizer, LowerCaseFilter and ASCIIFoldingFilter to the
 * letter. Letters, digits and underscores make a word if there is any but underscores among them; a
 * character between two letters, or two digits, may join them.
 *
 * <p>Words are made in the text's own array, over the characters that they were. For one text and
 * one thread.
 */
public final class PlainWords {

  /** As much as Lucene's tokenizer sees at once: it cuts words there. */
  private static final int LONGEST = 255;

  private static final byte FIRST_OF_WORDS = '0';

  private final char[] text;
  private final int end;
  private final String wordForSigns;

  private int position;
  private char[] buffer;
  private int start;
  private int length;
  private int hash;

  /**
   * @param text of which {@link #arePlain} is true, from its first character to its limit; with an
   *     array that begins there, which is written to
   * @param wordForSigns what currency signs become, which begins a word; letters in lower case.
   *     They separate words if this is empty
   */
  public PlainWords(CharBuffer text, String wordForSigns) {
    this.text = text.array();
    this.buffer = this.text;
    this.end = text.limit();
    this.wordForSigns = wordForSigns;
  }

  /** Whether all characters of a text, with an array that begins with it, are plain. */
  public static boolean arePlain(CharBuffer text) {
    return PlainCharacters.areAll(text.array(), text.limit());
  }

  /** Goes to the next word, if there is one. */
  public boolean next() {
    int i = position;
    while (i < end) {
      byte kind = KINDS[text[i]];
      if (kind == '_') {
        i = skipUnderscores(i);
        kind = i < end ? KINDS[text[i]] : SEPARATOR;
      }
      if (kind == SIGN && !wordForSigns.isEmpty()) {
        readSign(i);
        return true;
      }
      if (kind >= FIRST_OF_WORDS) {
        buffer = text;
        start = i;
        read(i, i + LONGEST, 0);
        length = position - i;
        return true;
      }
      i++;
    }
    position = end;
    return false;
  }

  /** Holds the word; valid until the next one. */
  public char[] buffer() {
    return buffer;
  }

  /** Where the word begins in the buffer. */
  public int start() {
    return start;
  }

  /** The length of the word. */
  public int length() {
    return length;
  }

  /** The word's {@link String#hashCode()}. */
  public int hash() {
    return hash;
  }

  /** The beginning of a word with underscores before it, or their end if no word follows. */
  private int skipUnderscores(int start) {
    int after = start;
    while (after < end && text[after] == '_') {
      after++;
    }
    boolean word = after < end && KINDS[text[after]] >= FIRST_OF_WORDS;
    return word ? Math.max(start, after + 1 - LONGEST) : after;
  }

  /** Reads what follows a currency sign, up to where the word ends. */
  private void readSign(int sign) {
    int more = wordForSigns.length() - 1;
    // What follows is joined to the last letter.
    text[sign] = wordForSigns.charAt(more);
    read(sign + 1, sign + LONGEST - more, wordForSigns.hashCode());
    start = 0;
    length = position - sign + more;
    buffer = new char[length];
    wordForSigns.getChars(0, more, buffer, 0);
    System.arraycopy(text, sign, buffer, more, length - more);
  }

  /** Reads up to where a word ends, at the latest before a limit. */
  private void read(int from, int limit, int hashBefore) {
    int i = from;
    int sum = hashBefore;
    while (i < limit) {
      int c = i < end ? KINDS[text[i]] : SEPARATOR;
      if (c < FIRST_OF_WORDS) {
        if (c == SEPARATOR || i + 2 > limit || !joins(c, i)) {
          break;
        }
        c = PlainCharacters.joiner(text[i]);
      }
      text[i] = (char) c;
      sum = 31 * sum + c;
      i++;
    }
    position = i;
    hash = sum;
  }

  /** Whether a character joins what stands before and after it. */
  private boolean joins(int kind, int index) {
    return index + 1 < end && (kind & side(text[index - 1]) & side(KINDS[text[index + 1]])) != 0;
  }

  /** What joins a character to another of its kind. */
  private static int side(int kind) {
    if (kind >= 'a') {
      return MID_LETTER;
    }
    return kind >= '0' && kind <= '9' ? MID_NUMBER : 0;
  }
}
