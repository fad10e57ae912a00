/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.docket.error.DocketException;
import org.docket.model.Pooling;
import org.docket.text.AnalysisSpec;
import org.docket.training.ToyData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingConfigTest {

  @TempDir Path folder;

  @Test
  void theDefaultPresetPoolsOneLayer() {
    TrainingConfig config = TrainingConfig.load("default");

    assertThat(config.name()).isEqualTo("default");
    assertThat(config.network())
        .isEqualTo(new NetworkConfig(100, List.of(32), false, Pooling.MEAN_MAX, true));
    assertThat(config.text().analysis()).isEqualTo(AnalysisSpec.english());
    assertThat(config.regularization().classWeights()).isEqualTo(ClassWeighting.SQRT);
    assertThat(config.ngrams().present()).isTrue();
  }

  @Test
  void theSeedPresetTakesTheLastStepOfTwoLayers() {
    TrainingConfig config = TrainingConfig.load("seed");

    assertThat(config.network())
        .isEqualTo(new NetworkConfig(100, List.of(50, 20), false, Pooling.LAST, false));
    assertThat(config.regularization().layerDropout()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network.units|64, 32, 16|1 to 2 whole numbers from 1 to 4096",
        "network.units|0|1 to 2 whole numbers from 1 to 4096",
        "network.units|64,|1 to 2 whole numbers from 1 to 4096",
        "network.bidirectional|yes|one of true, false",
        "network.pooling|max|one of last, mean_max",
        "network.embedding|1e2|a whole number from 1 to 4096",
        "regularization.wordDropout|0.95|a number from 0 to 0.9",
        "regularization.wordDropout|NaN|a number from 0 to 0.9",
        "regularization.layerDropout|0.2|0 with one LSTM layer: there is nothing between",
        "regularization.classWeights|big|one of none, sqrt, balanced",
        "regularization.teacherShare|1.5|a number from 0 to 1",
        "ngrams.maxBigrams|-1|a whole number from 0 to 5000000",
        "ngrams.penalty|much|a number from 0 to 0.001",
        "ngrams.learningRate|0|a number from 0.001 to 1000",
        "ngrams.classWeights|big|one of none, sqrt, balanced",
        "training.learningRate|fast|a number from 0.0000001 to 1",
        "training.schedule|up|one of constant, cycle",
        "training.layers|slow|one of fast, stock",
        "training.patience|5000|at most training.epochs",
        "text.maxTokens|0|a whole number from 1 to 100000",
        "text.stopWords|german|one of auto, english, none",
        "language|English|an ISO code such as en"
      })
  void anErrorNamesFileKeyValueAndWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> ToyData.config(folder, key, value))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(
            String.format(
                Locale.ROOT,
                "%s: %s must be %s, but is \"%s\"",
                folder.resolve("toy.properties"),
                key,
                allowed,
                value));
  }

  @ParameterizedTest
  @CsvSource({"network.unit, network.units", "training.Seed, training.seed"})
  void anUnknownKeyIsRefusedWithTheNearest(String key, String nearest) {
    assertThatThrownBy(() -> ToyData.config(folder, key, "1"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(
            "toy.properties: there is no key " + key + " (did you mean \"" + nearest + "\"?)");
  }

  /** Presets of before n-grams and teachers have none of these keys, and mean what they meant. */
  @Test
  void aPresetOfBeforeHasNoNgrams() {
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.keySet().removeIf(TrainingConfigTest::isNewer);

    TrainingConfig config = TrainingConfig.load(ToyData.write(folder, values));

    assertThat(config.ngrams().present()).isFalse();
    assertThat(config.regularization().teacherShare()).isEqualTo(0.6);
  }

  /** Together they would shrink all weights to nothing in a step. */
  @Test
  void aPenaltyMustBeSmallBesideTheLearningRate() {
    assertThatThrownBy(
            () -> ToyData.config(folder, "ngrams.learningRate", "1000", "ngrams.penalty", "0.001"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("ngrams.penalty must be at most a tenth of one over");
  }

  private static boolean isNewer(String key) {
    return key.startsWith("ngrams.") || key.equals("regularization.teacherShare");
  }

  @Test
  void everyOtherKeyMustBeThere() {
    TrainingConfig config = TrainingConfig.load("default");
    for (String key : config.parameters().keySet()) {
      if (isNewer(key)) {
        continue;
      }
      Map<String, String> values = new TreeMap<>(config.parameters());
      values.remove(key);
      Path file = ToyData.write(folder, values);

      assertThatThrownBy(() -> TrainingConfig.load(file))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith(
              file
                  + ": the key "
                  + key
                  + " is missing; conf/training/default.properties has "
                  + key);
    }
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    TrainingConfig config =
        ToyData.config(
            folder,
            "language",
            "de",
            "training.learningRate",
            "1",
            "regularization.wordDropout",
            "0",
            "network.units",
            "4096, 1",
            "training.epochs",
            "7",
            "training.patience",
            "7");

    assertThat(config.text().language()).isEqualTo("de");
    assertThat(config.optimization().learningRate()).isEqualTo(1);
    assertThat(config.regularization().wordDropout()).isZero();
    assertThat(config.network().units()).containsExactly(4096, 1);
    assertThat(config.optimization().patience()).isEqualTo(7);
  }

  /** Pinned: another one makes all models other ones. */
  @Test
  void eachEpochHasASeedOfItsOwn() {
    OptimizationConfig optimization = ToyData.config(folder, "training.seed", "42").optimization();

    assertThat(optimization.seed(1)).isEqualTo(42_000_127);
    assertThat(optimization.seed(2)).isEqualTo(42_000_128);
  }

  @Test
  void aPresetNeedNotSayWhoseLayersItTakes() {
    assertThat(ToyData.config(folder).optimization().layers()).isEqualTo(Layers.FAST);
    assertThat(ToyData.config(folder).parameters()).doesNotContainKey("training.layers");
    TrainingConfig stock = ToyData.config(folder, "training.layers", "stock");
    assertThat(stock.optimization().layers()).isEqualTo(Layers.STOCK);
    assertThat(stock.parameters()).containsEntry("training.layers", "stock");
  }

  @Test
  void aMissingPresetIsNamedWithTheOnesThatExist() {
    assertThatThrownBy(() -> TrainingConfig.load("defualt"))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "there is no training preset defualt (did you mean \"default\"?); give one of default, seed, or the path of a"
                + " properties file");
  }

  @Test
  void aPresetWithoutANameIsNoFolder() {
    assertThatThrownBy(() -> TrainingConfig.load(""))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the name of the training preset is empty; give one of default, ");
  }

  @Test
  void aPathIsAPresetToo() throws Exception {
    Path file = ToyData.write(folder, TrainingConfig.load("seed").parameters());

    assertThat(TrainingConfig.load(file.toString()).network())
        .isEqualTo(TrainingConfig.load("seed").network());
    assertThat(TrainingConfig.load(file.toString()).name()).isEqualTo("toy");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("x.properties"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> TrainingConfig.load(file))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("x.properties is no training preset");
  }
}
