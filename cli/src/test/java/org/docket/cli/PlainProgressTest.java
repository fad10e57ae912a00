/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlainProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong(5);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void longWorkShowsRateAndRemainingTime() {
    PlainProgress progress = new PlainProgress("training", "documents", 4000, clock::get, err);
    step(progress, 500, 9);
    step(progress, 1500, 11);
    step(progress, 1000, 5);
    step(progress, 1000, 5);
    progress.close();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "docket: training: 2,000 documents of 4,000, 0:20 left (100.0 a second)",
            "docket: training: 4,000 documents (133.3 a second)",
            "docket: training: 4,000 documents (133.3 a second)");
  }

  @Test
  void shortWorkIsSilent() {
    PlainProgress progress = new PlainProgress("evaluating", "documents", -1, clock::get, err);
    step(progress, 500, 9);
    progress.close();
    assertThat(bytes.size()).isZero();
  }

  private void step(PlainProgress progress, long done, long seconds) {
    clock.addAndGet(seconds * SECOND);
    progress.step(done);
  }
}
