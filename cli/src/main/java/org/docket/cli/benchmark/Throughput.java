/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * How fast batches go through.
 *
 * @param batchesPerSecond of all threads together
 * @param medianMillis that one batch takes on its thread
 */
public record Throughput(double batchesPerSecond, double medianMillis) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Works through one batch. */
  @FunctionalInterface
  public interface Work {

    /**
     * Called again and again.
     *
     * @param number 0, 1, 2 … in each thread
     */
    void run(int number);
  }

  /** What one thread did: the times of its batches, in nanoseconds, and all of its time. */
  private record Share(long[] times, long elapsed) {}

  /**
   * Lets some threads work side by side.
   *
   * @param work one for each thread
   * @param time all of it; the first two fifths are not counted, for the JIT compiler is at work
   */
  public static Throughput measure(List<Work> work, Duration time) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Future<Share>> shares =
          threads.invokeAll(work.stream().map(w -> task(w, time)).toList());
      return of(shares);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Share> task(Work work, Duration time) {
    Duration warmup = time.multipliedBy(2).dividedBy(5);
    return () -> {
      int warmed = share(work, 0, warmup).times.length;
      return share(work, warmed, time.minus(warmup));
    };
  }

  private static Share share(Work work, int first, Duration time) {
    LongStream.Builder times = LongStream.builder();
    long start = System.nanoTime();
    long before = start;
    int number = first;
    do {
      work.run(number++);
      long now = System.nanoTime();
      times.add(now - before);
      before = now;
    } while (before - start < time.toNanos());
    return new Share(times.build().toArray(), before - start);
  }

  private static Throughput of(List<Future<Share>> shares) throws InterruptedException {
    double rate = 0;
    List<long[]> times = new ArrayList<>();
    for (Future<Share> future : shares) {
      Share share = get(future);
      rate += share.times.length * NANOS_PER_SECOND / share.elapsed;
      times.add(share.times);
    }
    long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Throughput(rate, sorted[sorted.length / 2] / NANOS_PER_MILLI);
  }

  private static Share get(Future<Share> share) throws InterruptedException {
    try {
      return share.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a benchmark failed: " + e.getCause(), e.getCause());
    }
  }
}
