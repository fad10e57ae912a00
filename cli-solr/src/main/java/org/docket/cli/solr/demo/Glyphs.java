/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.nio.charset.Charset;

/**
 * Characters that the terminal can show.
 *
 * @param block what bars are made of
 * @param ellipsis what stands for the rest of a text
 */
record Glyphs(String block, String ellipsis) {

  private static final Glyphs UNICODE = new Glyphs("█", "…");
  private static final Glyphs ASCII = new Glyphs("#", "...");

  /** The best that an encoding has. */
  static Glyphs of(Charset charset) {
    boolean all = charset.canEncode() && charset.newEncoder().canEncode(UNICODE.toString());
    return all ? UNICODE : ASCII;
  }

  String bar(int length) {
    return block.repeat(length);
  }

  /** A text on one line, in so many columns at most. */
  String shorten(String text, int columns) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").trim();
    return line.length() <= columns
        ? line
        : line.substring(0, Math.max(0, columns - ellipsis.length())).trim() + ellipsis;
  }
}
