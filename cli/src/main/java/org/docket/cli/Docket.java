/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.docket.io.TemporaryFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command {@code docket}: finds the subcommand and runs it. */
@Command(
    name = "docket",
    headerHeading =
        "Example:%n"
            + "  echo \"They keep calling me about a debt\" |%n"
            + "    ./docket classify --model models/complaints-en.bin%n%n",
    description = "Tags text with a category: a document categorizer for OpenNLP and Solr.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 the work failed, 2 the command line or a file is wrong,",
      "130 ended by Ctrl-C.",
    })
public final class Docket {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Option(
      names = Remarks.QUIET,
      scope = ScopeType.INHERIT,
      description = "Show only results, warnings and errors.")
  private boolean quiet;

  public static void main(String[] args) {
    StandardOutput out = StandardOutput.out();
    StandardOutput err = StandardOutput.err();
    // Libraries print there.
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(out, err), "docket-end"));
    CommandLine commandLine = commandLine().setOut(out.writer()).setErr(err.writer());
    int code = execute(commandLine, args);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    System.exit(out.failure().map(failure -> lost(failure, code)).orElse(code));
  }

  /** What is left to do, also when a signal ends the process in the middle of its work. */
  private static void end(StandardOutput out, StandardOutput err) {
    out.end();
    err.end();
    TemporaryFiles.ofProcess().deleteAll();
  }

  /** The exit code where the output could not be written. */
  private static int lost(IOException failure, int code) {
    if (StandardOutput.isClosedPipe(failure)) {
      return code == ExitCode.WRONG_INPUT ? code : ExitCode.DONE;
    }
    System.err.println(
        "docket: standard output cannot be written, so the results are not complete: "
            + failure.getMessage());
    return code == ExitCode.DONE ? ExitCode.FAILED : code;
  }

  /**
   * Runs a command; what Java itself has to complain of is told in a line, like other errors:
   * memory that is short, a class or a native library that cannot be loaded.
   */
  static int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (Error e) { // picocli hands on exceptions only
      boolean debug = List.of(args).contains("--debug");
      return new ErrorReporter(() -> debug).report(e, commandLine);
    }
  }

  private int execute(ParseResult parsed) {
    Progress.quiet(quiet);
    return new RunLast().execute(parsed);
  }

  /** The command line with all subcommands of the class path. */
  public static CommandLine commandLine() {
    Docket docket = new Docket();
    CommandLine commandLine = new CommandLine(docket);
    Commands.addTo(commandLine);
    HelpLayout.applyTo(commandLine);
    ErrorReporter errors = new ErrorReporter(() -> docket.debug);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(docket::execute)
        // An option that is misspelt is no file of the option before it.
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}
