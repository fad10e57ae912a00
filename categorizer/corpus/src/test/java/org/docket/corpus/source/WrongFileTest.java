/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongFileTest {

  @TempDir Path folder;

  @Test
  void whatMayNotBeSeenIsNotCalledMissing() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path deep = Files.createDirectory(closed.resolve("deep")).resolve("model.bin");
    assumeThat(closed.toFile().setExecutable(false, false)).isTrue();
    try {
      assumeThat(Files.isExecutable(closed)).as("root may").isFalse();

      for (Path file : new Path[] {closed.resolve("model.bin"), deep}) {
        assertThat(WrongFile.missing(file))
            .isEqualTo("the file " + file + " cannot be seen: permission denied in " + closed);
      }
    } finally {
      assertThat(closed.toFile().setExecutable(true, true)).isTrue();
    }
  }
}
