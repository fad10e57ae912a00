/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BarTextTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong(5);

  @Test
  void showsShareRateAndTimeLeft() {
    Work work = Work.counted("epoch 2/8", "documents", 4000, clock::get);
    work.step(1000);
    clock.addAndGet(5 * SECOND);
    assertThat(text(work, 80).underWay())
        .isEqualTo(
            "epoch 2/8       █████                  25 %  1,000 documents  200/s  0:15 left");
  }

  @Test
  void ofAFileTheShareOfItsBytesIsKnown() {
    Work work = Work.reading("evaluating", "documents", 1 << 20, clock::get);
    work.read(1 << 19);
    work.step(90);
    work.read(1 << 19); // of which nothing is done yet
    clock.addAndGet(3 * SECOND);
    assertThat(text(work, 80).underWay())
        .isEqualTo("evaluating      ██████████             50 %  90 documents  30/s  0:03 left");
  }

  @Test
  void whereTheWholeIsNotKnownTheTimeSoFarIsShown() {
    Work work = Work.reading("evaluating", "documents", -1, clock::get);
    work.step(3);
    clock.addAndGet(3 * SECOND);
    assertThat(text(work, 80).underWay()).isEqualTo("evaluating      3 documents  1.0/s  0:03");
    clock.addAndGet(3600 * SECOND);
    assertThat(text(work, 80).underWay()).endsWith("1:00:03");
  }

  @Test
  void aNarrowTerminalHasWordsWithoutABar() {
    Work work = Work.counted("epoch 2/8", "documents", 4000, clock::get);
    work.step(1000);
    clock.addAndGet(5 * SECOND);
    assertThat(text(work, 60).underWay())
        .isEqualTo("epoch 2/8        25 %  1,000 documents  200/s  0:15 left");
    assertThat(DisplayWidth.of(text(work, 40).underWay())).isLessThan(40);
  }

  @Test
  void aSummaryTellsWhatItCameTo() {
    Work work = Work.counted("reading", "documents", -1, clock::get);
    work.step(1200);
    clock.addAndGet(4 * SECOND);
    assertThat(text(work, 80).done()).isEqualTo("reading         1,200 documents in 4.0 s (300/s)");
    assertThat(text(Work.counted("calibrating", "", -1, clock::get), 80).done())
        .isEqualTo("calibrating     done in 0.0 s");
  }

  @Test
  void onlyTheBarIsPainted() {
    Work work = Work.counted("a", "b", 2, clock::get);
    work.step(1);
    clock.addAndGet(SECOND);
    BarText painted = new BarText(work, new Terminal(true, 80, Glyphs.UNICODE, new Paint(true)));
    assertThat(painted.underWay()).doesNotContain("\u001b");
    assertThat(painted.underWayPainted()).contains("\u001b[36m██████████\u001b[39m");
  }

  private static BarText text(Work work, int columns) {
    return new BarText(work, new Terminal(true, columns, Glyphs.UNICODE, Paint.NONE));
  }
}
