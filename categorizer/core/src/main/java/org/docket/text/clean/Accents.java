/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Makes one of composed and decomposed accents: the composed (NFC), which the rest of the chain
 * knows. Accents that no letter takes go, as those go that one does take.
 *
 * <p>Goes run by run and letter by letter, for the whole of a text would tell no places, and a heap
 * of accents would take time squared.
 */
final class Accents {

  /** A run of characters beyond ASCII is looked at in parts of so many. */
  private static final int PART = 256;

  /** As many accents as Unicode's stream-safe texts may have on one letter. */
  private static final int MARKS = 30;

  private Accents() {}

  /** The {@link Step}. */
  static void compose(Draft in, Draft out) {
    int start = 0;
    while (start < in.length()) {
      int end = endOfPart(in, start);
      if (end - start > 1 || in.at(start) > 127) {
        compose(in, start, end, out);
      } else {
        out.copy(in, start);
      }
      start = end;
    }
  }

  /** A character of any kind with those beyond ASCII that follow it. */
  private static int endOfPart(Draft in, int start) {
    int end = start + 1;
    while (end < in.length() && in.at(end) > 127 && end - start < PART) {
      end++;
    }
    return Character.isLowSurrogate(in.at(end)) ? end - 1 : end;
  }

  private static void compose(Draft in, int start, int end, Draft out) {
    if (Normalizer.isNormalized(in.subSequence(start, end), Form.NFC)) {
      write(in, start, end, out);
      return;
    }
    for (int letter = start; letter < end; ) {
      int next = endOfLetter(in, letter, end);
      String composed = Normalizer.normalize(in.subSequence(letter, next), Form.NFC);
      for (int i = 0; i < composed.length(); i++) {
        if (!isAccent(composed.charAt(i))) {
          out.put(composed.charAt(i), in, letter, next);
        }
      }
      letter = next;
    }
  }

  private static void write(Draft in, int start, int end, Draft out) {
    for (int i = start; i < end; i++) {
      if (!isAccent(in.at(i))) {
        out.copy(in, i);
      }
    }
  }

  private static int endOfLetter(Draft in, int start, int end) {
    int letter = in.codePointAt(start);
    int next = start + Character.charCount(letter);
    for (int marks = 0; next < end && marks < MARKS; marks++) {
      int code = in.codePointAt(next);
      if (!isMark(code) && !(isJamo(code) && isHangul(letter))) {
        return next;
      }
      next += Character.charCount(code);
    }
    return next;
  }

  private static boolean isMark(int code) {
    return switch (Character.getType(code)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** What follows the first consonant of a Hangul syllable, and becomes one with it. */
  private static boolean isJamo(int code) {
    return code >= 0x1160 && code <= 0x11FF;
  }

  private static boolean isHangul(int letter) {
    return UnicodeScript.of(letter) == UnicodeScript.HANGUL;
  }

  private static boolean isAccent(char c) {
    return c >= 0x300 && c <= 0x36F || c >= 0x20D0 && c <= 0x20FF;
  }
}
