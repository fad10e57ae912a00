/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours, where they are wanted. What is printed says the same without them.
 *
 * @param colours whether they are
 */
public record Paint(boolean colours) {

  /** Paints nothing. */
  public static final Paint NONE = new Paint(false);

  /** Picocli's own setting: true, false, or anything else to look at the terminal. */
  private static final String PICOCLI = "picocli.ansi";

  /**
   * What a terminal and its user want: no colours in a file or a pipe, nor with {@code NO_COLOR},
   * {@code CLICOLOR=0} or {@code TERM=dumb}; by force with {@code CLICOLOR_FORCE} or picocli's
   * property.
   *
   * @param interactive whether it is a terminal
   */
  static Paint of(
      boolean interactive, UnaryOperator<String> environment, UnaryOperator<String> properties) {
    String picocli = or(properties.apply(PICOCLI), "auto").toLowerCase(Locale.ROOT);
    if (picocli.equals("true") || picocli.equals("false")) {
      return new Paint(picocli.equals("true"));
    }
    if (!or(environment.apply("NO_COLOR"), "").isEmpty()) {
      return NONE;
    }
    if (!or(environment.apply("CLICOLOR_FORCE"), "0").equals("0")) {
      return new Paint(true);
    }
    return new Paint(
        interactive
            && !or(environment.apply("CLICOLOR"), "1").equals("0")
            && !or(environment.apply("TERM"), "dumb").equals("dumb"));
  }

  /** For what the eye should find first. */
  public String bold(String text) {
    return paint(Style.bold, text);
  }

  /** For bars and curves. */
  public String bar(String text) {
    return paint(Style.fg_cyan, text);
  }

  /** For the best of several. */
  public String good(String text) {
    return paint(Style.fg_green, text);
  }

  /** For addresses. */
  public String link(String text) {
    return paint(Style.underline, text);
  }

  /** For what matters less. */
  public String faint(String text) {
    return paint(Style.faint, text);
  }

  private String paint(Style style, String text) {
    return colours && !text.isEmpty() ? style.on() + text + style.off() : text;
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
