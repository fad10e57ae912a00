/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import java.nio.charset.StandardCharsets;

/** Texts of others as the content of an HTML element. */
final class PageText {

  private PageText() {}

  /**
   * A text without markup. Halves of surrogate pairs become question marks, and characters that
   * HTML does not have become blanks.
   */
  static String escape(String text) {
    String whole =
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    return whole.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
