/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docket.error.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Finds what a command does not know among its arguments, and what was meant. */
final class UnknownOption {

  private static final String NUMBER = "-[\\d.].*";

  private final CommandSpec command;

  UnknownOption(CommandSpec command) {
    this.command = command;
  }

  /** What to tell of the first unknown one; nothing if all are known. */
  Optional<String> first(List<String> arguments) {
    return arguments.stream()
        .takeWhile(argument -> !argument.equals("--"))
        .filter(argument -> argument.startsWith("-") && argument.length() > 1)
        .filter(argument -> !argument.matches(NUMBER))
        .map(argument -> argument.replaceFirst("(?s)=.*", ""))
        .filter(name -> !isKnown(name))
        .findFirst()
        .map(this::message);
  }

  private boolean isKnown(String name) {
    return command.optionsMap().containsKey(name)
        // Short ones may stand together, such as -hV.
        || name.matches("-[^-]+")
            && !command.optionsMap().containsKey("-" + name)
            && name.substring(1)
                .chars()
                .allMatch(c -> command.optionsMap().containsKey("-" + (char) c));
  }

  private String message(String name) {
    String none = command.name() + " has no option " + NearestName.shown(name);
    Optional<String> without = withoutOption(name);
    if (without.isPresent()) {
      return none + without.get();
    }
    List<String> others = commandsWith(name);
    if (!others.isEmpty()) {
      return none
          + "; "
          + String.join(", ", others)
          + (others.size() == 1 ? " has it" : " have it");
    }
    return none + hint(name, command.optionsMap().keySet());
  }

  /** Of a command that takes by its place what others take by an option. */
  private Optional<String> withoutOption(String name) {
    String wanted = name.replaceFirst("^-+", "");
    String label = wanted.equals("input") ? "FILE" : wanted.toUpperCase(Locale.ROOT);
    return command.positionalParameters().stream()
        .map(PositionalParamSpec::paramLabel)
        .filter(label::equals)
        .findFirst()
        .map(found -> ": it takes " + found + " without one");
  }

  private List<String> commandsWith(String name) {
    return siblings()
        .filter(other -> other.getCommandSpec().optionsMap().containsKey(name))
        .map(CommandLine::getCommandName)
        .distinct()
        .toList();
  }

  private Stream<CommandLine> siblings() {
    CommandSpec root = command.root();
    return root == null ? Stream.empty() : root.subcommands().values().stream();
  }

  /** As {@link NearestName#hint}, without the quotes that no option needs. */
  static String hint(String typed, Collection<String> names) {
    List<String> nearest = NearestName.all(typed, names);
    return nearest.isEmpty()
        ? ""
        : nearest.stream().collect(Collectors.joining(" or ", " (did you mean ", "?)"));
  }

  /** What a value is called, such as FILE. */
  static String label(ArgSpec argument) {
    return argument.paramLabel().replaceAll("[<>]", "").toUpperCase(Locale.ROOT);
  }
}
