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
 * How fast batches go through: told by the median, which other programs on the machine disturb
 * least.
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

  /**
   * Lets some threads work side by side.
   *
   * @param work one for each thread
   * @param time all of it; the first two fifths are not counted, for the JIT compiler is at work
   */
  public static Throughput measure(List<Work> work, Duration time) throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(work.size(), task -> new Thread(task, "docket-benchmark"));
    try {
      List<Future<long[]>> times =
          threads.invokeAll(work.stream().map(w -> task(w, time)).toList());
      return of(times);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<long[]> task(Work work, Duration time) {
    Duration warmup = time.multipliedBy(2).dividedBy(5);
    return () -> {
      int warmed = times(work, 0, warmup).length;
      return times(work, warmed, time.minus(warmup));
    };
  }

  /** The time of each batch, in nanoseconds. */
  private static long[] times(Work work, int first, Duration time) {
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
    return times.build().toArray();
  }

  private static Throughput of(List<Future<long[]>> all) throws InterruptedException {
    List<long[]> times = new ArrayList<>();
    for (Future<long[]> one : all) {
      times.add(get(one));
    }
    long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    double median = sorted[sorted.length / 2];
    // Threads beyond the cores only take turns.
    int working = Math.min(all.size(), Runtime.getRuntime().availableProcessors());
    return new Throughput(working * NANOS_PER_SECOND / median, median / NANOS_PER_MILLI);
  }

  private static long[] get(Future<long[]> times) throws InterruptedException {
    try {
      return times.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a benchmark failed: " + e.getCause(), e.getCause());
    }
  }
}
