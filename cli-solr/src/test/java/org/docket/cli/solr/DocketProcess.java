/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command in a Java of its own, which can be killed. */
public final class DocketProcess implements AutoCloseable {

  private final Path out;
  private final Process process;

  /** Starts a command. */
  public DocketProcess(Path folder, Object... arguments) throws IOException {
    out = Files.createTempFile(folder, "out", "");
    List<String> command = new ArrayList<>();
    // What runs tests in the background may have it ignored, and so would every process below.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "org.docket.cli.Docket"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends it Ctrl-C and returns its exit code. */
  public int interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    return process.waitFor();
  }

  /** What it printed, on standard output and standard error. */
  public String out() throws IOException {
    return Files.readString(out);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
