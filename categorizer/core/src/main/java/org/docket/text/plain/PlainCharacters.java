/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.plain;

import java.util.Arrays;

/**
 * The characters of plain text and what they are to a tokenizer, by the word break rules of UAX #29
 * as of Lucene's StandardTokenizer: ASCII, letters of western Europe that fold to one of ASCII,
 * quotes, dashes, currency signs.
 */
final class PlainCharacters {

  private static final char FIRST_ACCENTED = '\u00C0';

  /**
   * What letters from the first accented one fold to in lower case; a blank for ligatures, and for
   * what is no letter. Written out, because Lucene's filter takes a fresh JVM longer to load than
   * all else here; the tests compare it with that.
   */
  private static final String FOLDED =
      "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkqlllllll"
          + "lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

  /** Whatever else there is: marks that join, emoji, other scripts. */
  static final byte OTHER = -1;

  static final byte SEPARATOR = 0;

  /** Joins two letters: a colon. */
  static final byte MID_LETTER = 1;

  /** Joins two digits: a comma. */
  static final byte MID_NUMBER = 2;

  /** Joins two letters or two digits: a dot, an apostrophe. */
  static final byte MID_LETTER_OR_NUMBER = MID_LETTER | MID_NUMBER;

  /** A currency sign. */
  static final byte SIGN = 4;

  /**
   * The kind of each character; that of a letter, a digit or an underscore is what lower case and
   * folding make of it, which is above all others. A table of all, for it is asked for each
   * character of each text.
   */
  private static final byte[] KINDS = kinds();

  private PlainCharacters() {}

  /**
   * Writes down the kind of each character.
   *
   * @return whether all are plain
   */
  static boolean fold(char[] text, int length, byte[] folded) {
    byte[] kinds = KINDS;
    int all = 0;
    for (int i = 0; i < length; i++) {
      byte kind = kinds[text[i]];
      folded[i] = kind;
      all |= kind;
    }
    return all >= 0;
  }

  /** What stands in a word for a character that joins. */
  static byte joiner(char c) {
    return (byte) (c < 128 ? c : '\'');
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    Arrays.fill(kinds, OTHER);
    Arrays.fill(kinds, 0, 128, SEPARATOR);
    for (char c = '0'; c <= 'z'; c++) {
      if (Character.isLetterOrDigit(c) || c == '_') {
        kinds[c] = (byte) Character.toLowerCase(c);
      }
    }
    for (int i = 0; i < FOLDED.length(); i++) {
      if (FOLDED.charAt(i) != ' ') {
        kinds[FIRST_ACCENTED + i] = (byte) FOLDED.charAt(i);
      }
    }
    set(kinds, ":", MID_LETTER);
    set(kinds, ",;", MID_NUMBER);
    set(kinds, ".'\u2018\u2019", MID_LETTER_OR_NUMBER);
    set(kinds, "$\u00A3\u20AC", SIGN);
    // No-break space, section, degree; dashes; double quotes; bullet, dots.
    set(kinds, "\u00A0\u00A7\u00B0\u2013\u2014\u201C\u201D\u2022\u2026", SEPARATOR);
    return kinds;
  }

  private static void set(byte[] kinds, String characters, byte kind) {
    for (char c : characters.toCharArray()) {
      kinds[c] = kind;
    }
  }
}
