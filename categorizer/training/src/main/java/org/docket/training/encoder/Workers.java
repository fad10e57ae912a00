/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A fixed number of threads that share the tasks of one caller. */
public final class Workers {

  private static Workers shared;

  private final ForkJoinPool pool;

  Workers(int threads) {
    this.pool = new ForkJoinPool(threads);
  }

  /** Those that all encoders use: as many threads as the machine has processors. */
  static synchronized Workers shared() {
    if (shared == null) {
      use(Runtime.getRuntime().availableProcessors());
    }
    return shared;
  }

  /** Sets how many threads encoders use; what they compute does not depend on it. */
  public static synchronized void use(int threads) {
    shared = new Workers(threads);
  }

  /** Runs tasks 0 to count - 1, in any order and at the same time, and waits for all. */
  void run(int count, IntConsumer task) {
    pool.submit(() -> IntStream.range(0, count).parallel().forEach(task)).join();
  }
}
