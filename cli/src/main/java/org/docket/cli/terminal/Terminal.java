/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.nio.charset.Charset;
import java.util.function.UnaryOperator;

/**
 * Where output goes, and what can be seen there.
 *
 * @param interactive whether it is a terminal; a file or a pipe otherwise
 * @param columns how wide it is
 * @param glyphs what it can show
 * @param paint its colours
 */
public record Terminal(boolean interactive, int columns, Glyphs glyphs, Paint paint) {

  /** A file or a pipe, which gets what it has always got. */
  public static final Terminal NONE = new Terminal(false, 80, Glyphs.ASCII, Paint.NONE);

  /**
   * These are set by the launcher, which can ask. Java cannot: its console is absent as soon as
   * standard output is a file, and it takes the locale that the launcher chose for names of files.
   */
  private static final String OUT = "docket.terminal.out";

  private static final String ERR = "docket.terminal";
  private static final String COLUMNS = "docket.columns";
  private static final String CHARMAP = "docket.charmap";

  private static final int NARROWEST = 40;

  /** Standard output. */
  public static Terminal out() {
    return of(OUT, System::getenv, System::getProperty);
  }

  /** Standard error. */
  public static Terminal err() {
    return of(ERR, System::getenv, System::getProperty);
  }

  static Terminal of(
      String property, UnaryOperator<String> environment, UnaryOperator<String> properties) {
    boolean interactive = Boolean.parseBoolean(properties.apply(property));
    return new Terminal(
        interactive,
        columns(properties.apply(COLUMNS)),
        glyphs(properties),
        Paint.of(interactive, environment, properties));
  }

  /** Newer JDKs say how the terminal is encoded; on older ones it is the default. */
  private static Glyphs glyphs(UnaryOperator<String> properties) {
    String charmap = properties.apply(CHARMAP);
    if (charmap == null || charmap.isEmpty()) {
      charmap = properties.apply("stdout.encoding");
    }
    return charmap == null ? Glyphs.of(Charset.defaultCharset()) : Glyphs.of(charmap);
  }

  private static int columns(String value) {
    try {
      int columns = value == null ? 0 : Integer.parseInt(value.trim());
      return columns < 1 ? NONE.columns() : Math.max(NARROWEST, columns);
    } catch (NumberFormatException e) {
      return NONE.columns(); // a terminal that does not tell its size
    }
  }
}
