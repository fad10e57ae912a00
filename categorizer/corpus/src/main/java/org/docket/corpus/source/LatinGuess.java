/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Tells Western encodings of one byte from each other by the letters and marks that texts have. Own
 * code: the detectors call Mac Roman and code page 850 windows-1252.
 */
final class LatinGuess {

  /** Of equal ones the first is the guess. */
  private static final List<String> CHARSETS = List.of("windows-1252", "x-MacRoman", "IBM850");

  private static final String USUAL =
      "\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee"
          + "\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00df\u0153"
          + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u20ac\u00a3\u00a7\u00ab\u00bb\u00b0"
          + "\u00ae\u00a9\u00a0";

  /** Usual where a word begins, or among their like. */
  private static final String CAPITAL =
      "\u00c0\u00c1\u00c2\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00d1\u00d3\u00d6\u00d8\u00da"
          + "\u00dc";

  private LatinGuess() {}

  /** The likely one; empty if half of what is not ASCII would be strange in each. */
  static Optional<String> likely(byte[] sample) {
    String best = CHARSETS.get(0);
    long most = -1;
    for (String charset : CHARSETS) {
      long usual = Charset.isSupported(charset) ? usual(sample, charset) : -1;
      if (usual > most) {
        most = usual;
        best = charset;
      }
    }
    long foreign = 0;
    for (byte value : sample) {
      foreign += value < 0 ? 1 : 0;
    }
    return most * 2 >= foreign ? Optional.of(best) : Optional.empty();
  }

  private static long usual(byte[] sample, String charset) {
    String text = new String(sample, Charset.forName(charset));
    long usual = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inWord = i > 0 && Character.isLowerCase(text.charAt(i - 1));
      usual += USUAL.indexOf(c) >= 0 || !inWord && CAPITAL.indexOf(c) >= 0 ? 1 : 0;
    }
    return usual;
  }
}
