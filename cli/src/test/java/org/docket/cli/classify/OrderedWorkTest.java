/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {

  @Test
  void resultsComeInTheOrderOfThePiecesWhoeverIsFaster() throws Exception {
    List<Integer> results = new ArrayList<>();
    try (OrderedWork<Integer> work = new OrderedWork<>(3, 1000)) {
      Thread giver =
          start(
              () -> {
                for (int i = 0; i < 100; i++) {
                  int number = i;
                  work.add(
                      () -> {
                        Thread.sleep(number % 3);
                        return number;
                      },
                      1);
                }
                work.end();
              });
      work.forEach(results::add);
      giver.join();
    }
    assertThat(results).hasSize(100).isSorted();
  }

  @Test
  void whoHandsOutWaitsForWhoTakesBack() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    try (OrderedWork<Integer> work = new OrderedWork<>(2, 10)) {
      Thread giver =
          start(
              () -> {
                for (int i = 0; i < 100; i++) {
                  work.add(begun::incrementAndGet, 5);
                }
                work.end();
              });
      giver.join(200);
      assertThat(begun).as("of a weight of 10 in all").hasValue(2);
      work.forEach(result -> {});
      giver.join();
    }
    assertThat(begun).hasValue(100);
  }

  @Test
  void aPieceThatIsHeavierThanAllRoomIsTakenAlone() throws Exception {
    List<String> results = new ArrayList<>();
    try (OrderedWork<String> work = new OrderedWork<>(2, 10)) {
      Thread giver =
          start(
              () -> {
                work.add(() -> "heavy", 1000);
                work.add(() -> "light", 1);
                work.end();
              });
      work.forEach(results::add);
      giver.join();
    }
    assertThat(results).containsExactly("heavy", "light");
  }

  @Test
  void aPieceThatFailsIsToldAfterThoseBeforeItAndEndsAll() throws Exception {
    List<String> results = new ArrayList<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    Thread giver;
    try (OrderedWork<String> work = new OrderedWork<>(1, 10)) {
      giver =
          new Thread(
              () -> {
                try {
                  work.add(() -> "before", 1);
                  work.add(
                      () -> {
                        throw new OutOfMemoryError("Java heap space");
                      },
                      1);
                  while (true) {
                    work.add(() -> "after", 1);
                  }
                } catch (CancellationException e) {
                  cancelled.countDown();
                }
              },
              "giver");
      giver.start();
      assertThatThrownBy(() -> work.forEach(results::add))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(OutOfMemoryError.class);
      giver.interrupt();
      assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(results).containsExactly("before");
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "giver");
    thread.start();
    return thread;
  }
}
