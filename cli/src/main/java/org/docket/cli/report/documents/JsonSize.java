/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

/** How many bytes a text takes in JSON inside of a page, where markup is escaped too. */
final class JsonSize {

  private static final int ESCAPED = 6;

  private JsonSize() {}

  static int of(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += of(text.charAt(i));
    }
    return bytes;
  }

  private static int of(char unit) {
    if (unit == '\n' || unit == '\r' || unit == '\t' || unit == '"' || unit == '\\') {
      return 2;
    }
    if (unit < ' ' || unit == '<' || unit == '>' || unit == '&' || unit == '\'') {
      return ESCAPED;
    }
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 ? 2 : 3;
  }
}
