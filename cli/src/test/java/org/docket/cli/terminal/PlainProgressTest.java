/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

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

  private Work work;

  @Test
  void longWorkShowsRateAndRemainingTime() {
    PlainProgress progress = progress(Work.counted("training", "documents", 4000, clock::get));
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
    PlainProgress progress = progress(Work.counted("evaluating", "documents", -1, clock::get));
    step(progress, 500, 9);
    progress.close();
    assertThat(bytes.size()).isZero();
  }

  @Test
  void readingShowsTheShareOfTheInputAndTheTimeThatTheRestTakes() {
    PlainProgress progress =
        progress(Work.reading("evaluating", "documents", 1_000_000, clock::get));
    work.read(250_000);
    step(progress, 500, 10);
    progress.close();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .startsWith(
            "docket: evaluating: 500 documents, 25 % of the input, 0:30 left (50.0 a second)");
  }

  @Test
  void longWorkWithoutStepsIsToldWhenItIsOver() {
    PlainProgress progress = progress(Work.counted("calibrating", "", -1, clock::get));
    clock.addAndGet(12 * SECOND);
    progress.close();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("docket: calibrating: 12 seconds");
  }

  @Test
  void stepsWithoutAUnitAreNotTakenForSeconds() {
    PlainProgress progress = progress(Work.counted("n-grams", "", 10, clock::get));
    step(progress, 5, 12);
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("docket: n-grams: 12 seconds, 0:12 left");
  }

  private PlainProgress progress(Work shown) {
    work = shown;
    return new PlainProgress(work, clock::get, err);
  }

  private void step(PlainProgress progress, long done, long seconds) {
    clock.addAndGet(seconds * SECOND);
    work.step(done);
    progress.stepped();
  }
}
