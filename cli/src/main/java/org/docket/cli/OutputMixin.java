/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintWriter;
import java.io.Writer;
import org.docket.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The output of a command that comes to one result: as text for people, or as one JSON object, with
 * which nothing else goes to standard output.
 */
public final class OutputMixin {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print one JSON object, and nothing else.")
  private boolean json;

  /** Whether the result is wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** Standard output: for the result. */
  public PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** For what is told on the way to the result: standard output, or where it does not disturb. */
  public PrintWriter talk() {
    if (remarks().quiet()) {
      return new PrintWriter(Writer.nullWriter());
    }
    return json ? command.commandLine().getErr() : out();
  }

  /** The terminal that {@link #talk} goes to. */
  public Terminal talkTerminal() {
    return json ? Terminal.err() : Terminal.out();
  }

  /** For standard error. */
  public Remarks remarks() {
    return Remarks.of(command);
  }

  /** Prints a result as JSON. */
  public void print(Object result) {
    out().println(Json.line(result));
    out().flush();
  }
}
