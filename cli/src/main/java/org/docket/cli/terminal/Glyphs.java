/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Characters that the terminal can show.
 *
 * @param blocks what bars are made of, from the thinnest part of a column to a whole one
 * @param levels what curves are made of, from the lowest to the highest; none if there is nothing
 *     that can be read as one
 * @param ellipsis what stands for the rest of a text
 * @param dash what separates
 */
public record Glyphs(String blocks, String levels, String ellipsis, String dash) {

  /** The best there is. */
  public static final Glyphs UNICODE = new Glyphs("▏▎▍▌▋▊▉█", "▁▂▃▄▅▆▇█", "…", "·");

  /** What every terminal has, and every file. */
  public static final Glyphs ASCII = new Glyphs("#", "", "...", "-");

  /** The best that an encoding has. */
  public static Glyphs of(Charset charset) {
    boolean all = charset.canEncode() && charset.newEncoder().canEncode(UNICODE.toString());
    return all ? UNICODE : ASCII;
  }

  /** The best of an encoding's name as a system gives it; ASCII if Java does not know it. */
  static Glyphs of(String charmap) {
    try {
      return of(Charset.forName(charmap));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return of(StandardCharsets.US_ASCII);
    }
  }

  /**
   * A bar.
   *
   * @param columns how long; what is not 0 is seen, and where parts of a column cannot be shown it
   *     is rounded
   */
  public String bar(double columns) {
    if (!(columns > 0)) {
      return "";
    }
    int steps = blocks.length();
    long parts = Math.max(1, Math.round(columns * steps));
    String rest =
        parts % steps == 0 ? "" : blocks.substring((int) (parts % steps) - 1).substring(0, 1);
    return blocks.substring(steps - 1).repeat((int) (parts / steps)) + rest;
  }

  /** A text on one line, in so many columns at most. */
  public String shorten(String text, int columns) {
    return DisplayWidth.cut(DisplayWidth.oneLine(text), columns, ellipsis);
  }
}
