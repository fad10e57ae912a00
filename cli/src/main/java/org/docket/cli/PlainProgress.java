/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress as lines for a log: one every ten seconds, and nothing about work shorter than that. */
final class PlainProgress {

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final String task;
  private final String unit;
  private final long total;
  private final LongSupplier clock;
  private final PrintStream err;
  private final long start;
  private long shown;
  private long done;

  /**
   * Starts.
   *
   * @param total how many there will be; -1 if not known
   * @param clock in nanoseconds
   */
  PlainProgress(String task, String unit, long total, LongSupplier clock, PrintStream err) {
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.clock = clock;
    this.err = err;
    this.start = clock.getAsLong();
    this.shown = start;
  }

  void step(long more) {
    done += more;
    long now = clock.getAsLong();
    if (now - shown >= INTERVAL) {
      shown = now;
      show(now);
    }
  }

  /** The last figures, if there were any before. */
  void close() {
    if (shown != start) {
      show(clock.getAsLong());
    }
  }

  private void show(long now) {
    double rate = done * 1e9 / Math.max(1, now - start);
    String rest = "";
    if (total > done && rate > 0) {
      Duration left = Duration.ofSeconds(Math.round((total - done) / rate));
      rest =
          String.format(
              Locale.ROOT, " of %,d, %d:%02d left", total, left.toMinutes(), left.toSecondsPart());
    }
    err.printf(
        Locale.ROOT, "docket: %s: %,d %s%s (%,.1f a second)%n", task, done, unit, rest, rate);
  }
}
