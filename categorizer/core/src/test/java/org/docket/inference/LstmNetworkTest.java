/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.docket.TestModels;
import org.docket.kernel.Kernels;
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
    "1, 0, false, LAST, false, false",
    "3, 0, false, MEAN_MAX, true, true",
    "17, 5, false, LAST, false, true",
    "50, 20, false, LAST, true, false",
    "64, 0, false, MEAN_MAX, true, false",
    "65, 0, true, MEAN_MAX, false, false",
    "7, 3, true, LAST, true, true",
    "7, 3, true, MEAN_MAX, true, false",
  })
  void agreesWithTheEquations(
      int first,
      int second,
      boolean bidirectional,
      Pooling pooling,
      boolean embeddingMean,
      boolean ngrams) {
    List<Integer> units = second == 0 ? List.of(first) : List.of(first, second);
    NetworkWeights weights =
        NetworkWeights.random(
            new NetworkShape(40, 9, units, bidirectional, pooling, embeddingMean, ngrams, 4), 7);
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

  @ParameterizedTest
  @CsvSource({
    "1, 0, false, LAST, false, false",
    "3, 0, false, MEAN_MAX, true, false",
    "17, 5, false, LAST, false, true",
    "50, 20, false, LAST, true, false",
    "63, 0, false, LAST, false, false",
    "64, 0, false, MEAN_MAX, true, true",
    "65, 1, true, MEAN_MAX, false, false",
    "7, 3, true, LAST, true, true",
  })
  void kernelsAgreeAndABatchIsItsDocumentsAlone(
      int first,
      int second,
      boolean bidirectional,
      Pooling pooling,
      boolean embeddingMean,
      boolean ngrams) {
    List<Integer> units = second == 0 ? List.of(first) : List.of(first, second);
    NetworkShape shape =
        new NetworkShape(40, 9, units, bidirectional, pooling, embeddingMean, ngrams, 4);
    NetworkWeights weights = NetworkWeights.random(shape, 11);
    LstmNetwork best = new LstmNetwork(weights);
    LstmNetwork scalar = new LstmNetwork(weights, Kernels.scalar());
    for (int size : new int[] {1, 5, 33}) {
      int[][] batch = documents(size, 40);
      float[][] actual = best.logits(batch);
      for (int i = 0; i < size; i++) {
        assertThat(actual[i]).isEqualTo(best.logits(batch[i]));
        double[] probabilities = LstmNetwork.softmax(actual[i], 1);
        double[] expected = LstmNetwork.softmax(scalar.logits(batch[i]), 1);
        assertThat(probabilities).containsExactly(expected, within(1e-5));
      }
    }
  }

  @Test
  void aTableThatWouldBeTooLargeIsNotMade() {
    NetworkShape shape = new NetworkShape(5000, 1, List.of(65), true, Pooling.LAST, true, 4);
    NetworkWeights weights = NetworkWeights.random(shape, 5);
    assertThat(TableInput.fits(shape)).isFalse();
    int[][] batch = documents(9, 5000);
    float[][] actual = new LstmNetwork(weights).logits(batch);
    for (int i = 0; i < batch.length; i++) {
      double[] expected = DoubleReference.logits(weights, batch[i]);
      for (int category = 0; category < 4; category++) {
        assertThat((double) actual[i][category]).isCloseTo(expected[category], within(1e-4));
      }
    }
  }

  @Test
  void aVeryLongDocumentGoesThroughBesideShortOnes() {
    NetworkWeights weights = TestModels.pooled().network();
    int vocabulary = weights.shape().vocabularySize();
    LstmNetwork network = new LstmNetwork(weights);
    int[][] batch = {{1}, new Random(1).ints(6000, 0, vocabulary).toArray(), {0, 1}};
    float[][] actual = network.logits(batch);
    for (int i = 0; i < batch.length; i++) {
      assertThat(actual[i]).isEqualTo(network.logits(batch[i]));
    }
  }

  @Test
  void nothingBehindTheLengthIsRead() {
    LstmNetwork network = new LstmNetwork(TestModels.pooled().network());
    assertThat(network.logits(new int[] {1, 0, 99}, 2)).isEqualTo(network.logits(new int[] {1, 0}));
  }

  /** Of different lengths, 1 among them. */
  private static int[][] documents(int size, int vocabulary) {
    Random random = new Random(size);
    int[][] documents = new int[size][];
    for (int i = 0; i < size; i++) {
      documents[i] = random.ints(1 + i * 7 % 40, 0, vocabulary).toArray();
    }
    return documents;
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
    assertThatThrownBy(() -> network.logits(new int[][] {{1}, {}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(network.logits(new int[0][])).isEmpty();
  }

  @Test
  void anIdOutOfRangeIsRefusedAndTheNextTextIsAnsweredAsEver() {
    NetworkShape shape = new NetworkShape(3, 4, List.of(5), true, Pooling.LAST, false, 2);
    LstmNetwork network = new LstmNetwork(NetworkWeights.random(shape, 5));
    float[] before = network.logits(new int[] {2, 0});
    for (int id : new int[] {-1, 3}) {
      assertThatThrownBy(() -> network.logits(new int[] {0, id, 1}))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(network.logits(new int[] {2, 0})).isEqualTo(before);
  }
}
