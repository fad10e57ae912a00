/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

/**
 * Finds the next of a mark in a text, asked from places that only go forward: no part of the text
 * is searched twice, however often it is asked.
 */
final class Finder {

  private final Draft text;
  private final String mark;
  private int found = -1;

  /**
   * @param mark in lower case; is found in any
   */
  Finder(Draft text, String mark) {
    this.text = text;
    this.mark = mark;
  }

  /** Where the next mark begins, at or after a place; the length of the text if none does. */
  int next(int from) {
    if (found < from) {
      found = from;
      while (found < text.length() && !text.has(mark, found)) {
        found++;
      }
    }
    return found;
  }
}
