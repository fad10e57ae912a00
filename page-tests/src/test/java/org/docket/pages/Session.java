/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A session at a terminal as a page shows it: commands after {@code "$ "}, with the lines that
 * continue them, and what they print.
 *
 * <p>What they print now must be what is shown, but for
 *
 * <ul>
 *   <li>times and rates, which are any number before a unit of {@link #UNITS}, or in the last
 *       column of a table whose head ends with "seconds";
 *   <li>decimals of three places or more, which may differ by two in the last one, for processors
 *       round differently;
 *   <li>{@code …}, which is what the page leaves out: alone in a line any lines, elsewhere any rest
 *       of a word or line.
 * </ul>
 *
 * <p>Lines of progress are left out.
 */
final class Session {

  private static final String PROMPT = "$ ";
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ ((?:.*\\\\\n)*.*\n)");

  /** What work of ten seconds and more prints; how long it takes is the machine's. */
  private static final Pattern PROGRESS =
      Pattern.compile("(?m)^docket: [^:\n]+: (?:[\\d,]+ seconds.*|.*\\([\\d,.]+ a second\\))\n");

  private static final Pattern SECONDS = Pattern.compile(" *[\\d,]+\\.\\d(?=(?: +best)?$)");
  private static final String UNITS =
      "(?:ms|s|min|h|seconds?|minutes?|docs?/s|documents/s|texts/s|rows/s|steps/s)(?![\\w/])";

  private static final Pattern VARIES =
      Pattern.compile(
          "(?<lines>(?m:^)…\n)|(?<rest>…)"
              + "|(?<time> *[\\d,]+(?:\\.\\d+)?(?= ?"
              + UNITS
              + "))|(?<decimal>(?<![\\d.])\\d+\\.\\d{3,}(?![\\d.]))");

  private final String shown;

  /**
   * Makes a session of what a page shows.
   *
   * @param shown whole lines, the first one a command
   */
  Session(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  /** The session again: each command, and what it prints now. */
  String replay(Shell shell) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder();
    for (String command : commands()) {
      script.append("cat <<'COMMAND'\n").append(PROMPT).append(command).append("COMMAND\n");
      script.append(command);
    }
    String printed = PROGRESS.matcher(shell.run(script.toString()).printed()).replaceAll("");
    // Empty lines at the end are no loss to a page.
    return printed.stripTrailing() + "\n";
  }

  /** The commands alone, as a script. */
  String script() {
    return String.join("", commands());
  }

  private List<String> commands() {
    return COMMAND.matcher(shown).results().map(found -> found.group(1)).toList();
  }

  /** Whether this was printed, but for what may differ. */
  boolean matches(String printed) {
    String expected = withoutSeconds();
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (MatchResult found : VARIES.matcher(expected).results().toList()) {
      pattern.append(Pattern.quote(expected.substring(end, found.start())));
      pattern.append(allowed(found));
      end = found.end();
    }
    pattern.append(Pattern.quote(expected.substring(end)));
    return Pattern.matches(pattern.toString(), printed);
  }

  /** What is shown, with the last column of tables of seconds left out. */
  private String withoutSeconds() {
    StringBuilder lines = new StringBuilder();
    boolean timed = false;
    for (String line : shown.lines().toList()) {
      timed = line.endsWith(" seconds") || (timed && !line.isBlank());
      lines.append(timed ? SECONDS.matcher(line).replaceFirst("…") : line).append('\n');
    }
    return lines.toString();
  }

  private static String allowed(MatchResult found) {
    if (found.group(1) != null) {
      return "(?:.*\n)*?";
    }
    if (found.group(2) != null) {
      return ".*?";
    }
    if (found.group(3) != null) {
      return " *[\\d,]+(?:\\.\\d+)?";
    }
    BigDecimal decimal = new BigDecimal(found.group(4));
    StringBuilder near = new StringBuilder("(?:");
    for (int i = -2; i <= 2; i++) {
      String value = decimal.add(decimal.ulp().multiply(BigDecimal.valueOf(i))).toPlainString();
      near.append(Pattern.quote(value)).append(i < 2 ? "|" : ")");
    }
    return near.toString();
  }
}
