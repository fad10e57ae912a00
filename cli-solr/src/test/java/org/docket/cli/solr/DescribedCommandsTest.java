/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.Docket;
import org.docket.cli.completion.CommandDescription;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Completion knows the commands of this module without having it: by files, which are written anew
 * with {@code -Ddocket.completion.write=true}.
 */
class DescribedCommandsTest {

  private static final Path FILES =
      Path.of("..", "cli", "src", "main", "resources", "org", "docket", "cli", "completion");

  @Test
  void completionKnowsTheOptionsOfThisModulesCommands() throws IOException {
    List<CommandSpec> commands =
        Docket.commandLine().getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(
                spec ->
                    spec.userObject().getClass().getPackageName().startsWith("org.docket.cli.solr"))
            .toList();
    assertThat(commands).isNotEmpty();
    for (CommandSpec command : commands) {
      Path file = FILES.resolve(command.name() + ".json");
      String json = CommandDescription.of(command).json();
      if (Boolean.getBoolean("docket.completion.write")) {
        Files.createDirectories(FILES);
        Files.writeString(file, json);
      }
      assertThat(file)
          .as("what completion knows of " + command.name() + ": -Ddocket.completion.write=true")
          .hasContent(json);
    }
  }
}
