/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How far work has come, and how long the rest of it takes. Safe for use by many threads. */
public final class Work {

  /** Less than this says nothing of how long the rest takes. */
  private static final double TOO_EARLY = 0.005;

  private static final int MINUTES_OF_HOUR = 60;

  private final String task;
  private final String unit;
  private final long total;
  private final boolean measuredByBytes;
  private final LongSupplier clock;
  private final long start;
  private final LongAdder done = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  /** The bytes of what is done: reading is ahead of it. */
  private volatile long bytesDone;

  private Work(String task, String unit, long total, boolean measuredByBytes, LongSupplier clock) {
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.measuredByBytes = measuredByBytes;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /**
   * Work of which is known how much there is, or not.
   *
   * @param task what is done
   * @param unit what is counted; empty if nothing is
   * @param total how many there will be; -1 if not known
   * @param clock in nanoseconds
   */
  public static Work counted(String task, String unit, long total, LongSupplier clock) {
    return new Work(task, unit, total, false, clock);
  }

  /**
   * Work on files: how many documents they have is not known, but how many of their bytes have been
   * read. For packed files those are the packed ones.
   *
   * @param bytes of all files; -1 if not known
   */
  public static Work reading(String task, String unit, long bytes, LongSupplier clock) {
    return new Work(task, unit, bytes, true, clock);
  }

  /** Some more are done. */
  public void step(long more) {
    done.add(more);
    bytesDone = bytes.sum();
  }

  /** Some more bytes have been read. */
  public void read(long more) {
    bytes.add(more);
  }

  String task() {
    return task;
  }

  /** What was counted, such as 1,200 documents; empty if nothing is. */
  String counted() {
    return unit.isEmpty() ? "" : format("%,d %s", done.sum(), unit);
  }

  /** The number that is not known otherwise, of the whole; empty if there is none. */
  String of() {
    if (total <= done.sum() && !measuredByBytes || share().isEmpty()) {
      return "";
    }
    return measuredByBytes
        ? format(", %.0f %% of the input", 100 * share().getAsDouble())
        : format(" of %,d", total);
  }

  /** How much of the whole is done, from 0 to 1, if that is known. */
  OptionalDouble share() {
    long part = measuredByBytes ? bytesDone : done.sum();
    return total <= 0 || measuredByBytes && part == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) part / total));
  }

  /** How many in a second. */
  double rate() {
    return done.sum() / Math.max(1e-9, seconds());
  }

  double seconds() {
    return (clock.getAsLong() - start) / 1e9;
  }

  /** How long the rest takes, if it goes on like this. */
  Optional<Duration> left() {
    double share = share().orElse(0);
    return share < TOO_EARLY || share >= 1
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.round(seconds() * (1 - share) / share)));
  }

  /** Minutes and seconds; hours if there are any. */
  static String time(Duration time) {
    return time.toHours() > 0
        ? format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : format("%d:%02d", time.toMinutes() % MINUTES_OF_HOUR, time.toSecondsPart());
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
