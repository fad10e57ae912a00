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
import java.util.function.IntConsumer;
import org.apache.commons.statistics.descriptive.Median;
import org.docket.cli.timing.Laps;

/**
 * How fast batches go through: told by the median, which other programs on the machine disturb
 * least.
 *
 * @param batchesPerSecond of all threads together
 * @param medianMillis that one batch takes on its thread
 */
public record Throughput(double batchesPerSecond, double medianMillis) {

  private static final double MILLIS_PER_SECOND = 1e3;

  /**
   * Lets some threads work side by side.
   *
   * @param work one for each thread, which works through a batch; it is given 0, 1, 2 …
   * @param time all of it; the first two fifths are not counted, for the JIT compiler is at work
   */
  public static Throughput measure(List<IntConsumer> work, Duration time)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(work.size(), task -> new Thread(task, "docket-benchmark"));
    try {
      return of(threads.invokeAll(work.stream().map(w -> task(w, time)).toList()));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Laps> task(IntConsumer work, Duration time) {
    Duration warmup = time.multipliedBy(2).dividedBy(5);
    return () -> {
      int warmed = Laps.of(work, 0, warmup).count();
      return Laps.of(work, warmed, time.minus(warmup));
    };
  }

  private static Throughput of(List<Future<Laps>> threads) throws InterruptedException {
    List<double[]> millis = new ArrayList<>();
    for (Future<Laps> thread : threads) {
      millis.add(get(thread).millis());
    }
    double median =
        Median.withDefaults().evaluate(millis.stream().flatMapToDouble(Arrays::stream).toArray());
    // Threads beyond the cores only take turns.
    int working = Math.min(threads.size(), Runtime.getRuntime().availableProcessors());
    return new Throughput(working * MILLIS_PER_SECOND / median, median);
  }

  private static Laps get(Future<Laps> laps) throws InterruptedException {
    try {
      return laps.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a benchmark failed: " + e.getCause(), e.getCause());
    }
  }
}
