/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's filter of standard error, with a script in the place of Java. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "docket");
  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

  @TempDir private Path temporary;
  private Path home;
  private Path jdk;

  @BeforeEach
  void pretendToBeBuilt() throws IOException {
    home = Files.createDirectory(temporary.resolve("a clone"));
    for (String source :
        List.of("pom.xml", "categorizer", "solr-plugin", "solr-server", "cli-training")) {
      Files.createFile(home.resolve(source));
    }
    Files.copy(LAUNCHER, home.resolve("docket"));
    Files.createDirectories(home.resolve("cli/target"));
    Files.createFile(home.resolve("cli/target/docket.built"));
    jdk = temporary.resolve("a jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "MODULES=\"java.base jdk.incubator.vector\"\n");
  }

  @Test
  void errorsStayErrorsAndTheWarningIsGone() throws Exception {
    int code = run("echo '" + WARNING + "' >&2; echo answer; printf 'bad\\n50 %%' >&2; exit 3");

    assertThat(code).isEqualTo(3);
    assertThat(temporary.resolve("out")).hasContent("answer");
    assertThat(temporary.resolve("err")).hasContent("bad\n50 %");
  }

  @Test
  void withoutTheWarningNothingIsLost() throws Exception {
    run("printf 'Picked up options\\nno end of line' >&2");

    assertThat(temporary.resolve("out")).isEmptyFile();
    assertThat(temporary.resolve("err")).hasContent("Picked up options\nno end of line");
  }

  /** Runs the launcher in a shell that waits for all who hold the standard error. */
  private int run(String java) throws Exception {
    Path script = jdk.resolve("bin/java");
    Files.writeString(script, "#!/bin/sh\n" + java + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder("bash", home.resolve("docket").toString());
    builder.environment().put("JAVA_HOME", jdk.toString());
    Process process = builder.redirectOutput(temporary.resolve("out").toFile()).start();
    process.getOutputStream().close();
    // Ends when the filter has ended, which may be after the launcher.
    Files.write(temporary.resolve("err"), process.getErrorStream().readAllBytes());
    return process.waitFor();
  }
}
