/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.text.Normalizer;
import java.util.Locale;

/** Labels as they are meant: what cannot be seen does not make another label. */
public final class LabelText {

  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private LabelText() {}

  /**
   * A label in Unicode's composed form (NFC), with blanks of all kinds made one and none at its
   * ends, and without characters that cannot be seen. Joiners stay between letters of scripts that
   * are not Latin, which they change.
   */
  public static String clean(String label) {
    StringBuilder clean = new StringBuilder(label.length());
    int[] points = Normalizer.normalize(label, Normalizer.Form.NFC).codePoints().toArray();
    boolean blank = false;
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085') {
        blank = !clean.isEmpty();
      } else if (!isInvisible(c) || joins(points, i)) {
        clean.append(blank ? " " : "").appendCodePoint(c);
        blank = false;
      }
    }
    return clean.toString();
  }

  /**
   * What labels have in common that differ only in case, punctuation and blanks. Signs of numbers
   * and plus are no punctuation: -1 is not 1, nor C++ C.
   */
  static String spelling(String label) {
    StringBuilder key = new StringBuilder(label.length());
    int[] points = Normalizer.normalize(label, Normalizer.Form.NFKC).codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (counts(points[i]) || i + 1 < points.length && isOfNumber(points, i)) {
        key.appendCodePoint(points[i]);
      }
    }
    return key.isEmpty() ? label : key.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean counts(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.OTHER_SYMBOL
        || c == '+';
  }

  /** A sign, or what stands inside of a number: -1 is not 1, and 1.5 is not 15. */
  private static boolean isOfNumber(int[] points, int i) {
    boolean before = i > 0 && Character.isDigit(points[i - 1]);
    boolean sign = i == 0 && (points[i] == '-' || points[i] == '\u2212');
    return Character.isDigit(points[i + 1])
        && !Character.isWhitespace(points[i])
        && (before || sign);
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL;
  }

  private static boolean joins(int[] points, int i) {
    return (points[i] == NON_JOINER || points[i] == JOINER)
        && i > 0
        && i + 1 < points.length
        && isShaped(points[i - 1])
        && isShaped(points[i + 1]);
  }

  private static boolean isShaped(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script != Character.UnicodeScript.LATIN
        && (script != Character.UnicodeScript.COMMON
            || Character.getType(c) == Character.OTHER_SYMBOL);
  }
}
