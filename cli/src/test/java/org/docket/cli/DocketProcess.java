/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs {@code docket} in a Java of its own, with the class path of the tests. */
public final class DocketProcess {

  private final List<String> command = new ArrayList<>();
  private final Path err;
  private final Map<String, String> environment = new HashMap<>();
  private Path out;
  private Path in;

  /**
   * Prepares runs.
   *
   * @param folder for what they print
   */
  public DocketProcess(Path folder, String... javaOptions) {
    out = folder.resolve("out");
    err = folder.resolve("err");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(javaOptions));
    command.add(Docket.class.getName());
  }

  /** Where standard output goes in place of a file in the folder. */
  public DocketProcess to(Path file) {
    out = file;
    return this;
  }

  /** What standard input is; nothing otherwise. */
  public DocketProcess from(Path file) {
    in = file;
    return this;
  }

  /** Sets a variable of its environment. */
  public DocketProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command and returns its exit code; what was printed before is forgotten. */
  public int run(Object... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = builder(arguments);
    builder.redirectOutput(out.toFile());
    return builder.start().waitFor();
  }

  /** Starts a command whose standard output is a pipe. */
  public Process start(Object... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(Object... arguments) {
    List<String> all = new ArrayList<>(command);
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(environment);
    if (in != null) {
      builder.redirectInput(in.toFile());
    }
    builder.redirectError(err.toFile());
    return builder;
  }

  /** The file of standard output. */
  public Path out() {
    return out;
  }

  /** The file of standard error. */
  public Path err() {
    return err;
  }
}
