/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Progress as a line of a terminal that is drawn again five times a second. It goes when the work
 * is over; a line with what it came to stays, unless the work was short.
 */
public final class BarProgress implements Indicator {

  private static final int MILLIS = 200;

  /** Nobody has read what was shown for a shorter time. */
  private static final double SHORT_SECONDS = 1;

  private final Work work;
  private final BarText text;
  private final StatusLine line;
  private final PrintStream summaries;
  private final ProgressBar ticks;

  /**
   * Starts.
   *
   * @param summaries gets the line that stays
   */
  public BarProgress(Work work, Terminal terminal, StatusLine line, PrintStream summaries) {
    this.work = work;
    this.text = new BarText(work, terminal);
    this.line = line;
    this.summaries = summaries;
    this.ticks =
        new ProgressBarBuilder()
            .setUpdateIntervalMillis(MILLIS)
            .continuousUpdate()
            .setRenderer((state, length) -> text.underWay())
            .setConsumer(
                new DelegatingProgressBarConsumer(
                    shown -> line.show(shown, text.underWayPainted()), terminal.columns()))
            .build();
  }

  @Override
  public void stepped() {
    // It is drawn again soon enough.
  }

  @Override
  public void close() {
    ticks.close();
    line.clear();
    if (work.seconds() >= SHORT_SECONDS) {
      summaries.println(text.done());
    }
  }
}
