/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Progress as lines for a log: one every ten seconds, and nothing about work shorter than that. For
 * one thread.
 */
public final class PlainProgress implements Indicator {

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final Work work;
  private final LongSupplier clock;
  private final PrintStream err;
  private final long start;
  private long shown;

  /**
   * Starts.
   *
   * @param clock in nanoseconds
   */
  public PlainProgress(Work work, LongSupplier clock, PrintStream err) {
    this.work = work;
    this.clock = clock;
    this.err = err;
    this.start = clock.getAsLong();
    this.shown = start;
  }

  @Override
  public void stepped() {
    long now = clock.getAsLong();
    if (now - shown >= INTERVAL) {
      shown = now;
      show();
    }
  }

  /** The last figures, if there were any before, or if there have been no steps to tell of. */
  @Override
  public void close() {
    if (shown != start || clock.getAsLong() - start >= INTERVAL) {
      show();
    }
  }

  private void show() {
    String left = work.left().map(time -> ", " + Work.time(time) + " left").orElse("");
    err.println(
        "docket: "
            + work.task()
            + (work.counted().isEmpty()
                ? Work.format(": %,.0f seconds%s", work.seconds(), left)
                : Work.format(
                    ": %s%s%s (%,.1f a second)", work.counted(), work.of(), left, work.rate())));
  }
}
