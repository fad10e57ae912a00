/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries log must not get among a command's own output. */
class LoggingTest {

  private static final String PROVIDERS = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

  @Test
  void oneLoggerIsBehindSlf4j() throws IOException {
    assertThat(Collections.list(getClass().getClassLoader().getResources(PROVIDERS))).hasSize(1);
  }

  @Test
  void itIsQuiet(@TempDir Path folder) throws Exception {
    Path model = TinyStockModel.train(folder.resolve("stock.bin"));
    Path lines = Files.writeString(folder.resolve("lines.txt"), "my house\n");
    DocketProcess docket = new DocketProcess(folder);

    assertThat(docket.run("classify", "--model", model, lines)).isZero();

    assertThat(docket.out()).content().startsWith("Home loan ").hasLineCount(1);
    assertThat(docket.err()).isEmptyFile();
  }
}
