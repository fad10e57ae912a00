/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands as a user does: each in a Java of its own, with what the launcher's lib holds. */
final class StockTools {

  private static final long MINUTES = 5;

  private final Path folder;

  /**
   * Prepares runs.
   *
   * @param folder where the commands run
   */
  StockTools(Path folder) {
    this.folder = folder;
  }

  /** Runs OpenNLP's own command line, with the one property that admits our classes. */
  Run opennlp(String... arguments) {
    return opennlpWithInput("", arguments);
  }

  Run opennlpWithInput(String input, String... arguments) {
    return run("opennlp.tools.cmdline.CLI", input, arguments);
  }

  /** Runs ours. */
  Run docket(String... arguments) {
    return run("org.docket.cli.Docket", "", arguments);
  }

  /** Runs ours in a Java with more options. */
  Run docket(List<String> javaOptions, String... arguments) {
    return run(javaOptions, "org.docket.cli.Docket", "", arguments);
  }

  private Run run(String main, String input, String... arguments) {
    return run(List.of("-Xmx512m"), main, input, arguments);
  }

  private Run run(List<String> javaOptions, String main, String input, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-DOPENNLP_EXT_ALLOWED_PACKAGES=org.docket.");
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(javaOptions);
    command.add(main);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("OMP_NUM_THREADS", "1");
    try {
      return finish(builder, input);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("cannot run " + command, e);
    }
  }

  private Run finish(ProcessBuilder builder, String input)
      throws IOException, InterruptedException {
    Path in = Files.writeString(Files.createTempFile(folder, "in", ""), input);
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("still running after " + MINUTES + " minutes: " + builder);
      }
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** What a command came to. */
  record Run(int exitCode, String out, String err) {}
}
