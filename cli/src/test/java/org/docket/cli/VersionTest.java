/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.docket.kernel.Kernels;
import org.junit.jupiter.api.Test;

class VersionTest {

  private final CommandRunner docket = new CommandRunner();

  @Test
  void tellsAllThatABugReportNeeds() {
    assertThat(docket.run("--version")).isZero();
    List<String> lines = docket.out().lines().toList();
    assertThat(lines)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("docket "),
            line -> assertThat(line).startsWith("Deeplearning4j (not here: comes with"),
            line -> assertThat(line).matches("OpenNLP \\d+\\.\\d+\\.\\d+"),
            line -> assertThat(line).matches("Lucene \\d+\\.\\d+\\.\\d+"),
            line -> assertThat(line).matches("Java \\d+.* \\(.+\\)"),
            line -> assertThat(line).matches(".+, .+, \\d+ processors"),
            line -> assertThat(line).startsWith("kernel " + Kernels.best().name()));
  }

  @Test
  void everyCommandTellsTheSame() {
    docket.run("--version");
    String version = docket.out();
    assertThat(docket.run("evaluate", "--version")).isZero();
    assertThat(docket.out()).isEqualTo(version);
  }
}
