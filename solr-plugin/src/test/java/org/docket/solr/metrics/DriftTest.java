/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {

  private final Drift drift = new Drift(Answers.MODEL);

  @Test
  void hasNoIndexBeforeAQuarterOfTheWindowIsThere() {
    add(249, "a");
    assertThat(drift.values()).doesNotContainKeys("psi", "recentPsi");

    add(1, "a");
    assertThat(drift.values()).containsKeys("psi", "recentPsi");
  }

  @Test
  void isLowForTheExpectedMix() {
    for (int i = 0; i < 100; i++) {
      add(5, "a");
      add(3, "b");
      add(2, "c");
    }

    assertThat(drift.values().get("psi")).isCloseTo(0, within(1e-5));
    assertThat(drift.values().get("recentPsi")).isCloseTo(0, within(1e-5));
  }

  @Test
  void theLatestAnswersShowItFirst() {
    for (int i = 0; i < 1000; i++) {
      add(5, "a");
      add(3, "b");
      add(2, "c");
    }
    add(1000, "c");

    Map<String, Double> values = drift.values();
    assertThat(values.get("psi")).isBetween(0.001, 0.1);
    assertThat(values.get("recentPsi")).isGreaterThan(1);
    assertThat(values).containsEntry("recentDocuments", 1000.0);
  }

  @Test
  void theLatestAnswersForgetWhatWasBefore() {
    add(1000, "c");
    for (int i = 0; i < 100; i++) {
      add(5, "a");
      add(3, "b");
      add(2, "c");
    }

    assertThat(drift.values().get("recentPsi")).isCloseTo(0, within(1e-5));
    assertThat(drift.values().get("psi")).isGreaterThan(0.25);
  }

  @Test
  void tellsHowSureTheModelIs() {
    drift.add(Answers.best("a", 1));
    drift.add(Answers.best("b", 0.5));

    assertThat(drift.values()).containsEntry("baselineMeanConfidence", 0.8);
    assertThat(drift.values().get("meanConfidence")).isCloseTo(0.75, within(1e-12));
    assertThat(drift.values().get("recentMeanConfidence")).isCloseTo(0.75, within(1e-12));
  }

  /** What is left of sums of doubles must not be divided by nothing. */
  @Test
  void ofAbstentionsAloneThereIsNoConfidence() {
    for (int i = 0; i < 1000; i++) {
      drift.add(Answers.best("a", 0.3 + i % 7 * 0.1));
    }
    for (int i = 0; i < 1000; i++) {
      drift.add(Answers.abstaining());
    }

    assertThat(drift.values()).doesNotContainKey("recentMeanConfidence");
  }

  @Test
  void tellsHowOftenTheModelAbstains() {
    for (int i = 0; i < 1000; i++) {
      drift.add(Answers.best("a", 1));
    }
    for (int i = 0; i < 500; i++) {
      drift.add(Answers.abstaining());
    }

    Map<String, Double> values = drift.values();
    assertThat(values.get("abstained")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(values).containsEntry("recentAbstained", 0.5);
    assertThat(values.get("baselineAbstained")).isCloseTo(1.0 / 101, within(1e-12));
  }

  @Test
  void abstentionsAreInNoMix() {
    for (int i = 0; i < 249; i++) {
      drift.add(Answers.best("a", 0.9));
      drift.add(Answers.abstaining());
    }

    assertThat(drift.values()).doesNotContainKeys("psi", "recentPsi");
    assertThat(drift.values().get("recentMeanConfidence")).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void tellsNothingOfAMeanBeforeThereIsAnAnswer() {
    assertThat(drift.values())
        .containsOnlyKeys("recentDocuments", "baselineAbstained", "baselineMeanConfidence");
  }

  @Test
  void countsWithoutABaselineToo() {
    Drift without = new Drift(withoutBaseline());
    for (int i = 0; i < 1000; i++) {
      without.add(Answers.best("a", 0.9));
    }

    assertThat(without.values())
        .containsOnlyKeys(
            "recentDocuments",
            "meanConfidence",
            "recentMeanConfidence",
            "abstained",
            "recentAbstained");
  }

  @Test
  void looksBackFurtherTheMoreCategoriesThereAre() {
    assertThat(Drift.window(2)).isEqualTo(1_000);
    assertThat(Drift.window(50)).isEqualTo(5_000);
    assertThat(Drift.window(1_000_000)).isEqualTo(100_000);
  }

  private void add(int times, String category) {
    for (int i = 0; i < times; i++) {
      drift.add(Answers.best(category, 0.9));
    }
  }

  private static ModelInfo withoutBaseline() {
    ModelInfo model = Answers.MODEL;
    return new ModelInfo(
        model.name(), model.sha256(), model.kernel(), model.categories(), Optional.empty());
  }
}
