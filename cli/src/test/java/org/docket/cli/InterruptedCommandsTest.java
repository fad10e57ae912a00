/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is ended by Ctrl-C leaves nothing half-written. */
@EnabledOnOs(OS.LINUX)
class InterruptedCommandsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"convert", "evaluate", "profile"})
  void ctrlCLeavesNothingHalfWritten(String command) throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path err = folder.resolve("err");
    Process process = start(command, pipe, err);
    try (OutputStream out = Files.newOutputStream(pipe)) {
      // It has asked for more, and is in the middle of its work; the pipe stays open.
      String rows = "category,narrative\nCard,my card\na,b,c\n".repeat(9000);
      out.write(rows.getBytes(StandardCharsets.UTF_8));
      out.flush();
      String pid = Long.toString(process.pid());
      assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();

      assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    } finally {
      process.destroyForcibly();
    }
    assertThat(err).content().doesNotContain("\tat ", "Exception");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(pipe, err);
    }
  }

  private Process start(String command, Path pipe, Path err) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<Object> arguments =
        switch (command) {
          case "convert" -> List.of("--output", folder.resolve("c.train"));
          case "profile" ->
              List.of("--model", ShippedModel.MODEL, "--output", folder.resolve("profiled.bin"));
          default ->
              List.of(
                  "--model", ShippedModel.MODEL, "--label-errors", folder.resolve("errors.csv"));
        };
    // Who runs tests in the background may have it ignored, and so would every process below.
    List<String> line =
        new java.util.ArrayList<>(
            List.of("env", "--default-signal=INT", java, "org.docket.cli.Docket", command));
    line.addAll(List.of("--input", pipe.toString()));
    line.addAll(List.of("--bad-rows", folder.resolve("bad.csv").toString()));
    arguments.forEach(argument -> line.add(argument.toString()));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectOutput(Path.of("/dev/null").toFile())
        .redirectError(err.toFile())
        .start();
  }
}
