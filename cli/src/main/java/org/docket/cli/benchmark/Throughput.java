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
 * How fast batches go through.
 *
 * @param batchesPerSecond of all threads together
 * @param medianMillis that one batch takes on its thread
 */
public record Throughput(double batchesPerSecond, double medianMillis) {

  private static final double MILLIS_PER_SECOND = 1e3;

  /**
   * Lets some threads work side by side, on batches that are all alike: told by the median of them,
   * which other programs on the machine disturb least.
   *
   * @param work one for each thread, which works through a batch; it is given 0, 1, 2 …
   * @param time all of it; the first two fifths are not counted, for the JIT compiler is at work
   */
  public static Throughput measure(List<IntConsumer> work, Duration time)
      throws InterruptedException {
    double median = median(laps(work, time));
    // Threads beyond the cores only take turns.
    int working = Math.min(work.size(), Runtime.getRuntime().availableProcessors());
    return new Throughput(working * MILLIS_PER_SECOND / median, median);
  }

  /**
   * The same for batches that take long or short, as their documents do: told by all of them
   * together, for the median one has fewer words than the mean one.
   */
  static Throughput measureUnlike(List<IntConsumer> work, Duration time)
      throws InterruptedException {
    List<Laps> laps = laps(work, time);
    double batches = laps.stream().mapToDouble(each -> each.count() / each.seconds()).sum();
    return new Throughput(batches, median(laps));
  }

  private static List<Laps> laps(List<IntConsumer> work, Duration time)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(work.size(), task -> new Thread(task, "docket-benchmark"));
    try {
      List<Laps> laps = new ArrayList<>();
      for (Future<Laps> each : threads.invokeAll(work.stream().map(w -> task(w, time)).toList())) {
        laps.add(get(each));
      }
      return laps;
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

  private static double median(List<Laps> threads) {
    return Median.withDefaults()
        .evaluate(threads.stream().flatMapToDouble(each -> Arrays.stream(each.millis())).toArray());
  }

  private static Laps get(Future<Laps> laps) throws InterruptedException {
    try {
      return laps.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a benchmark failed: " + e.getCause(), e.getCause());
    }
  }
}
