/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes characters plain: invisible ones go, all kinds of blanks are blanks, control characters and
 * halves of surrogate pairs separate words, letters and signs that are others in another dress
 * (full-width, mathematical, ligatures) are those.
 *
 * <p>Letters alone, and not all that Unicode's NFKC would change: {@code Visa™} would become
 * "VisaTM", {@code fee²} "fee2" and {@code 1½} "11/2".
 */
final class Characters {

  /** Scripts in which a joiner or non-joiner between letters is part of the spelling. */
  private static final Set<UnicodeScript> JOINED =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.MANDAIC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.TIBETAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER);

  /** Scripts that write words without blanks between them. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER);

  private static final int SPACE = 0x200B;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private Characters() {}

  /** White space as OpenNLP's tokenizers see it, so that a text is the same through each door. */
  static boolean isWhitespace(char c) {
    return c == ' '
        || Character.isWhitespace(c)
        || c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /** Whether a word of this letter's script may follow another without a blank. */
  static boolean isUnspaced(int letter) {
    return letter > 127 && UNSPACED.contains(UnicodeScript.of(letter));
  }

  /** The {@link Step}. */
  static void makePlain(Draft in, Draft out) {
    int last = 0;
    int i = 0;
    while (i < in.length()) {
      int code = in.codePointAt(i);
      int end = i + Character.charCount(code);
      if (isBlank(code)) {
        out.put(' ', in, i, end);
        last = ' ';
      } else if (!isInvisible(code)) {
        write(code, in, i, end, out);
        last = code;
      } else {
        keepIfMeant(code, last, in, i, out);
      }
      i = end;
    }
  }

  private static void write(int code, Draft in, int start, int end, Draft out) {
    if (isDressed(code)) {
      String plain = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
      out.put(plain, in, start, end);
    } else {
      out.copy(in, start, end);
    }
  }

  private static boolean isBlank(int code) {
    return switch (Character.getType(code)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.SURROGATE ->
          true;
      // Fillers of Hangul, and Braille without a dot.
      default -> code == 0x3164 || code == 0xFFA0 || code == 0x2800;
    };
  }

  private static boolean isInvisible(int code) {
    return Character.getType(code) == Character.FORMAT
        || code == 0x34F // combining grapheme joiner
        || code == 0x115F // fillers within a syllable of Hangul
        || code == 0x1160
        || code == 0x17B4 // vowels of Khmer that are inherent
        || code == 0x17B5
        || code >= 0x180B && code <= 0x180F // variation selectors, here and below
        || code >= 0xFE00 && code <= 0xFE0F
        || code >= 0xE0100 && code <= 0xE01EF;
  }

  /**
   * @param last what was written last
   */
  private static void keepIfMeant(int code, int last, Draft in, int start, Draft out) {
    int next = start + 1 < in.length() ? in.codePointAt(start + 1) : 0;
    if (code == SPACE && isUnspaced(last) && isUnspaced(next)) {
      out.put(' ', in, start, start + 1);
    }
    boolean joins = code == JOINER && isEmoji(last) && isEmoji(next);
    if (joins || (code == JOINER || code == NON_JOINER) && isJoined(last) && isJoined(next)) {
      out.copy(in, start);
    }
  }

  private static boolean isJoined(int letter) {
    return letter > 127 && JOINED.contains(UnicodeScript.of(letter));
  }

  private static boolean isEmoji(int code) {
    int type = Character.getType(code);
    return code >= 0x2000 && (type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL);
  }

  private static boolean isDressed(int code) {
    if (code < 0x2100) {
      return false;
    }
    boolean letters =
        code <= 0x214F || code >= 0xFB00 && code <= 0xFEFC || code >= 0x1D400 && code <= 0x1D7FF;
    return letters && Character.isLetterOrDigit(code)
        || code >= 0xFE50 && code <= 0xFE6B
        || code >= 0xFF01 && code <= 0xFFEE;
  }
}
