/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Tasks that threads share: each takes the next one, until none is left, and waits for the last.
 */
final class Phase {

  /** How often a thread asks before it lets others have the processor. */
  private static final int SPINS = 1000;

  private final int count;
  private final IntConsumer task;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Phase(int count, IntConsumer task) {
    this.count = count;
    this.task = task;
  }

  int count() {
    return count;
  }

  /** Does what is left to do, and returns when all tasks are done, by whichever thread. */
  void share() {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      try {
        task.accept(i);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        done.incrementAndGet();
      }
    }
    // The last tasks take less than a millisecond: to sleep and be woken would take as long.
    for (int spins = 0; done.get() < count; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Throws what a task threw. */
  void rethrow() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }
}
