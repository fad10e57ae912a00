/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

/** Texts cut to a line for people. */
public final class Preview {

  private Preview() {}

  /** How a text begins, on one line, and with nothing that a terminal would take for a command. */
  public static String of(String text, int most) {
    StringBuilder line = new StringBuilder();
    int i = 0;
    while (i < text.length() && line.length() < most) {
      int letter = text.codePointAt(i);
      i += Character.charCount(letter);
      if (!isBlank(letter)) {
        line.appendCodePoint(letter);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() ? line.append('…').toString() : line.toString().strip();
  }

  private static boolean isBlank(int letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || Character.isISOControl(letter);
  }
}
