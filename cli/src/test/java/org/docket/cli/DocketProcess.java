/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code docket} in a Java of its own, with the class path of the tests. */
public final class DocketProcess {

  private final List<String> command = new ArrayList<>();
  private final Path err;
  private Path out;

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

  /** Runs a command and returns its exit code; what was printed before is forgotten. */
  public int run(Object... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectOutput(out.toFile());
    builder.redirectError(err.toFile());
    return builder.start().waitFor();
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
