/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How many clients, and how many documents each, on a clock of its own. */
class PaceTest {

  private static final long BATCH = TimeUnit.MILLISECONDS.toNanos(800);

  private final AtomicLong clock = new AtomicLong();
  private final Pace pace = new Pace(8, clock::get);

  @Test
  void beginsSmallAndGrowsWhileAnswersAreFast() {
    assertThat(pace.clients()).isEqualTo(1);
    int first = pace.documents();
    for (int i = 0; i < 10; i++) {
      clock.addAndGet(1_000_000);
      pace.answered(pace.documents(), 1_000_000);
    }
    assertThat(first).isLessThan(50);
    assertThat(pace.documents()).isEqualTo(500);
  }

  @Test
  void slowAnswersMakeSmallerBatches() {
    for (int i = 0; i < 10; i++) {
      pace.answered(pace.documents(), 1);
    }
    pace.answered(500, TimeUnit.SECONDS.toNanos(20));
    assertThat(pace.documents()).isEqualTo(250);
    for (int i = 0; i < 10; i++) {
      pace.answered(32, TimeUnit.SECONDS.toNanos(20));
    }
    assertThat(pace.documents()).isEqualTo(32);
  }

  @Test
  void takesAsManyClientsAsHelp() {
    run(200, clients -> Math.min(clients, 3)); // three do all that the server can
    assertThat(pace.clients()).isBetween(3, 4);
  }

  @Test
  void staysWithOneWhereMoreDoNotHelp() {
    run(200, clients -> 1);
    assertThat(pace.clients()).isBetween(1, 2);
    assertThat(pace.mostUsed()).isEqualTo(2);
  }

  @Test
  void neverTakesMoreThanItMay() {
    run(500, clients -> clients);
    assertThat(pace.mostUsed()).isEqualTo(8);
  }

  @Test
  void halvesWhenPushedBackAndGrowsAgainLater() {
    run(500, clients -> clients);
    pace.pushedBack();
    assertThat(pace.clients()).isEqualTo(4);
    pace.pushedBack();
    pace.pushedBack();
    pace.pushedBack();
    assertThat(pace.clients()).isEqualTo(1);
    run(500, clients -> clients);
    assertThat(pace.clients()).isEqualTo(8);
  }

  @Test
  void batchesThatWereTooLargeDoNotComeAgain() {
    run(30, clients -> clients);
    pace.tooLarge(400, 100_000);
    assertThat(pace.documents()).isLessThanOrEqualTo(200);
    assertThat(pace.letters()).isEqualTo(50_000);
    for (int i = 0; i < 20; i++) {
      pace.answered(pace.documents(), 1);
    }
    assertThat(pace.documents()).isEqualTo(200);
  }

  /**
   * Batches of a hundred, of which so many times as many as of one client come in the same time.
   */
  private void run(int batches, IntToDoubleFunction speed) {
    for (int i = 0; i < batches; i++) {
      clock.addAndGet((long) (BATCH / speed.applyAsDouble(pace.clients())));
      pace.answered(100, BATCH);
    }
  }
}
