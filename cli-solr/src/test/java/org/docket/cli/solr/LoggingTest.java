/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What libraries log must not get among a command's own output. */
class LoggingTest {

  private static final String PROVIDERS = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

  @Test
  void oneLoggerIsBehindSlf4j() throws IOException {
    assertThat(Collections.list(getClass().getClassLoader().getResources(PROVIDERS))).hasSize(1);
  }
}
