/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Future;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void resultsComeFromThreadsThatDoNotKeepTheJvmAlive() {
    try (Workers workers = new Workers(2, "docket-test")) {
      Future<Boolean> daemon = workers.submit(() -> Thread.currentThread().isDaemon());
      Future<String> name = workers.submit(() -> Thread.currentThread().getName());

      assertThat(Workers.result(daemon)).isTrue();
      assertThat(Workers.result(name)).isEqualTo("docket-test");
    }
  }

  @Test
  void whatFailsFailsAsItself() {
    RuntimeException told = new DocketException("no room");
    Error error = new OutOfMemoryError();
    try (Workers workers = new Workers(1, "docket-test")) {
      assertThatThrownBy(() -> result(workers, told)).isSameAs(told);
      assertThatThrownBy(() -> result(workers, error)).isSameAs(error);
      assertThatThrownBy(() -> result(workers, new IOException("disk")))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("disk");
    }
  }

  private static void result(Workers workers, Throwable failure) {
    Workers.result(
        workers.submit(
            () -> {
              if (failure instanceof Error error) {
                throw error;
              }
              throw (Exception) failure;
            }));
  }
}
