/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.completion;

import java.io.PrintWriter;
import java.util.Locale;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket completion bash|zsh}. */
@Command(
    name = "completion",
    headerHeading = "Example:%n" + "  source <(./docket completion bash)%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that completes commands, options, their values and files when Tab is"
          + " pressed.",
      "For every shell from now on, also in a folder without Docket: write the script into a file,"
          + " and let ~/.bashrc or ~/.zshrc source it."
    })
public final class CompletionCommand implements DocketCommand {

  /** Shells. */
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(header());
    out.print(script());
    out.flush();
    return ExitCode.DONE;
  }

  /** Picocli writes numbers with the digits of the locale, which no shell reads. */
  private String script() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      return AutoComplete.bash(spec.root().name(), new CommandLine(all(spec.root())));
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  private String header() {
    String name = shell.name().toLowerCase(Locale.ROOT);
    return "# docket completion " + name + ": to be sourced, such as by ~/." + name + "rc";
  }

  /** The commands of all modules. */
  private static CommandSpec all(CommandSpec root) {
    CommandSpec all = CommandDescription.of(root).spec();
    root.subcommands()
        .forEach(
            (name, command) ->
                all.addSubcommand(
                    name,
                    CommandDescription.ofElsewhere(name)
                        .orElseGet(() -> CommandDescription.of(command.getCommandSpec()))
                        .spec()));
    return all;
  }
}
