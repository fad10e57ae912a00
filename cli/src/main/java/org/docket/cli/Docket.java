/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code docket}: finds the subcommand and runs it. */
@Command(
    name = "docket",
    description = "Tags text with a category: a document categorizer for OpenNLP and Solr.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 the work failed, 2 the command line or a file is wrong.",
    })
public final class Docket {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  public static void main(String[] args) {
    int code = execute(commandLine(), args);
    // A PrintStream swallows errors: a full disk must not look like work done.
    if (System.out.checkError() && code == ExitCode.DONE) {
      System.err.println("docket: standard output cannot be written; the results are not complete");
      code = ExitCode.FAILED;
    }
    System.exit(code);
  }

  /** Runs a command; where memory is short that is told in a line, like other errors. */
  static int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      PrintWriter err = commandLine.getErr();
      err.printf(
          Locale.ROOT,
          "docket: there is not enough memory (%s): Java may use %d MB for its heap; with"
              + " DOCKET_JAVA_OPTS=-Xmx4g it may use 4 GB%n",
          e.getMessage(),
          Runtime.getRuntime().maxMemory() >> 20);
      err.flush();
      return ExitCode.FAILED;
    }
  }

  /** The command line with all subcommands of the class path. */
  public static CommandLine commandLine() {
    Docket docket = new Docket();
    CommandLine commandLine = new CommandLine(docket);
    Commands.addTo(commandLine);
    ErrorReporter errors = new ErrorReporter(() -> docket.debug);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}
