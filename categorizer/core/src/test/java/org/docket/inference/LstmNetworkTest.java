/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.docket.TestModels;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against {@link DoubleReference}, which is written from the equations; DL4J follows in training.
 */
class LstmNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, false, LAST, false",
    "3, 0, false, MEAN_MAX, true",
    "17, 5, false, LAST, false",
    "50, 20, false, LAST, true",
    "64, 0, false, MEAN_MAX, true",
    "65, 0, true, MEAN_MAX, false",
    "7, 3, true, LAST, true",
    "7, 3, true, MEAN_MAX, true",
  })
  void agreesWithTheEquations(
      int first, int second, boolean bidirectional, Pooling pooling, boolean embeddingMean) {
    List<Integer> units = second == 0 ? List.of(first) : List.of(first, second);
    NetworkWeights weights =
        TestModels.weights(
            new NetworkShape(40, 9, units, bidirectional, pooling, embeddingMean, 4), 7);
    LstmNetwork network = new LstmNetwork(weights);
    for (int length : new int[] {1, 2, 3, 33, 200}) {
      int[] ids = new Random(length).ints(length, 0, 40).toArray();
      double[] expected = DoubleReference.logits(weights, ids);
      float[] actual = network.logits(ids);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
      }
    }
  }

  @Test
  void softmaxSurvivesLargeLogitsAndDividesByTheTemperature() {
    assertThat(LstmNetwork.softmax(new float[] {1e30f, 0}, 1)).containsExactly(1, 0);
    double[] halved = LstmNetwork.softmax(new float[] {2, 0}, 2);
    assertThat(halved[0]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThat(halved[0] + halved[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void anEmptyTextIsRefused() {
    LstmNetwork network = new LstmNetwork(TestModels.pooled().network());
    assertThatThrownBy(() -> network.logits(new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
