/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sessions of docs/teacher.md: each prints what the page shows. */
class TeacherPageTest {

  private static final String PROMPT = "$ ";
  private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void printsWhatThePageShows() throws IOException, InterruptedException {
    List<String> sessions =
        SESSION
            .matcher(Files.readString(Path.of("../docs/teacher.md")))
            .results()
            .map(session -> session.group(1))
            .toList();
    assertThat(sessions).isNotEmpty();
    Files.writeString(
        folder.resolve("docket"),
        "#!/bin/sh\nexec \"$DOCKET_JAVA\" org.docket.cli.Docket \"$@\"\n");
    Files.setPosixFilePermissions(
        folder.resolve("docket"), PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String session : sessions) {
      assertThat(replay(session)).isEqualTo(session);
    }
  }

  /** The session again: each command, and what it prints. */
  private String replay(String session) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder();
    for (String line : session.lines().filter(each -> each.startsWith(PROMPT)).toList()) {
      script.append("cat <<'COMMAND'\n").append(line).append("\nCOMMAND\n");
      script.append(line.substring(PROMPT.length())).append('\n');
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
