/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.model.Matrix;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.NgramWeights;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramLogitsTest {

  /**
   * What {@code TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)} of scikit-learn
   * 1.9.1 makes of {@code "a b c a", "b c", "a a b d", "d c b a b"}: the n-grams a, b, c, d, a b, b
   * c. With weights of the identity the logits are the vectors.
   */
  private static final NgramWeights SCIKIT_LEARN =
      NgramWeights.quantized(
          4, new int[] {0, 3, 4, 3, 2, 3, 2}, new int[] {1, 2}, new int[] {2, 3}, identity(7));

  @Test
  void vectorsAreThoseOfScikitLearn() {
    vector(new int[] {1, 2, 3, 1, 2, 1}, 0.6131993, 0.4044704, 0.2921928, 0, 0.4947254, 0.3609162);
    vector(new int[] {4, 4, 4, 2}, 0, 0.3007884, 0, 0.9536909, 0, 0);
  }

  @Test
  void anUnknownTokenBreaksABigram() {
    vector(new int[] {1, 0, 2}, 0.7741911, 0.6329519, 0, 0, 0, 0);
    vector(new int[] {1, 2}, 0.6121720, 0.5004907, 0, 0, 0.6121720, 0);
  }

  @Test
  void aTextWithoutNgramsOfTheModelHasNoLogits() {
    NgramWeights one =
        NgramWeights.quantized(2, new int[] {0, 0, 2}, new int[0], new int[0], identity(3));
    NgramLogits logits = new NgramLogits(one);
    assertThat(logits.logits(new int[] {0, 1, 0, 1})).containsOnly(0);
    assertThat(logits.logits(new int[] {1, 2, 1})).containsExactly(0, 0, 1);
    assertThat(logits.logits(new int[0])).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "40, 9", "300, 3", "5000, 77"})
  void agreesWithMapsOfStrings(int vocabulary, int categories) {
    NetworkShape shape =
        new NetworkShape(vocabulary, 2, List.of(1), false, Pooling.LAST, false, categories);
    NgramWeights weights =
        NetworkWeights.random(shape.withNgrams(true), vocabulary).ngrams().orElseThrow();
    NgramLogits logits = new NgramLogits(weights);
    NgramCounts counts = new NgramCounts();
    for (int length : new int[] {1, 2, 7, 100, 3000, 7}) {
      int[] ids = zipf(length, vocabulary);
      double[] expected = NgramReference.logits(weights, ids);
      float[] actual = logits.logits(ids, length, counts);
      for (int category = 0; category < categories; category++) {
        assertThat((double) actual[category]).isCloseTo(expected[category], within(1e-4));
      }
      assertThat(logits.logits(ids)).isEqualTo(actual);
    }
  }

  @Test
  void bigramsThatCrowdOnePlaceAreRefused() {
    int vocabulary = 600_000;
    // A table of so many would put these into its first thousandth.
    int[] second =
        IntStream.range(1, vocabulary)
            .filter(id -> Integer.toUnsignedLong(id * 0x9E3779B9) < 1L << 24)
            .toArray();
    assertThat(second).hasSizeGreaterThan(2000);
    assertThatThrownBy(() -> new NgramLogits(bigramsOfOne(vocabulary, second)))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("too many of its bigrams that begin with token 1 share a place");
  }

  @Test
  void aTokenMayHaveBigramsWithAllOthers() {
    int[] all = IntStream.range(1, 300_000).toArray();
    int[] odd = IntStream.range(1, 150_000).map(i -> 2 * i - 1).toArray();
    for (int[] second : List.of(all, odd)) {
      NgramLogits logits = new NgramLogits(bigramsOfOne(300_000, second));
      for (int i = 0; i < second.length; i += 17) {
        assertThat(logits.logits(new int[] {1, second[i]})[0]).isEqualTo(1);
      }
    }
  }

  @Test
  void moreTokensThanARecordCanTellApartAreRefused() {
    NgramWeights weights =
        new NgramWeights(
            1, new int[1 << 24], new int[0], new int[0], new byte[1 << 24], new float[1]);
    assertThatThrownBy(() -> new NgramLogits(weights))
        .isInstanceOf(DocketException.class)
        .hasMessage("n-grams can be of 16777215 tokens at most, but its vocabulary has 16777216");
  }

  @Test
  void anIdOutOfRangeIsRefused() {
    NgramLogits logits = new NgramLogits(SCIKIT_LEARN);
    for (int id : new int[] {-1, 5}) {
      assertThatThrownBy(() -> logits.logits(new int[] {1, id}))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(logits.logits(new int[] {4})[4]).isEqualTo(1);
  }

  @Test
  void nothingBehindTheLengthIsRead() {
    NgramLogits logits = new NgramLogits(SCIKIT_LEARN);
    assertThat(logits.logits(new int[] {1, 2, 3, 99}, 3, new NgramCounts()))
        .isEqualTo(logits.logits(new int[] {1, 2, 3}));
  }

  /** Bigrams that begin with token 1 and alone count, with a weight of 1. */
  private static NgramWeights bigramsOfOne(int vocabulary, int[] second) {
    int[] first = new int[second.length];
    int[] frequencies = new int[vocabulary + second.length];
    byte[] weights = new byte[frequencies.length];
    Arrays.fill(first, 1);
    Arrays.fill(frequencies, vocabulary, frequencies.length, 1);
    Arrays.fill(weights, vocabulary, weights.length, (byte) 1);
    return new NgramWeights(1, frequencies, first, second, weights, new float[] {1});
  }

  private static void vector(int[] ids, double... expected) {
    float[] actual = new NgramLogits(SCIKIT_LEARN).logits(ids);
    assertThat(actual[0]).isZero();
    for (int row = 1; row < actual.length; row++) {
      assertThat((double) actual[row]).isCloseTo(expected[row - 1], within(1e-6));
    }
  }

  private static Matrix identity(int rows) {
    Matrix matrix = Matrix.zeros(rows, rows);
    for (int row = 0; row < rows; row++) {
      matrix.values()[row * rows + row] = 1;
    }
    return matrix;
  }

  /** Ids as {@link NetworkWeights#random} draws those of bigrams, and unknown ones. */
  private static int[] zipf(int length, int vocabulary) {
    Random random = new Random(length);
    return random
        .doubles(length)
        .mapToInt(share -> random.nextInt(10) == 0 ? 0 : (int) Math.pow(vocabulary, share))
        .map(id -> Math.min(id, vocabulary - 1))
        .toArray();
  }
}
