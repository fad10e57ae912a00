/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintStream;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on standard error how long work goes on: a bar with rate and remaining time if that is a
 * terminal, otherwise a plain line now and then. Close it when the work is done.
 */
public final class Progress implements AutoCloseable {

  private static final int TERMINAL_MILLIS = 200;
  private static final int PLAIN_MILLIS = 10_000;
  private static final int MIN_WIDTH = 60;

  private final ProgressBar bar;

  /**
   * Starts.
   *
   * @param task what is done
   * @param unit what is counted
   * @param total how many there will be; -1 if not known
   */
  public Progress(String task, String unit, long total) {
    boolean terminal = System.console() != null;
    PrintStream err = System.err;
    Consumer<String> plain = line -> err.println("docket: " + line.strip());
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(" " + unit, 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(terminal ? TERMINAL_MILLIS : PLAIN_MILLIS)
            .setConsumer(
                terminal
                    ? new ConsoleProgressBarConsumer(err)
                    : new DelegatingProgressBarConsumer(plain, MIN_WIDTH))
            .build();
  }

  /** Some more are done. */
  public void step(long done) {
    bar.stepBy(done);
  }

  @Override
  public void close() {
    bar.close();
  }
}
