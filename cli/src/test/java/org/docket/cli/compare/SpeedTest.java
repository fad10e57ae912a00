/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.junit.jupiter.api.Test;

class SpeedTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void modelsTakeTurnsAndEachRoundBeginsWithAnother() {
    List<TextCategorizer> models = List.of(new Slow("a", 0), new Slow("b", 0), new Slow("c", 0));
    int[] turns = {0};
    new Speed(models, List.of("text"), Duration.ZERO, () -> turns[0]++).docsPerSecond(2);
    assertThat(calls).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
    assertThat(turns[0]).isEqualTo(9);
  }

  @Test
  void aModelThatTakesTenMillisecondsDoesAtMostAHundredASecond() {
    List<TextCategorizer> models = List.of(new Slow("a", 10), new Slow("b", 1));
    List<String> texts = List.of("one", "two", "three");
    double[] rates = new Speed(models, texts, Duration.ofMillis(50), () -> {}).docsPerSecond(3);
    assertThat(rates[0]).isBetween(10.0, 100.0);
    assertThat(rates[1]).isGreaterThan(2 * rates[0]);
    // 50 ms are full after two times three texts of 10 ms: one turn to warm up, three that count.
    assertThat(calls.stream().filter("a"::equals).count()).isBetween(12L, 24L);
  }

  @Test
  void nothingToMeasureWith() {
    assertThatThrownBy(() -> new Speed(List.of(), List.of(), Duration.ZERO, () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Takes some time for each text. */
  private final class Slow implements TextCategorizer {

    private final String name;
    private final int millis;

    Slow(String name, int millis) {
      this.name = name;
      this.millis = millis;
    }

    @Override
    public List<String> categories() {
      return List.of("x");
    }

    @Override
    public Categorization categorize(String text) {
      calls.add(name);
      long end = System.nanoTime() + millis * 1_000_000L;
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
      return new Categorization(List.of(new ScoredCategory("x", 1)), 1, 1, false);
    }

    @Override
    public List<Categorization> categorizeAll(List<String> texts) {
      return texts.stream().map(this::categorize).toList();
    }
  }
}
