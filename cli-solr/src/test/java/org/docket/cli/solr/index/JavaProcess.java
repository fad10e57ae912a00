/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes with the class path of the tests, that can be killed. */
final class JavaProcess {

  private JavaProcess() {}

  static Process start(Path log, List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    // What runs tests in the background may have it ignored, and so would every process below.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a Solr answers. */
  static void awaitAnswer(Process process, String url, Path log) {
    try {
      while (process.isAlive() && !answers(url)) {
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(process.isAlive()).as(read(log)).isTrue();
  }

  static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(String url) throws InterruptedException {
    try {
      return IndexTool.get(url).path("responseHeader").path("status").asInt(-1) == 0;
    } catch (IOException e) {
      return false; // not yet
    }
  }
}
