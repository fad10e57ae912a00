/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a command says on standard error beside its result, a line each. */
public final class Remarks {

  static final String QUIET = "--quiet";

  private final CommandSpec command;

  private Remarks(CommandSpec command) {
    this.command = command;
  }

  /** Those of a command. */
  public static Remarks of(CommandSpec command) {
    return new Remarks(command);
  }

  /** Says what is good to know, unless nobody wants to. */
  public void tell(String line) {
    if (!quiet()) {
      warn(line);
    }
  }

  /** Says what must be known. */
  public void warn(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println("docket: " + line.replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }

  /** Whether only results, warnings and errors are wanted. */
  public boolean quiet() {
    OptionSpec quiet = command.root().findOption(QUIET);
    return quiet != null && Boolean.TRUE.equals(quiet.getValue());
  }
}
