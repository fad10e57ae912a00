/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the sessions of docs/input.md: each prints what the page shows. */
class InputPageTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final String PROMPT = "$ ";

  @TempDir Path folder;

  static List<String> sessions() throws IOException {
    String page = Files.readString(REPOSITORY.resolve("docs/input.md"));
    return Pattern.compile("```console\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(block -> block.substring("```console\n".length(), block.length() - 3))
        .toList();
  }

  @Test
  void thePageHasSessions() throws IOException {
    assertThat(sessions()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void printsWhatThePageShows(String session) throws IOException, InterruptedException {
    Path model = folder.resolve("models/complaints-en.bin");
    Files.createDirectories(model.getParent());
    Files.copy(ShippedModel.MODEL, model);
    Files.writeString(
        folder.resolve("docket"),
        "#!/bin/sh\nexec \"$DOCKET_JAVA\" org.docket.cli.Docket \"$@\"\n");
    Files.setPosixFilePermissions(
        folder.resolve("docket"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(replay(session)).isEqualTo(session);
  }

  /** The session again: each command, and what it prints. */
  private String replay(String session) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder();
    for (String line : session.lines().toList()) {
      if (line.startsWith(PROMPT)) {
        String command = line.substring(PROMPT.length());
        script.append("cat <<'COMMAND'\n").append(line).append("\nCOMMAND\n");
        script.append(command).append('\n');
      }
    }
    Path out = folder.resolve("session.out");
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", script.toString());
    shell.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    shell
        .environment()
        .put("DOCKET_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    shell.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    shell.start().waitFor();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
