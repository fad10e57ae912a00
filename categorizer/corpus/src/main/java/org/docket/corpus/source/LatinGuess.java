/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Tells Western, Central European and Turkish encodings of one byte from each other by the letters
 * and marks that texts have. Own code: the detectors call them all windows-1252.
 */
final class LatinGuess {

  /** Of equal ones the first is the guess. */
  private static final List<String> CHARSETS = List.of("windows-1252", "x-MacRoman", "IBM850");

  /** Of equal ones the first is the guess; a Western one if these are hardly better. */
  private static final List<String> CENTRAL = List.of("windows-1250", "ISO-8859-2", "IBM852");

  private static final String TURKISH = "windows-1254";

  /** One character in so many must tell that a text is not Western. */
  private static final int MARGIN = 8;

  private static final String USUAL =
      "\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee"
          + "\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00df\u0153"
          + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u20ac\u00a3\u00a7\u00ab\u00bb\u00b0"
          + "\u00ae\u00a9\u00a0\u00ba\u00aa";

  /** Behind a number, or a word that is cut short. */
  private static final String ORDINAL = "\u00ba\u00aa";

  /** Usual where a word begins, or among their like. */
  private static final String CAPITAL =
      "\u00c0\u00c1\u00c2\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00d1\u00d3\u00d6\u00d8\u00da"
          + "\u00dc\u00bf\u00a1";

  private static final String CENTRAL_USUAL =
      "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c\u00e1\u010d\u010f\u00e9\u011b\u00ed"
          + "\u0148\u0159\u0161\u0165\u00fa\u016f\u00fd\u017e\u00e4\u00f6\u00fc\u0151\u0171\u00f4"
          + "\u013e\u00df\u00e2\u0103\u00ee\u015f\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2026"
          + "\u20ac\u00a7\u00a0";

  private static final String CENTRAL_CAPITAL =
      "\u0104\u0106\u0118\u0141\u0143\u00d3\u015a\u0179\u017b\u00c1\u010c\u00c9\u00cd\u0158\u0160"
          + "\u00da\u017d\u00c4\u00d6\u00dc\u0150\u00ce\u015e";

  private static final String TURKISH_USUAL =
      "\u011f\u0131\u015f\u00e7\u00f6\u00fc\u00e2\u2018\u2019\u201c\u201d\u2013\u2026\u20ac\u00a0";

  private static final String TURKISH_CAPITAL = "\u0130\u015e\u00c7\u00d6\u00dc";

  private LatinGuess() {}

  /** The likely one; empty if half of what is not ASCII would be strange in each. */
  static Optional<String> likely(byte[] sample) {
    String best = CHARSETS.get(0);
    long most = -1;
    for (String charset : CHARSETS) {
      long usual = usual(sample, charset, USUAL, CAPITAL);
      if (usual > most) {
        most = usual;
        best = charset;
      }
    }
    long foreign = 0;
    for (byte value : sample) {
      foreign += value < 0 ? 1 : 0;
    }
    long surely = most + foreign / MARGIN;
    for (String charset : CENTRAL) {
      long usual = usual(sample, charset, CENTRAL_USUAL, CENTRAL_CAPITAL);
      if (usual > Math.max(most, surely)) {
        most = usual;
        best = charset;
      }
    }
    long turkish = usual(sample, TURKISH, TURKISH_USUAL, TURKISH_CAPITAL);
    // What Turkish has Icelandic has at the same places, and others beside.
    if (turkish > Math.max(most, surely) && (foreign - turkish) * MARGIN <= foreign) {
      return Optional.of(TURKISH);
    }
    return most * 2 >= foreign ? Optional.of(best) : Optional.empty();
  }

  /** Whether what is not ASCII stands alone among ASCII letters, unlike that of other scripts. */
  static boolean isLatin(byte[] sample) {
    int foreign = 0;
    int alone = 0;
    for (int i = 0; i < sample.length; i++) {
      boolean before = i > 0 && sample[i - 1] < 0;
      boolean after = i + 1 < sample.length && sample[i + 1] < 0;
      foreign += sample[i] < 0 ? 1 : 0;
      alone += sample[i] < 0 && !before && !after ? 1 : 0;
    }
    return alone * 2 > foreign;
  }

  private static long usual(byte[] sample, String charset, String letters, String capitals) {
    if (!Charset.isSupported(charset)) {
      return -1;
    }
    String text = new String(sample, Charset.forName(charset));
    long usual = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inWord = i > 0 && Character.isLowerCase(text.charAt(i - 1));
      boolean goesOn = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      boolean strange = goesOn && ORDINAL.indexOf(c) >= 0;
      usual += strange ? 0 : letters.indexOf(c) >= 0 || !inWord && capitals.indexOf(c) >= 0 ? 1 : 0;
    }
    return usual;
  }
}
