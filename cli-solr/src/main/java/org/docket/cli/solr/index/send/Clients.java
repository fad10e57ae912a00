/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Sends batches, as many at once as the pace says; whoever hands in more waits. So no more than
 * these are in memory. Batches are handed in by one thread.
 */
public final class Clients implements AutoCloseable {

  private static final long CLOSE_SECONDS = 10;

  private final IndexTarget target;
  private final Pace pace;
  private final Caution caution = new Caution();
  private final Patience patience;
  private final Stop stop;
  private final BiConsumer<Batch, Outcome> done;
  private final ExecutorService threads = Executors.newCachedThreadPool(new Named());
  private int busy;
  private Throwable failure;

  /**
   * Nobody sends yet.
   *
   * @param done gets each batch that was delivered, one at a time
   */
  public Clients(
      IndexTarget target,
      Pace pace,
      Patience patience,
      Stop stop,
      BiConsumer<Batch, Outcome> done) {
    this.target = target;
    this.pace = pace;
    this.patience = patience;
    this.stop = stop;
    this.done = done;
  }

  /**
   * Sends a batch as soon as there is a client for it.
   *
   * @throws DeliveryException if a batch could not be delivered
   */
  public synchronized void send(Batch batch) throws InterruptedException {
    while (busy >= pace.clients() && failure == null) {
      wait();
    }
    requireNone();
    busy++;
    threads.execute(() -> deliver(batch));
  }

  /**
   * Waits until all batches are delivered.
   *
   * @throws DeliveryException if one could not be
   */
  public synchronized void await() throws InterruptedException {
    while (busy > 0) {
      wait();
    }
    requireNone();
  }

  /** Whether nobody sends. */
  public synchronized boolean isIdle() {
    return busy == 0;
  }

  /** Those who send are left to end their request; nobody begins another. */
  @Override
  public void close() {
    if (!isIdle()) {
      stop.ask();
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Batch batch) {
    Throwable failed = null;
    try {
      Outcome outcome =
          new Delivery(target, pace, caution, patience, System::nanoTime)
              .deliver(batch.documents());
      synchronized (this) {
        done.accept(batch, outcome);
      }
    } catch (Throwable e) {
      failed = e; // whoever hands in batches tells
    }
    synchronized (this) {
      busy--;
      if (failure == null) {
        failure = failed;
      }
      notifyAll();
    }
  }

  private void requireNone() {
    if (failure != null) {
      throw new DeliveryException(failure);
    }
  }

  /** Threads that keep no process alive. */
  private static final class Named implements ThreadFactory {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "docket-index-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
