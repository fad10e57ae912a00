/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

/** How texts begin. */
final class Beginning {

  private Beginning() {}

  /** At most so many UTF-16 units, and no half of a pair at the end. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
