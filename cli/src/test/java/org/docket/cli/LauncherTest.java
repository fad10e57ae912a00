/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    for (String source : List.of("pom.xml", "categorizer", "solr-plugin", "solr-server")) {
      Files.createFile(home.resolve(source));
    }
    Files.copy(LAUNCHER, home.resolve("docket"));
    for (String module : List.of("cli", "cli-training")) {
      Files.createDirectories(home.resolve(module).resolve("target"));
      Files.createFile(home.resolve(module).resolve("target/docket.built"));
    }
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

  @Test
  void onlyATrainingHasASmallHeapsCollectorUnlessTheUserChoseOne() throws Exception {
    String arguments = "printf '%s\\n' \"$@\"";
    run(arguments, Map.of(), "train", "--input", "my file");
    assertThat(temporary.resolve("out")).content().contains("-XX:+UseSerialGC", "\nmy file\n");

    run(arguments, Map.of("DOCKET_JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC"), "train");
    assertThat(temporary.resolve("out"))
        .content()
        .contains("\n-Xmx1g\n-XX:+UseParallelGC\n")
        .doesNotContain("SerialGC");

    run(arguments, Map.of(), "classify");
    assertThat(temporary.resolve("out")).content().doesNotContain("SerialGC");
  }

  private int run(String java) throws Exception {
    return run(java, Map.of());
  }

  /** Runs the launcher in a shell that waits for all who hold the standard error. */
  private int run(String java, Map<String, String> environment, String... arguments)
      throws Exception {
    Path script = jdk.resolve("bin/java");
    Files.writeString(script, "#!/bin/sh\n" + java + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("docket").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("DOCKET_JAVA_OPTS");
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(temporary.resolve("out").toFile()).start();
    process.getOutputStream().close();
    // Ends when the filter has ended, which may be after the launcher.
    Files.write(temporary.resolve("err"), process.getErrorStream().readAllBytes());
    return process.waitFor();
  }
}
