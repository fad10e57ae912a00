/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.timing;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.commons.statistics.descriptive.Median;

/** How long each of some pieces of work took that followed one another. For one thread. */
public final class Laps {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final long start = System.nanoTime();
  private long[] nanos = new long[1024];
  private long last = start;
  private int count;

  /**
   * Works until some time is over, and once at least.
   *
   * @param work is given the number of the lap, counted on from the first
   * @param first the number of the first lap
   */
  public static Laps of(IntConsumer work, int first, Duration time) {
    Laps laps = new Laps();
    do {
      work.accept(first + laps.count);
      laps.end();
    } while (laps.last - laps.start < time.toNanos());
    return laps;
  }

  /** Ends a lap, which began where the one before ended. */
  public void end() {
    long now = System.nanoTime();
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = now - last;
    last = now;
  }

  /** How many there were. */
  public int count() {
    return count;
  }

  /** How long all took together; never 0. */
  public double seconds() {
    return Math.max(1, last - start) / NANOS_PER_SECOND;
  }

  /** How long each took. */
  public double[] millis() {
    return Arrays.stream(nanos, 0, count).mapToDouble(lap -> lap / NANOS_PER_MILLI).toArray();
  }

  /** The median of them, which other programs on the machine disturb least. */
  public double medianMillis() {
    return Median.withDefaults().evaluate(millis());
  }
}
