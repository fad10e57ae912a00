/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LapsTest {

  @Test
  void workIsNumberedAndDoneUntilTheTimeIsOver() {
    List<Integer> numbers = new ArrayList<>();

    Laps laps =
        Laps.of(
            number -> {
              numbers.add(number);
              pause(5);
            },
            7,
            Duration.ofMillis(12));

    assertThat(laps.count()).isBetween(1, 3);
    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.range(7, 7 + laps.count()).boxed().toList());
    assertThat(laps.seconds()).isGreaterThanOrEqualTo(0.012);
    assertThat(DoubleStream.of(laps.millis()).boxed())
        .hasSize(laps.count())
        .allMatch(millis -> millis >= 5);
  }

  @Test
  void workIsDoneOnceEvenInNoTime() {
    assertThat(Laps.of(number -> {}, 0, Duration.ZERO).count()).isEqualTo(1);
  }

  @Test
  void lapsAreAsLongAsAllOfThemTogether() {
    Laps laps = new Laps();
    for (int i = 0; i < 3000; i++) {
      laps.end();
    }

    assertThat(laps.millis()).hasSize(3000);
    assertThat(DoubleStream.of(laps.millis()).sum()).isCloseTo(laps.seconds() * 1000, within(1e-6));
  }

  @Test
  void oneSlowLapDoesNotMoveTheMedian() {
    Laps laps = new Laps();
    pause(50);
    laps.end();
    laps.end();
    laps.end();

    assertThat(laps.medianMillis()).isLessThan(50);
    assertThat(laps.millis()[0]).isGreaterThanOrEqualTo(50);
  }

  private static void pause(int millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
