/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.work;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some threads, which do not keep the JVM alive. What fails on them fails where its result is asked
 * for, as itself.
 */
public final class Workers implements AutoCloseable {

  private final ExecutorService threads;

  /**
   * Starts.
   *
   * @param count how many threads
   * @param name of each
   */
  public Workers(int count, String name) {
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does a task as soon as a thread is free. */
  public <T> Future<T> submit(Callable<T> task) {
    return threads.submit(task);
  }

  /**
   * Waits for the result of a task.
   *
   * @throws IllegalStateException if this thread is interrupted meanwhile
   */
  public static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  /** Stops the threads; tasks that have not begun are not done. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
