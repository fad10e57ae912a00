/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.plain;

import static org.docket.text.plain.PlainCharacters.MID_LETTER;
import static org.docket.text.plain.PlainCharacters.MID_NUMBER;
import static org.docket.text.plain.PlainCharacters.SEPARATOR;
import static org.docket.text.plain.PlainCharacters.SIGN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.Optional;

/**
 * The words of a plain text one after the other, in lower case and folded to ASCII: those of
 * Lucene's StandardTokenizer, LowerCaseFilter and ASCIIFoldingFilter to the letter. Letters, digits
 * and underscores make a word if there is any but underscores among them; a character between two
 * letters, or two digits, may join them.
 *
 * <p>For one text and one thread.
 */
public final class PlainWords {

  /** That many bytes stand behind each word in its buffer, whatever they are. */
  public static final int PADDING = Long.BYTES;

  /** As much as Lucene's tokenizer sees at once: it cuts words there. */
  private static final int LONGEST = 255;

  private static final byte FIRST_OF_WORDS = '0';

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGHEST_BITS = 0x8080808080808080L;

  /** Added to eight bytes, it sets the highest bit of each that belongs to a word. */
  private static final long ABOVE_FIRST = HIGHEST_BITS - FIRST_OF_WORDS * 0x0101010101010101L;

  private final char[] text;

  /** The kinds of the text's characters, which are the letters of words, and separators. */
  private final byte[] folded;

  private final int end;
  private final String wordForSigns;

  private int position;
  private byte[] buffer;
  private int start;
  private int length;

  private PlainWords(char[] text, byte[] folded, int end, String wordForSigns) {
    this.text = text;
    this.folded = folded;
    this.buffer = folded;
    this.end = end;
    this.wordForSigns = wordForSigns;
  }

  /**
   * The words of a text, if all of its characters are plain.
   *
   * @param text from its first character to its limit; with an array that begins there
   * @param wordForSigns what currency signs become, which begins a word; letters of ASCII in lower
   *     case. They separate words if this is empty
   */
  public static Optional<PlainWords> of(CharBuffer text, String wordForSigns) {
    byte[] folded = new byte[text.limit() + PADDING];
    return PlainCharacters.fold(text.array(), text.limit(), folded)
        ? Optional.of(new PlainWords(text.array(), folded, text.limit(), wordForSigns))
        : Optional.empty();
  }

  /** Goes to the next word, if there is one. */
  public boolean next() {
    int i = position;
    while (i < end) {
      byte kind = folded[i];
      if (kind == '_') {
        i = skipUnderscores(i);
        kind = folded[i];
      }
      if (kind == SIGN && !wordForSigns.isEmpty()) {
        readSign(i);
        return true;
      }
      if (kind >= FIRST_OF_WORDS) {
        buffer = folded;
        start = i;
        position = endOfWord(i, i + LONGEST);
        length = position - i;
        return true;
      }
      i++;
    }
    position = end;
    return false;
  }

  /** Holds the word; valid until the next one. */
  public byte[] buffer() {
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

  /** The beginning of a word with underscores before it, or their end if no word follows. */
  private int skipUnderscores(int first) {
    int after = first;
    while (folded[after] == '_') {
      after++;
    }
    return folded[after] >= FIRST_OF_WORDS ? Math.max(first, after + 1 - LONGEST) : after;
  }

  /** Reads what follows a currency sign, up to where the word ends. */
  private void readSign(int sign) {
    int more = wordForSigns.length() - 1;
    // What follows is joined to the last letter.
    folded[sign] = (byte) wordForSigns.charAt(more);
    position = endOfWord(sign + 1, sign + LONGEST - more);
    start = 0;
    length = position - sign + more;
    buffer = new byte[length + PADDING];
    for (int i = 0; i < more; i++) {
      buffer[i] = (byte) wordForSigns.charAt(i);
    }
    System.arraycopy(folded, sign, buffer, more, length - more);
  }

  /** Where a word ends that goes on at a place, at the latest at a limit. */
  private int endOfWord(int from, int limit) {
    int i = endOfRun(from);
    while (i + 2 <= limit && folded[i] != SEPARATOR && joins(i)) {
      folded[i] = PlainCharacters.joiner(text[i]);
      i = endOfRun(i + 1);
    }
    return Math.min(i, limit);
  }

  /** Where letters, digits and underscores end: eight at a time, as most words are shorter. */
  private int endOfRun(int from) {
    int i = from;
    long others = others(i);
    while (others == 0) {
      i += Long.BYTES;
      others = others(i);
    }
    return i + Long.numberOfTrailingZeros(others) / Byte.SIZE;
  }

  /** The highest bit of each of eight bytes that does not belong to a word. */
  private long others(int index) {
    return ~((long) EIGHT_BYTES.get(folded, index) + ABOVE_FIRST) & HIGHEST_BITS;
  }

  /** Whether a character joins what stands before and after it. */
  private boolean joins(int index) {
    return (folded[index] & side(folded[index - 1]) & side(folded[index + 1])) != 0;
  }

  /** What joins a character to another of its kind. */
  private static int side(int kind) {
    if (kind >= 'a') {
      return MID_LETTER;
    }
    return kind >= '0' && kind <= '9' ? MID_NUMBER : 0;
  }
}
