/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that share the tasks of one caller, which is one of them. Each takes
 * the next task when it is done with one.
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
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int helper = 1; helper < Math.min(threads, count); helper++) {
      others.add(CompletableFuture.runAsync(share, helpers));
    }
    try {
      share.run();
    } finally {
      CompletableFuture.allOf(others.toArray(CompletableFuture<?>[]::new)).join();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "docket-encoder");
    thread.setDaemon(true);
    return thread;
  }
}
