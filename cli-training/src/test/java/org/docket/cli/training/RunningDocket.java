/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a Java of its own, which gets signals as from a terminal. */
final class RunningDocket implements AutoCloseable {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Path out;
  private final Path err;
  private final Process process;

  /** Starts a command. */
  RunningDocket(Path folder, Object... arguments) throws IOException {
    out = Files.createTempFile(folder, "out", "");
    err = Files.createTempFile(folder, "err", "");
    List<String> command = new ArrayList<>();
    // What runs tests in the background may have it ignored, and so would every process below.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Dfile.encoding=UTF-8", "org.docket.cli.Docket"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("OMP_NUM_THREADS", "1");
    process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** Waits until it has printed something on standard output. */
  RunningDocket awaitOut(String pattern) throws IOException, InterruptedException {
    return await(out, pattern);
  }

  /** Waits until it has printed something on standard error. */
  RunningDocket awaitErr(String pattern) throws IOException, InterruptedException {
    return await(err, pattern);
  }

  /** Sends it a signal, such as INT. */
  RunningDocket signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    return this;
  }

  /** Waits for its end and returns its exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private RunningDocket await(Path file, String pattern) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LONG);
    while (!Files.readString(file).matches("(?s).*" + pattern + ".*")) {
      assertThat(process.isAlive()).as("it goes on: " + out() + err()).isTrue();
      assertThat(Instant.now()).as(out() + err()).isBefore(end);
      Thread.sleep(20);
    }
    return this;
  }
}
