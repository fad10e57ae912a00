/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/** What libraries log must not get among a command's own output. */
class LoggingTest {

  @Test
  void oneLoggerIsBehindSlf4jAndItIsQuiet() {
    assertThat(ServiceLoader.load(SLF4JServiceProvider.class)).hasSize(1);
    assertThat(LoggerFactory.getLogger("any.library").isErrorEnabled()).isTrue();
    assertThat(LoggerFactory.getLogger("any.library").isWarnEnabled()).isFalse();
  }
}
