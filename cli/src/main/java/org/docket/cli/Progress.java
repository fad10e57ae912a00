/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on standard error how long work goes on: a bar with rate and remaining time if that is a
 * terminal, otherwise a plain line now and then. Close it when the work is done.
 */
public final class Progress implements AutoCloseable {

  /**
   * Set by the launcher, which can ask whether standard error is a terminal. Java cannot: its
   * console is absent as soon as standard output is a file.
   */
  private static final String TERMINAL = "docket.terminal";

  private static final int TERMINAL_MILLIS = 200;

  /** One of both is null. */
  private final ProgressBar bar;

  private final PlainProgress plain;

  /**
   * Starts.
   *
   * @param task what is done
   * @param unit what is counted
   * @param total how many there will be; -1 if not known
   */
  public Progress(String task, String unit, long total) {
    boolean terminal = Boolean.getBoolean(TERMINAL);
    this.bar = terminal ? bar(task, unit, total, System.err) : null;
    this.plain =
        terminal ? null : new PlainProgress(task, unit, total, System::nanoTime, System.err);
  }

  private static ProgressBar bar(String task, String unit, long total, PrintStream err) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(" " + unit, 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(TERMINAL_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(err));
    return (total < 0 ? builder.hideEta() : builder).build();
  }

  /** Some more are done. For one thread. */
  public void step(long done) {
    if (bar != null) {
      bar.stepBy(done);
    } else {
      plain.step(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    } else {
      plain.close();
    }
  }
}
