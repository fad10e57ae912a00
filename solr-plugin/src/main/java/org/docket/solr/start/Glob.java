/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

/** Names with {@code *} in them, which stands for any characters, none included. */
final class Glob {

  private Glob() {}

  /** Whether a pattern, or a plain name, fits a name. */
  static boolean matches(String pattern, String name) {
    return meet(pattern, 0, name, 0);
  }

  /** Whether there is a name that fits both patterns. */
  static boolean intersect(String one, String other) {
    return meet(one, 0, other, 0);
  }

  /** From here on in both. Patterns are a few characters long: trying all ways costs nothing. */
  private static boolean meet(String one, int i, String other, int j) {
    if (i == one.length() && j == other.length()) {
      return true;
    }
    if (i < one.length() && one.charAt(i) == '*') {
      return meet(one, i + 1, other, j) || j < other.length() && meet(one, i, other, j + 1);
    }
    if (j < other.length() && other.charAt(j) == '*') {
      return meet(one, i, other, j + 1) || i < one.length() && meet(one, i + 1, other, j);
    }
    return i < one.length()
        && j < other.length()
        && one.charAt(i) == other.charAt(j)
        && meet(one, i + 1, other, j + 1);
  }
}
