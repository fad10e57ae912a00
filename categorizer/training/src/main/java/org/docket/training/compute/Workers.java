/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that share the tasks of one caller, which is one of them. Each takes
 * the next task when it is done with one, so that a thread that comes late holds up nobody.
 */
public final class Workers {

  private static Workers shared;

  private final int threads;
  private final ExecutorService helpers;

  Workers(int threads) {
    this.threads = threads;
    this.helpers = Executors.newCachedThreadPool(Workers::daemon);
  }

  /** Those that all encoders use: as many threads as the machine has processors. */
  public static synchronized Workers shared() {
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
  public void run(int count, IntConsumer task) {
    run(new Phase(count, task));
  }

  /**
   * Runs the tasks of one phase after those of another, and waits for all. To wake a thread costs
   * as much as a small phase; this wakes them once.
   */
  public void run(Phase... phases) {
    int most = 0;
    for (Phase phase : phases) {
      most = Math.max(most, phase.count());
    }
    Runnable share =
        () -> {
          for (Phase phase : phases) {
            phase.share();
          }
        };
    for (int helper = 1; helper < Math.min(threads, most); helper++) {
      helpers.execute(share);
    }
    share.run();
    for (Phase phase : phases) {
      phase.rethrow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "docket-encoder");
    thread.setDaemon(true);
    return thread;
  }
}
