/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.util.TrainingParameters;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LstmParametersTest {

  private final TrainingParameters parameters = new TrainingParameters();

  @Test
  void withoutAnyItIsTheDefaultPreset() {
    assertThat(config().parameters()).isEqualTo(TrainingConfig.load("default").parameters());
  }

  @Test
  void whatOpenNlpPutsThereByDefaultIsLeftOut() {
    TrainingParameters defaults = TrainingParameters.defaultParams();
    defaults.put(TrainingParameters.ALGORITHM_PARAM, LstmTrainer.class.getName());

    assertThat(LstmParameters.config(defaults).parameters())
        .isEqualTo(TrainingConfig.load("default").parameters());
  }

  @Test
  void keysTakeThePlaceOfThePresets() {
    parameters.put("preset", "seed");
    parameters.put("training.epochs", "7");
    parameters.put("NETWORK.Units", "9, 8");
    parameters.put("language", " de ");

    TrainingConfig config = config();

    assertThat(config.optimization().epochs()).isEqualTo(7);
    assertThat(config.network().units()).isEqualTo(List.of(9, 8));
    assertThat(config.text().language()).isEqualTo("de");
    assertThat(config.regularization()).isEqualTo(TrainingConfig.load("seed").regularization());
  }

  @Test
  void programsMayGiveNumbersAndFlags() {
    parameters.put("training.seed", 7);
    parameters.put("training", "learningRate", 0.5);
    parameters.put("network.bidirectional", true);

    TrainingConfig config = config();

    assertThat(config.optimization().seed()).isEqualTo(7);
    assertThat(config.optimization().learningRate()).isEqualTo(0.5);
    assertThat(config.network().bidirectional()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.epoch|5|there is no key training.epoch (did you mean \"training.epochs\"?)",
        "trainin.epochs|5|there is no key trainin.epochs (did you mean \"training.epochs\"?)",
        "epochs|5|there is no key epochs (did you mean \"ngrams.epochs\" or \"training.epochs\"?)",
        "Threads|2|there is no key Threads; there are language,",
        "training.epochs|0|training.epochs must be a whole number from 1 to 10000, but is \"0\"",
        "training.learningRate|fast|training.learningRate must be a number from 0.0000001 to 1,",
        "Iterations|50|Iterations=50 is for OpenNLP's own algorithms; give training.epochs",
        "Cutoff|2|Cutoff=2 is for OpenNLP's own algorithms; give vocabulary.minDocuments",
        "TrainerType|Sequence|TrainerType=Sequence is for OpenNLP's own algorithms; leave it out"
      })
  void mistakesAreNamed(String key, String value, String message) {
    parameters.put(key, value);

    assertThatThrownBy(this::config)
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("OpenNLP parameters: " + message);
  }

  @Test
  void aNumberUnderAnUnknownKeyIsRefusedToo() {
    parameters.put("trainin.epochs", 5);

    assertThatThrownBy(this::config)
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("OpenNLP parameters: a key is not known; the keys are preset, ");
  }

  @Test
  void aMissingPresetIsNamed() {
    parameters.put("preset", "nice");

    assertThatThrownBy(this::config)
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("there is no training preset nice");
  }

  @Test
  void theFileThatComesWithDocketNamesOurTrainer() throws IOException {
    Path file = Path.of("../../conf/training/opennlp-lstm.params");
    try (InputStream in = Files.newInputStream(file)) {
      TrainingParameters shipped = new TrainingParameters(in);
      assertThat(shipped.algorithm()).isEqualTo(LstmTrainer.class.getName());
      assertThat(LstmParameters.config(shipped).name()).isEqualTo("OpenNLP parameters");
    }
  }

  private TrainingConfig config() {
    return LstmParameters.config(parameters);
  }
}
