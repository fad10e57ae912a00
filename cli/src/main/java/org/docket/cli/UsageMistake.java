/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.docket.error.NearestName;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to tell of a command line that is refused: what is wrong with it, and what was meant. */
final class UsageMistake {

  private final ParameterException refusal;
  private final CommandSpec command;
  private final List<String> arguments;

  /**
   * Takes what was refused.
   *
   * @param arguments all that was typed behind {@code docket}
   */
  UsageMistake(ParameterException refusal, String... arguments) {
    this.refusal = refusal;
    this.command = refusal.getCommandLine().getCommandSpec();
    List<String> all = List.of(arguments);
    this.arguments = all.subList(all.indexOf(command.name()) + 1, all.size());
  }

  /** The message, without where help is. */
  String message() {
    return unknownCommand()
        // Whatever else is missing: an option that is misspelt is why.
        .or(() -> new UnknownOption(command).first(arguments))
        .orElseGet(this::refused);
  }

  private Optional<String> unknownCommand() {
    if (command.subcommands().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name =
        refusal instanceof UnmatchedArgumentException
            ? arguments.stream().limit(1).filter(first -> !first.startsWith("-")).findFirst()
            : Optional.ofNullable(refusal.getValue()); // of help
    return name.map(
        typed ->
            "there is no command "
                + (typed.isBlank() ? '"' + typed + '"' : NearestName.shown(typed))
                + UnknownOption.hint(typed, command.subcommands().keySet())
                + "; there are "
                + String.join(", ", command.subcommands().keySet()));
  }

  private String refused() {
    if (refusal instanceof UnmatchedArgumentException unmatched) {
      return oneMore(unmatched.getUnmatched());
    }
    if (refusal instanceof MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (refusal instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice, and takes one value: leave one out";
    }
    return refusal.getArgSpec() == null || refusal.getValue() == null
        ? refusal.getMessage()
        : wrongValue(refusal.getArgSpec(), refusal.getValue());
  }

  private String oneMore(List<String> unmatched) {
    String first = unmatched.isEmpty() ? "" : '"' + NearestName.shown(unmatched.get(0)) + '"';
    if (!command.positionalParameters().isEmpty()) {
      return command.name()
          + (" takes one " + UnknownOption.label(command.positionalParameters().get(0)))
          + (", and " + first + " is one more");
    }
    return command.name()
        + (" does not know what to do with " + first)
        + (command.optionsMap().containsKey("--input") ? ": files stand behind --input" : "");
  }

  private String missing(List<ArgSpec> missing) {
    for (ArgSpec argument : missing) {
      if (argument instanceof OptionSpec option && wasTyped(option)) {
        return name(option) + " needs a value: " + typed(option);
      }
    }
    return command.name()
        + " needs "
        + missing.stream().map(UsageMistake::typed).sorted().collect(Collectors.joining(" and "));
  }

  private boolean wasTyped(OptionSpec option) {
    return Arrays.stream(option.names()).anyMatch(arguments::contains);
  }

  private String wrongValue(ArgSpec argument, String value) {
    Class<?> type = argument.auxiliaryTypes()[0];
    String but = ", but is \"" + NearestName.shown(value) + '"';
    if (type.isEnum()) {
      List<String> values =
          Arrays.stream(type.getEnumConstants())
              .map(each -> each.toString().toLowerCase(Locale.ROOT))
              .toList();
      String nearest = UnknownOption.hint(value, values);
      return name(argument) + " must be one of " + String.join(", ", values) + but + nearest;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      String most = value.matches("[+-]?\\d+") ? " of at most 2147483647" : "";
      return name(argument) + " must be a whole number" + most + but;
    }
    if (type == double.class || type == Double.class) {
      return name(argument) + " must be a number, such as 0.5" + but;
    }
    return refusal.getMessage();
  }

  private static String typed(ArgSpec argument) {
    String label = UnknownOption.label(argument);
    return argument instanceof OptionSpec option ? option.longestName() + " " + label : label;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName()
        : UnknownOption.label(argument);
  }
}
