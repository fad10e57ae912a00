/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of each command begins with an example that works when it is pasted. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExamplesTest {

  private static final int WIDTH = 80;

  /** Its example trains a model first: see the tests of docket-cli-training. */
  private static final String NEEDS_TRAINING = "compare";

  @TempDir Path folder;

  static Stream<CommandLine> commands() {
    CommandLine docket = Docket.commandLine();
    return Stream.concat(
        Stream.of(docket),
        docket.getSubcommands().values().stream()
            .filter(command -> !(command.getCommandSpec().userObject() instanceof Elsewhere)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpBeginsWithAnExampleAndFitsATerminal(CommandLine command) {
    List<String> help = command.getUsageMessage().lines().toList();
    assertThat(help.get(0)).isEqualTo("Example:");
    assertThat(example(command)).contains("./docket ");
    assertThat(help).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theExampleWorksWhenPastedInAClone(CommandLine command) throws Exception {
    if (!command.getCommandName().equals(NEEDS_TRAINING)) {
      assertThat(paste(example(command))).as(example(command)).isZero();
    }
  }

  /** The lines between the word and the first one that is empty. */
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
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -o pipefail\n" + example);
    Map<String, String> environment = builder.environment();
    environment.put("CLASSPATH", absolute(System.getProperty("java.class.path")));
    Process process =
        builder
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    return process.waitFor();
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(java.io.File.pathSeparator))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
