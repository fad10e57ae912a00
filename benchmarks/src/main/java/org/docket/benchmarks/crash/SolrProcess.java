/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts Solr in a process of its own, and kills it. Not for many threads. */
final class SolrProcess implements AutoCloseable {

  private static final String MAIN = "org.docket.solr.server.ServerProcess";

  private final List<String> command;
  private final Path log;
  private Process process;

  /**
   * Names what to start.
   *
   * @param classPath of docket-solr-server
   * @param arguments of its main class
   * @param folder where Solr's log goes
   */
  SolrProcess(String classPath, List<String> arguments, Path folder) {
    this.log = folder.resolve("server.out");
    command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx512m", "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.xml")));
    command.addAll(List.of("-cp", classPath, MAIN));
    command.addAll(arguments);
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** What the process printed, beside Solr's log. */
  Path output() {
    return log;
  }

  /** As {@code kill -9} does: no hook runs, nothing is committed, no buffer is written. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("process " + process.pid() + " does not die");
    }
  }

  @Override
  public void close() {
    if (isRunning()) {
      process.destroyForcibly();
    }
  }
}
