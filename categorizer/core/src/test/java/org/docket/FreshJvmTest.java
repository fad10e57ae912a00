/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What loading a model in a fresh JVM does without: each of these took it longer than most of the
 * model itself. Their classes tell, where a clock would tell how busy the machine is.
 */
class FreshJvmTest {

  /** Runs in the other JVM, which has as much heap as Solr has by default. */
  static final class Loading {

    private Loading() {}

    public static void main(String[] args) {
      LstmDocumentCategorizer.load(Path.of(args[0])).categorize("They took my house.");
      System.out.println("answered");
    }
  }

  @Test
  void loadingStartsNeitherLoggingNorManagement() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName(),
                GoldenAnswers.MODEL.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines)
        .anyMatch(line -> line.contains("answered"))
        .anyMatch(line -> line.contains(" org.docket.LstmDocumentCategorizer "))
        .noneMatch(line -> line.contains(" org.slf4j.LoggerFactory "))
        .noneMatch(line -> line.contains(" java.lang.management.ManagementFactory "));
  }
}
