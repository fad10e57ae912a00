/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {

  @ParameterizedTest
  @ValueSource(strings = {"default", "seed"})
  void everyTrialIsAPresetThatIsTaken(String preset) {
    SearchSpace space = SearchSpace.around(TrainingConfig.load(preset));
    Map<String, Set<String>> seen = new TreeMap<>();
    for (int number = 1; number <= 300; number++) {
      SortedMap<String, String> changes = space.changes(number, 42);
      TrainingConfig config = space.config(changes); // checks it
      assertThat(config.text().analysis().maxTokens()).isLessThanOrEqualTo(space.maxTokens());
      space
          .keys()
          .forEach(
              key ->
                  seen.computeIfAbsent(key, k -> new HashSet<>())
                      .add(config.parameters().getOrDefault(key, "not set")));
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(space.keys());
    assertThat(seen).allSatisfy((key, values) -> assertThat(values).hasSizeGreaterThan(1));
    assertThat(space.longest().text().analysis().maxTokens()).isEqualTo(space.maxTokens());
  }

  @Test
  void theSpaceIsAroundThePreset() {
    SearchSpace space = SearchSpace.around(TrainingConfig.load("default"));

    assertThat(space.lines())
        .containsExactly(
            "training.learningRate          0.001 to 0.016, evenly on the logarithm",
            "training.batchSize             32 | 64 | 128",
            "regularization.featureDropout  0.1 to 0.5",
            "regularization.wordDropout     0 to 0.25",
            "network.units                  16 | 24 | 32 | 48 | 64",
            "text.maxTokens                 200 | 300 | 400 | 600",
            "ngrams.maxBigrams              300000, or 0 in one of four",
            "ngrams.penalty                 0.0000005 to 0.00005, evenly on the logarithm");
    double low = 0;
    for (int number = 1; number <= 1000; number++) {
      SortedMap<String, String> changes = space.changes(number, 1);
      double rate = Double.parseDouble(changes.getOrDefault("training.learningRate", "0.004"));
      assertThat(rate).isBetween(0.001, 0.016);
      low += rate < 0.004 ? 1 : 0;
    }
    assertThat(low).isBetween(430.0, 570.0); // the middle of the logarithm
  }

  @Test
  void trialsComeFromTheSeedAndTheFirstIsThePreset() {
    SearchSpace space = SearchSpace.around(TrainingConfig.load("default"));

    assertThat(space.changes(0, 42)).isEmpty();
    assertThat(space.changes(3, 42)).isEqualTo(space.changes(3, 42)).isNotEmpty();
    assertThat(space.changes(3, 42)).isNotEqualTo(space.changes(4, 42));
    assertThat(space.changes(3, 42)).isNotEqualTo(space.changes(3, 43));
  }

  /** What stays as it is is no change, and of no n-grams there is no penalty. */
  @Test
  void onlyRealChangesAreTold() {
    SearchSpace space = SearchSpace.around(TrainingConfig.load("seed"));
    for (int number = 1; number <= 200; number++) {
      SortedMap<String, String> changes = space.changes(number, 1);
      assertThat(changes).doesNotContainEntry("network.units", "50, 20");
      assertThat(changes).doesNotContainEntry("ngrams.maxBigrams", "0");
      assertThat(changes).doesNotContainEntry("text.maxTokens", "300");
      if (!changes.containsKey("ngrams.maxBigrams")) {
        assertThat(changes).doesNotContainKey("ngrams.penalty");
      }
    }
  }
}
