/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.docket.cli.Interruption;

/**
 * Ctrl-C in a training. The first lets the epoch in hand come to its end, so that the best model so
 * far can be written; the second ends the process, with the last epoch in its checkpoint. Before
 * the first epoch begins there is nothing to be kept: Ctrl-C ends the process.
 */
final class TrainingInterrupt implements AutoCloseable {

  private static final String AGAIN = "; press Ctrl-C again to stop at once";

  private final Path checkpoint;
  private final Consumer<String> tell;
  private final LongSupplier clock;
  private Interruption listening;

  /** What is going on: read by the thread of the signal. */
  private volatile boolean inEpoch;

  private volatile int epoch;
  private volatile int ended;
  private volatile int documents;
  private volatile int learned;
  private volatile long started;
  private volatile long lastEpochNanos;
  private boolean stopped;

  /**
   * Does not listen yet.
   *
   * @param checkpoint that each epoch is kept in
   * @param tell says a line at once
   * @param clock in nanoseconds
   */
  TrainingInterrupt(Path checkpoint, Consumer<String> tell, LongSupplier clock) {
    this.checkpoint = checkpoint;
    this.tell = tell;
    this.clock = clock;
  }

  /** There is a checkpoint of so many epochs already. */
  void resumed(int epochs) {
    ended = epochs;
  }

  void epochStarted(int number, int size) {
    epoch = number;
    documents = size;
    learned = 0;
    started = clock.getAsLong();
    inEpoch = true;
    if (listening == null) {
      listening = Interruption.listen(this::first, this::second);
    }
  }

  void learned(int more) {
    learned += more;
  }

  void epochEnded() {
    lastEpochNanos = clock.getAsLong() - started;
    ended = epoch;
    inEpoch = false;
  }

  /** Whether another epoch is wanted: asked once after each but the last. */
  boolean wantsMore() {
    stopped = listening != null && listening.asked();
    return !stopped;
  }

  /** Whether the training ended because it was asked to. */
  boolean stopped() {
    return stopped;
  }

  @Override
  public void close() {
    if (listening != null) {
      listening.close();
    }
  }

  /** What is said to the first Ctrl-C. */
  void first() {
    tell.accept((inEpoch ? "finishing epoch " + epoch + timeLeft() : "writing the model") + AGAIN);
  }

  /** What is said to the second. */
  void second() {
    tell.accept(
        ended == 0
            ? "stopped in the first epoch: nothing is kept"
            : "stopped; epoch " + ended + " is kept in " + checkpoint + ": go on with --resume");
  }

  /** As long as the last epoch, scoring included; in the first one, as long as its documents. */
  private String timeLeft() {
    long past = clock.getAsLong() - started;
    double left;
    if (lastEpochNanos > 0) {
      left = lastEpochNanos - past;
    } else if (learned > 0) {
      left = (double) past * (documents - learned) / learned;
    } else {
      return "";
    }
    return String.format(Locale.ROOT, " (about %,d s)", Math.max(1, Math.round(left / 1e9)));
  }
}
