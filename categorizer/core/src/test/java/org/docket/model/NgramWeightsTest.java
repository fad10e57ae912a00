/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NgramWeightsTest {

  /** Three known tokens, of which the last is not part of the model, and two bigrams. */
  private static final int[] FREQUENCIES = {0, 9, 4, 0, 3, 1};

  private static final int[] FIRST = {1, 2};
  private static final int[] SECOND = {2, 1};

  @Test
  void roundedWeightsAreWithinHalfAScale() {
    Matrix weights =
        new Matrix(6, 2, new float[] {0, 0, 1.27f, -9, 0.014f, 3, -1.2f, 9, 0.6f, 1, -0.3f, -7});
    NgramWeights ngrams = NgramWeights.quantized(9, FREQUENCIES, FIRST, SECOND, weights);
    assertThat(ngrams.weights()[2]).isEqualTo((byte) 127);
    assertThat(ngrams.weights()[3]).isEqualTo((byte) -127);
    for (int row = 0; row < 6; row++) {
      for (int category = 0; category < 2; category++) {
        assertThat(ngrams.weight(row, category))
            .isCloseTo(weights.get(row, category), within(0.51f * ngrams.scales()[category]));
      }
    }
  }

  @Test
  void weightsNextToZeroKeepTheirSign() {
    float tiny = Float.MIN_VALUE;
    Matrix weights = new Matrix(6, 1, new float[] {0, 190 * tiny, -190 * tiny, tiny, 0, 0});
    NgramWeights ngrams = NgramWeights.quantized(9, FREQUENCIES, FIRST, SECOND, weights);
    assertThat(ngrams.weights()).containsExactly(0, 127, -127, 1, 0, 0);
    Matrix zeros = Matrix.zeros(6, 2);
    assertThat(NgramWeights.quantized(9, FREQUENCIES, FIRST, SECOND, zeros).scales())
        .containsExactly(0, 0);
  }

  @Test
  void rareNgramsCountMoreAndThoseWithoutDocumentsNothing() {
    NgramWeights ngrams = weights(9, FREQUENCIES, FIRST, SECOND);
    assertThat(ngrams.inverseDocumentFrequency(0)).isZero();
    assertThat(ngrams.inverseDocumentFrequency(1)).isEqualTo(1);
    assertThat(ngrams.inverseDocumentFrequency(2)).isEqualTo((float) (1 + Math.log(2)));
    assertThat(ngrams.inverseDocumentFrequency(3)).isZero();
    assertThat(ngrams.vocabularySize()).isEqualTo(4);
    assertThat(ngrams.bigrams()).isEqualTo(2);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    refused("1 document or more", () -> weights(0, new int[6], FIRST, SECOND));
    refused("second tokens", () -> weights(9, FREQUENCIES, FIRST, new int[] {1}));
    refused("cannot be of 2 bigrams", () -> weights(9, new int[2], FIRST, SECOND));
    refused("from 0 to 8, but is 9", () -> weights(8, FREQUENCIES, FIRST, SECOND));
    refused("from 0 to 9, but is -1", () -> weights(9, new int[] {0, -1}, none(), none()));
    refused("unknown token is no n-gram", () -> weights(9, new int[] {1, 1}, none(), none()));
    refused("from 1 to 3", () -> weights(9, FREQUENCIES, new int[] {0, 2}, SECOND));
    refused("from 1 to 3", () -> weights(9, FREQUENCIES, FIRST, new int[] {2, 4}));
    refused("(1, 2) follows (2, 1)", () -> weights(9, FREQUENCIES, SECOND, FIRST));
    int[] twice = {1, 1};
    refused("(1, 1) follows (1, 1)", () -> weights(9, FREQUENCIES, twice, twice));
    refused("12 weights of n-grams", () -> scaled(new byte[11], 1, 1));
    refused("a scale", () -> scaled(new byte[6], -1));
    refused("a scale", () -> scaled(new byte[6], Float.NaN));
    refused("a scale", () -> scaled(new byte[6], Float.POSITIVE_INFINITY));
    refused("cannot be of", () -> scaled(new byte[0]));
    Matrix infinite = new Matrix(6, 1, new float[] {0, Float.POSITIVE_INFINITY, 0, 0, 0, 0});
    refused(
        "a weight is Infinity",
        () -> NgramWeights.quantized(9, FREQUENCIES, FIRST, SECOND, infinite));
  }

  @Test
  void aNetworkHasThemIfItsShapeSaysSo() {
    NetworkShape without = new NetworkShape(4, 3, List.of(2), false, Pooling.LAST, true, 2);
    NetworkShape with = without.withNgrams(true);
    assertThat(with.features()).isEqualTo(without.features() + 2);
    NetworkWeights weights = NetworkWeights.random(with, 1);
    assertThat(weights.ngrams()).isPresent();
    assertThat(NetworkWeights.random(without, 1).ngrams()).isEmpty();
    refused(
        "there are none",
        () ->
            new NetworkWeights(
                with,
                weights.embedding(),
                weights.forward(),
                weights.backward(),
                weights.output(),
                weights.outputBias()));
    NetworkShape larger = new NetworkShape(5, 3, List.of(2), false, Pooling.LAST, true, 2);
    NetworkWeights other = NetworkWeights.random(larger.withNgrams(true), 1);
    refused(
        "of 5 tokens and 2 categories, but are of 4 and 2",
        () ->
            new NetworkWeights(
                other.shape(),
                other.embedding(),
                other.forward(),
                other.backward(),
                other.output(),
                other.outputBias(),
                weights.ngrams()));
  }

  private static NgramWeights weights(int documents, int[] frequencies, int[] first, int[] second) {
    return new NgramWeights(
        documents, frequencies, first, second, new byte[frequencies.length], new float[] {1});
  }

  private static NgramWeights scaled(byte[] weights, float... scales) {
    return new NgramWeights(9, FREQUENCIES, FIRST, SECOND, weights, scales);
  }

  private static int[] none() {
    return new int[0];
  }

  private static void refused(String what, ThrowingCallable part) {
    assertThatThrownBy(part)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
  }
}
