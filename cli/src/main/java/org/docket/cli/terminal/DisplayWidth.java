/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** How many columns a text takes: Chinese, Japanese and Korean characters take two. */
public final class DisplayWidth {

  /** What would move the cursor, change colours or do worse; texts come from files. */
  private static final Pattern CONTROL = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

  private DisplayWidth() {}

  /** The columns that a text takes. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** The text on one line, without control characters. */
  public static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ").trim();
  }

  /** The text with blanks behind it, so that it takes so many columns if it has not more. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** The text, or as much of it as there is room for, with something in place of the rest. */
  static String cut(String text, int columns, String rest) {
    if (of(text) <= columns) {
      return text;
    }
    int room = columns - of(rest);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      room -= of(codePoint);
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
    return kept.toString().stripTrailing() + rest;
  }

  private static int of(int codePoint) {
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }
}
