/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

/** What markup is made of. {@link Character} knows many more letters. */
final class Ascii {

  private Ascii() {}

  static boolean isLetter(char c) {
    char lower = lower(c);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
