/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.function.BooleanSupplier;
import org.docket.error.DocketException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells people in one line what went wrong, and the shell by the exit code. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final BooleanSupplier debug;

  ErrorReporter(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    print(command, new UsageMistake(e, args).message() + " (see " + name + " --help)", e);
    return ExitCode.WRONG_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof OutputLostException) {
      return ExitCode.FAILED; // main knows why
    }
    return report(e, command);
  }

  /** Tells of what ended a command. */
  int report(Throwable e, CommandLine command) {
    if (e instanceof DocketException) {
      print(command, e.getMessage(), e);
      return ExitCode.WRONG_INPUT;
    }
    if (e instanceof InvalidPathException) {
      print(command, "no file can have this name: " + e.getMessage(), e);
      return ExitCode.WRONG_INPUT;
    }
    print(command, Failure.message(e), e);
    return ExitCode.FAILED;
  }

  private void print(CommandLine command, String message, Throwable e) {
    PrintWriter err = command.getErr();
    err.println("docket: " + message.replaceAll("\\s*\\R\\s*", " ") + Names.hint(message));
    if (debug.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
  }
}
