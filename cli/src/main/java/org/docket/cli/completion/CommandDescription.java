/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.completion;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.cli.Json;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a shell needs to know of a command.
 *
 * @param name of the command
 * @param options in the order of their names
 * @param parameters that stand alone
 */
public record CommandDescription(String name, List<Argument> options, List<Argument> parameters) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * An option or a parameter.
   *
   * @param names of an option; none of a parameter
   * @param many whether it takes several values
   * @param value whether it takes a value at all
   * @param file whether that is the name of a file
   * @param candidates what it can be; none if that is not to be told
   */
  public record Argument(
      List<String> names, boolean many, boolean value, boolean file, List<String> candidates) {

    private static Argument of(List<String> names, ArgSpec spec) {
      Class<?>[] types = spec.auxiliaryTypes();
      Class<?> type = types.length == 0 ? spec.type() : types[0];
      List<String> candidates = new ArrayList<>();
      if (spec.completionCandidates() != null) {
        spec.completionCandidates()
            .forEach(each -> candidates.add(type.isEnum() ? each.toLowerCase(Locale.ROOT) : each));
      }
      boolean file = Path.class.isAssignableFrom(type) || File.class.isAssignableFrom(type);
      return new Argument(
          names, spec.arity().max() > 1, spec.arity().max() > 0, file, List.copyOf(candidates));
    }

    private OptionSpec option() {
      OptionSpec.Builder option = OptionSpec.builder(names.toArray(String[]::new));
      if (!value) {
        return option.arity("0").type(boolean.class).build();
      }
      if (!candidates.isEmpty()) {
        option.completionCandidates(candidates);
      }
      option.type(file ? File.class : String.class).paramLabel(label());
      return (many
              ? option.type(List.class).auxiliaryTypes(file ? File.class : String.class)
              : option)
          .arity(many ? "1..*" : "1")
          .build();
    }

    /** Picocli's script keeps values under it: each option needs one of its own. */
    private String label() {
      return names.get(names.size() - 1).replaceFirst("^-+", "");
    }

    private PositionalParamSpec parameter() {
      PositionalParamSpec.Builder parameter =
          PositionalParamSpec.builder().type(file ? File.class : String.class).arity("0..1");
      if (!candidates.isEmpty()) {
        parameter.completionCandidates(candidates);
      }
      return parameter.build();
    }
  }

  /** Describes a command. */
  public static CommandDescription of(CommandSpec command) {
    List<Argument> options =
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(option -> Argument.of(List.of(option.names()), option))
            .sorted((a, b) -> a.names().toString().compareTo(b.names().toString()))
            .toList();
    List<Argument> parameters =
        command.positionalParameters().stream()
            .filter(parameter -> !parameter.hidden())
            .map(parameter -> Argument.of(List.of(), parameter))
            .toList();
    return new CommandDescription(command.name(), options, parameters);
  }

  /** The description of a command of another module, if it is one. */
  static Optional<CommandDescription> ofElsewhere(String command) {
    try (InputStream in = CommandDescription.class.getResourceAsStream(command + ".json")) {
      return in == null
          ? Optional.empty()
          : Optional.of(JSON.readValue(in, CommandDescription.class));
    } catch (IOException e) {
      throw new UncheckedIOException("the build spoilt the description of " + command, e);
    }
  }

  /** As it stands in the file. */
  public String json() {
    return Json.pretty(this) + "\n";
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name(name);
    options.forEach(option -> spec.addOption(option.option()));
    parameters.forEach(parameter -> spec.addPositional(parameter.parameter()));
    return spec;
  }
}
