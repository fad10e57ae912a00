/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Work that one thread hands out, several do, and another one takes back in the order in which it
 * was handed out. What is under way is bounded: who hands out waits while the others are behind.
 */
final class OrderedWork<T> implements AutoCloseable {

  /** So many pieces for each thread: one that it does, others that wait for their turn. */
  private static final int PIECES = 4;

  /**
   * Made before memory can be short, and so is its place in the queue: whoever waits hears of it.
   */
  private final Piece<T> end = new Piece<>(null, 0);

  private final BlockingQueue<Piece<T>> pieces;
  private final int allRoom;
  private final Semaphore room;
  private final ExecutorService workers;

  private record Piece<T>(Future<T> result, int weight) {}

  /**
   * Starts the workers.
   *
   * @param room what the pieces under way weigh at most, except that one alone may weigh more
   */
  OrderedWork(int threads, int room) {
    this.pieces = new ArrayBlockingQueue<>(PIECES * threads);
    this.allRoom = room;
    this.room = new Semaphore(room);
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            threads, task -> daemon(task, "docket-classify-" + number.incrementAndGet()));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Hands out a piece, when there is room for it.
   *
   * @throws CancellationException if nobody wants it any more
   */
  void add(Callable<T> work, int weight) {
    int taken = Math.min(weight, allRoom);
    try {
      room.acquire(taken);
      pieces.put(new Piece<>(workers.submit(work), taken));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("nobody wants more");
    }
  }

  /** There is no more to hand out. */
  void end() {
    try {
      pieces.put(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody waits for the end then
    }
  }

  /**
   * Takes back all results, in their order, until the end.
   *
   * @throws ExecutionException if the work on a piece failed; those before it have been taken
   */
  void forEach(Consumer<T> consumer) throws InterruptedException, ExecutionException {
    for (Piece<T> piece = pieces.take(); piece.result() != null; piece = pieces.take()) {
      consumer.accept(piece.result().get());
      room.release(piece.weight());
    }
  }

  /** Ends the workers, also where work is left. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
