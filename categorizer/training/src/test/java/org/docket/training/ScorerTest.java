/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.inference.LstmNetwork;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.ToyTexts;
import org.docket.training.network.TrainableNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {

  private static final List<String> CATEGORIES = List.of("card", "loan", "mortgage");
  private static final int TEXTS = 20;

  @TempDir Path folder;
  private EncodedTexts texts;
  private LstmNetwork network;

  /** A text is its number, twice; the network has not learned anything. */
  @BeforeEach
  void make() {
    List<int[]> ids = new ArrayList<>();
    int[] labels = new int[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
      ids.add(new int[] {i + 1, i + 1});
      labels[i] = i * 7 % 3;
    }
    texts = ToyTexts.encoded(ids, labels);
    TrainingConfig config = ToyData.config(folder);
    TrainableNetwork fresh =
        TrainableNetwork.of(
            config.network().shape(TEXTS + 1, 3), config, 1, new double[] {1, 1, 1});
    network = new LstmNetwork(fresh.weights());
  }

  @Test
  void theLossIsTheMeanLogLossAndTheAccuracyTheShareOfHits() {
    double loss = 0;
    int hits = 0;
    for (int i = 0; i < TEXTS; i++) {
      double[] p = LstmNetwork.softmax(network.logits(new int[] {i + 1, i + 1}), 1);
      double ofLabel = p[i * 7 % 3];
      loss -= Math.log(ofLabel) / TEXTS;
      hits += ofLabel >= Math.max(p[0], Math.max(p[1], p[2])) ? 1 : 0;
    }

    Scores scores = Scorer.onAll(CATEGORIES, texts).score(network);

    assertThat(scores.loss()).isCloseTo(loss, within(1e-6));
    assertThat(scores.accuracy()).isCloseTo((double) hits / TEXTS, within(1e-9));
    assertThat(scores.macroF1()).isBetween(0.0, 1.0);
  }

  @Test
  void theCalibratedLossIsTheLeastOfAllTemperatures() {
    Scorer scorer = Scorer.onAll(CATEGORIES, texts);
    Scores calibrated = scorer.calibratedScore(network).scores();

    assertThat(calibrated.loss()).isLessThan(scorer.score(network).loss());
    for (double temperature : new double[] {0.1, 0.5, 2, 10}) {
      double loss = 0;
      for (int i = 0; i < TEXTS; i++) {
        double[] p = LstmNetwork.softmax(network.logits(new int[] {i + 1, i + 1}), temperature);
        loss -= Math.log(p[i * 7 % 3]) / TEXTS;
      }
      assertThat(calibrated.loss()).isLessThanOrEqualTo(loss + 1e-9);
    }
    assertThat(calibrated.accuracy()).isEqualTo(scorer.score(network).accuracy());
  }

  @Test
  void aSampleIsTheSameWithTheSameSeedAndNoLargerThanAllTexts() {
    float[] few = logits(Scorer.onSample(CATEGORIES, texts, 5, 1));

    assertThat(few).hasSize(5).doesNotHaveDuplicates();
    assertThat(logits(Scorer.onSample(CATEGORIES, texts, 5, 1))).isEqualTo(few);
    assertThat(logits(Scorer.onSample(CATEGORIES, texts, 5, 2))).isNotEqualTo(few);
    assertThat(logits(Scorer.onSample(CATEGORIES, texts, 50, 1)))
        .containsExactlyInAnyOrder(logits(Scorer.onAll(CATEGORIES, texts)));
  }

  @Test
  void thePredictionIsTheLikeliestCategoryAndOfEqualsTheFirst() {
    assertThat(predicted(0.2, 0.3, 0.5)).isEqualTo("mortgage");
    assertThat(predicted(0.4, 0.3, 0.3)).isEqualTo("card");
    assertThat(predicted(0.2, 0.4, 0.4)).isEqualTo("loan");
    assertThat(Scorer.prediction(CATEGORIES, "loan", new double[] {0.1, 0.7, 0.2}).confidence())
        .isEqualTo(0.7);
  }

  private static String predicted(double... probabilities) {
    return Scorer.prediction(CATEGORIES, "loan", probabilities).predicted();
  }

  /** The first logit of each text tells the texts apart. */
  private float[] logits(Scorer scorer) {
    List<float[]> logits = scorer.logits(network);
    float[] first = new float[logits.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = logits.get(i)[0];
    }
    return first;
  }
}
