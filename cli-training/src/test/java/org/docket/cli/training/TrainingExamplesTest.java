/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docket.cli.Docket;
import org.docket.cli.DocketCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The examples of the commands that train, and of those that need what they train. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class TrainingExamplesTest {

  @TempDir Path folder;

  @Test
  void helpOfEachCommandBeginsWithAnExample() {
    assertThat(Docket.commandLine().getSubcommands().values())
        .filteredOn(each -> each.getCommandSpec().userObject() instanceof DocketCommand) // of here
        .allSatisfy(
            command ->
                assertThat(command.getUsageMessage().lines().toList())
                    .as(command.getCommandName())
                    .startsWith("Example:")
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "compare", "tune"})
  void theExampleWorksWhenPastedInAClone(String command) throws Exception {
    String example = example(Docket.commandLine().getSubcommands().get(command));
    assertThat(paste(example)).as(example).isZero();
  }

  private static String example(CommandLine command) {
    return command
        .getUsageMessage()
        .lines()
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private int paste(String example) throws IOException, InterruptedException {
    for (String name : List.of("conf", "models")) {
      Files.createSymbolicLink(folder.resolve(name), Path.of("..", name).toRealPath());
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path docket =
        Files.writeString(
            folder.resolve("docket"),
            "#!/bin/sh\nexec '" + java + "' org.docket.cli.Docket \"$@\"\n");
    assertThat(docket.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder("bash", "-ec", example);
    builder.environment().put("CLASSPATH", absolute(System.getProperty("java.class.path")));
    return builder
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start()
        .waitFor();
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
