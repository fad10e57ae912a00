/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void eachTaskRunsOnceAfterAllOfThePhaseBefore(int threads) {
    Workers workers = new Workers(threads);
    for (int repetition = 0; repetition < 200; repetition++) {
      AtomicIntegerArray first = new AtomicIntegerArray(50);
      AtomicIntegerArray second = new AtomicIntegerArray(3);
      AtomicInteger early = new AtomicInteger();

      workers.run(
          new Phase(50, first::incrementAndGet),
          new Phase(
              3,
              i -> {
                for (int before = 0; before < 50; before++) {
                  early.addAndGet(1 - first.get(before));
                }
                second.incrementAndGet(i);
              }));

      assertThat(early.get()).isZero();
      assertThat(second.toString()).isEqualTo("[1, 1, 1]");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void whatATaskThrowsReachesTheCallerAndTheRestIsDone(int threads) {
    AtomicInteger done = new AtomicInteger();
    Workers workers = new Workers(threads);

    assertThatThrownBy(
            () ->
                workers.run(
                    20,
                    i -> {
                      done.incrementAndGet();
                      if (i == 3) {
                        throw new IllegalStateException("task 3");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("task 3");
    assertThat(done.get()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void nothingToDoIsDone(int threads) {
    new Workers(threads).run(0, i -> assertThat(i).isNull());
  }
}
