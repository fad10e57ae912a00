/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A fixed number of threads that share the tasks of one caller. */
final class Workers {

  private static final Workers MACHINE = new Workers(Runtime.getRuntime().availableProcessors());

  private final ForkJoinPool pool;

  Workers(int threads) {
    this.pool = new ForkJoinPool(threads);
  }

  /** As many threads as the machine has processors. */
  static Workers ofMachine() {
    return MACHINE;
  }

  /** Runs tasks 0 to count - 1, in any order and at the same time, and waits for all. */
  void run(int count, IntConsumer task) {
    pool.submit(() -> IntStream.range(0, count).parallel().forEach(task)).join();
  }
}
