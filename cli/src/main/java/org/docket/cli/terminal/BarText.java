/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Work under way, and work done, as one line of a terminal. */
final class BarText {

  /** Most tasks take so much, so that what stands behind them is aligned. */
  private static final int TASK = 14;

  private static final int BAR = 20;

  private static final String GAP = "  ";

  private final Work work;
  private final Terminal terminal;

  BarText(Work work, Terminal terminal) {
    this.work = work;
    this.terminal = terminal;
  }

  /** How far it is: name, share and bar if the whole is known, count, rate, time left. */
  String underWay() {
    return line(Paint.NONE);
  }

  /** The same with colours. */
  String underWayPainted() {
    return line(terminal.paint());
  }

  /** What it came to. */
  String done() {
    String counted = work.counted().isEmpty() ? "done" : work.counted();
    String rate = work.counted().isEmpty() ? "" : " (" + rate() + ")";
    return fit(task() + GAP + counted + Work.format(" in %,.1f s", work.seconds()) + rate);
  }

  private String line(Paint paint) {
    List<String> parts = new ArrayList<>();
    OptionalDouble share = work.share();
    share.ifPresent(known -> parts.add(Work.format("%3.0f %%", 100 * known)));
    if (!work.counted().isEmpty()) {
      parts.add(work.counted());
      parts.add(rate());
    }
    parts.add(
        work.left()
            .map(left -> Work.time(left) + " left")
            .orElseGet(() -> Work.time(Duration.ofSeconds((long) work.seconds()))));
    String words = String.join(GAP, parts);
    int room = room() - DisplayWidth.of(task()) - DisplayWidth.of(words) - 2 * GAP.length();
    if (share.isEmpty() || room < BAR / 2) {
      return fit(task() + GAP + words);
    }
    String bar = terminal.glyphs().bar(share.getAsDouble() * Math.min(BAR, room));
    String rest = " ".repeat(Math.min(BAR, room) - DisplayWidth.of(bar));
    return task() + GAP + paint.bar(bar) + rest + GAP + words;
  }

  private String rate() {
    return Work.format(work.rate() < 10 ? "%.1f/s" : "%,.0f/s", work.rate());
  }

  private String task() {
    return DisplayWidth.pad(work.task(), TASK);
  }

  /** The last column stays free: some terminals go on in the next line once it is taken. */
  private int room() {
    return terminal.columns() - 1;
  }

  private String fit(String line) {
    return DisplayWidth.cut(line, room(), terminal.glyphs().ellipsis());
  }
}
