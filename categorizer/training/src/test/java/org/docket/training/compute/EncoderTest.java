/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

  private static final int VOCABULARY = 2000;
  private static final int SIZE = 12;
  private static final int TEXTS = 150;

  static Stream<NetworkShape> shapes() {
    return Stream.of(
        new NetworkShape(VOCABULARY, SIZE, List.of(16, 5), false, Pooling.LAST, false, 1),
        new NetworkShape(VOCABULARY, SIZE, List.of(9, 7), true, Pooling.MEAN_MAX, true, 1));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theSameBitsWhateverTheNumberOfThreads(NetworkShape shape) {
    List<float[]> one = run(shape, 1);

    for (int threads : new int[] {2, 3, 8}) {
      List<float[]> many = run(shape, threads);
      for (int i = 0; i < one.size(); i++) {
        assertThat(many.get(i)).isEqualTo(one.get(i));
      }
    }
  }

  static Stream<Arguments> shapesWithAndWithoutDropout() {
    return shapes().flatMap(shape -> Stream.of(arguments(shape, 0.0), arguments(shape, 0.3)));
  }

  /**
   * Along a random direction, with the loss half the sum of the squared features, and with what is
   * dropped held still.
   */
  @ParameterizedTest
  @MethodSource("shapesWithAndWithoutDropout")
  void gradientsAreFiniteDifferences(NetworkShape shape, double dropRate) {
    Random random = new Random(4);
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    Encoder encoder = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    List<float[]> weights = weights(encoder, random);
    float[] features = forward(encoder, weights, embedding, dropRate);
    float[] gradients = gradients(encoder, features, 0);

    List<float[]> direction = new ArrayList<>();
    for (float[] values : weights) {
      direction.add(floats(random, values.length, 1));
    }
    float[] embeddingDirection = floats(random, embedding.length, 1);
    // Gradients are those of the mean over the texts.
    double expected = TEXTS * dot(gradients, flat(embeddingDirection, direction));
    double step = 2e-4; // small: where another token becomes the maximum there is a kink
    double above = loss(encoder, weights, direction, embedding, embeddingDirection, step, dropRate);
    double below =
        loss(encoder, weights, direction, embedding, embeddingDirection, -step, dropRate);

    double actual = (above - below) / (2 * step);
    assertThat(actual).isCloseTo(expected, within(2e-3 * Math.abs(expected)));
  }

  /**
   * The upper layer is set to hand on what it reads: all gates are open, nothing is remembered, and
   * the candidate of a unit is the output of the unit below, so that the feature is
   * tanh(tanh(that)).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5})
  void dropsItsShareBetweenLayersAndScalesTheRest(double rate) {
    int units = 16;
    NetworkShape shape =
        new NetworkShape(VOCABULARY, SIZE, List.of(units, units), false, Pooling.LAST, false, 1);
    Random random = new Random(1);
    Encoder encoder = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    weights(encoder, random);
    handOn(encoder.weights().cells().get(1));

    float[] plain = encoder.run(batch(), reader(embedding), 0, 1);
    float[] dropped = encoder.run(batch(), reader(embedding), rate, 1);

    int zeros = 0;
    for (int i = 0; i < plain.length; i++) {
      double value = handedOn(dropped[i]);
      boolean isDropped = Math.abs(value) < 1e-6;
      zeros += isDropped ? 1 : 0;
      double expected = isDropped ? 0 : handedOn(plain[i]) / (1 - rate);
      assertThat(value).isCloseTo(expected, within(1e-5));
    }
    assertThat((double) zeros / plain.length).isCloseTo(rate, within(0.03));
    assertThat(encoder.run(batch(), reader(embedding), rate, 1)).isEqualTo(dropped);
    assertThat(encoder.run(batch(), reader(embedding), rate, 2)).isNotEqualTo(dropped);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void embeddingAndLayersAreCutToTheNormEachOnItsOwn(NetworkShape shape) {
    Random random = new Random(5);
    Encoder encoder = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    List<float[]> weights = weights(encoder, random);
    float[] features = forward(encoder, weights, embedding);
    float[] whole = gradients(encoder, features, 0);
    encoder.run(batch(), reader(embedding), 0, 0);

    float[] cut = gradients(encoder, features, 1e-3);

    int start = 0;
    for (int length :
        Stream.concat(Stream.of(embedding), weights.stream()).mapToInt(w -> w.length).toArray()) {
      float[] before = Arrays.copyOfRange(whole, start, start + length);
      float[] after = Arrays.copyOfRange(cut, start, start + length);
      double norm = Math.sqrt(dot(before, before));
      assertThat(norm).isGreaterThan(1e-3);
      for (int i = 0; i < length; i++) {
        assertThat(after[i]).isCloseTo((float) (before[i] * 1e-3 / norm), within(1e-9f));
      }
      start += length;
    }
  }

  /** One after the other: first the embedding, which is read row by row, then each LSTM. */
  @ParameterizedTest
  @MethodSource("shapes")
  void takesAllWeightsOutOfOneBuffer(NetworkShape shape) {
    Random random = new Random(7);
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    Encoder encoder = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    List<float[]> weights = weights(encoder, random);
    Encoder other = new Encoder(shape, TrainingKernels.best(), new Workers(2));

    other.setWeights(FloatBuffer.wrap(flat(embedding, weights)));

    assertThat(other.run(batch(), reader(embedding), 0, 0))
        .isEqualTo(encoder.run(batch(), reader(embedding), 0, 0));
  }

  /** The arrays are those of the batch before. */
  @ParameterizedTest
  @MethodSource("shapes")
  void aBatchLeavesNothingToTheNext(NetworkShape shape) {
    Random random = new Random(8);
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    Encoder fresh = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    List<float[]> weights = weights(fresh, random);
    Encoder used = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    gradients(used, forward(used, weights, embedding, 0.3), 0);
    Batch small = new Batch(new int[][] {{5, 9, 5}, {7}}, VOCABULARY);
    Batch same = new Batch(new int[][] {{5, 9, 5}, {7}}, VOCABULARY);

    float[] expected = fresh.run(small, reader(embedding), 0, 0);

    assertThat(used.run(same, reader(embedding), 0, 0)).isEqualTo(expected);
    assertThat(gradients(used, expected, 0)).isEqualTo(gradients(fresh, expected, 0));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void whatIsNoNumberShowsInTheFeatures(NetworkShape shape) {
    Random random = new Random(6);
    Encoder encoder = new Encoder(shape, TrainingKernels.best(), new Workers(2));
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    List<float[]> weights = weights(encoder, random);
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      weights.get(1)[7] = bad;
      assertThat(forward(encoder, weights, embedding)).containsOnly(Float.NaN);
      weights.get(1)[7] = 0;
      int used = batch().id(3) * SIZE;
      embedding[used + 2] = bad;
      assertThat(forward(encoder, weights, embedding)).containsOnly(Float.NaN);
      embedding[used + 2] = 0;
      assertThat(forward(encoder, weights, embedding)).doesNotContain(Float.NaN);
    }
  }

  @Test
  void badBatchesAreRefused() {
    assertThatThrownBy(() -> new Batch(new int[][] {{1}, {}}, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no token");
    assertThatThrownBy(() -> new Batch(new int[][] {{1, 5}}, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 4, but one is 5");
  }

  private static List<float[]> run(NetworkShape shape, int threads) {
    Random random = new Random(2);
    Encoder encoder = new Encoder(shape, TrainingKernels.best(), new Workers(threads));
    float[] embedding = floats(random, VOCABULARY * SIZE, 0.5);
    weights(encoder, random);
    List<float[]> results = new ArrayList<>();
    for (int repetition = 0; repetition < 3; repetition++) {
      float[] features = encoder.run(batch(), reader(embedding), 0.2, repetition);
      results.add(features);
      results.add(gradients(encoder, features, 0.5));
    }
    return results;
  }

  private static double loss(
      Encoder encoder,
      List<float[]> weights,
      List<float[]> direction,
      float[] embedding,
      float[] embeddingDirection,
      double step,
      double dropRate) {
    List<float[]> moved = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      moved.add(sum(weights.get(i), direction.get(i), step));
    }
    float[] features = forward(encoder, moved, sum(embedding, embeddingDirection, step), dropRate);
    return dot(features, features) / 2;
  }

  /** The weights of a layer as large as that below, that make it hand on what it reads. */
  private static void handOn(CellWeights cell) {
    int units = cell.units;
    float[] flat = new float[cell.size()];
    for (int unit = 0; unit < units; unit++) {
      flat[unit * units + unit] = 1;
      int bias = 2 * units * cell.columns() + unit;
      flat[bias + units] = -100;
      flat[bias + 2 * units] = 100;
      flat[bias + 3 * units] = 100;
    }
    cell.set(flat);
  }

  /** What a layer that hands on has read. */
  private static double handedOn(float feature) {
    return atanh(atanh(feature));
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }

  private static float[] forward(Encoder encoder, List<float[]> weights, float[] embedding) {
    return forward(encoder, weights, embedding, 0);
  }

  private static float[] forward(
      Encoder encoder, List<float[]> weights, float[] embedding, double dropRate) {
    for (int i = 0; i < weights.size(); i++) {
      encoder.weights().cells().get(i).set(weights.get(i));
    }
    return encoder.run(batch(), reader(embedding), dropRate, 9);
  }

  private static List<float[]> weights(Encoder encoder, Random random) {
    List<float[]> weights = new ArrayList<>();
    for (CellWeights cell : encoder.weights().cells()) {
      float[] flat = floats(random, cell.size(), 0.3);
      cell.set(flat);
      weights.add(flat);
    }
    return weights;
  }

  /** More packed batches than one, and more distinct tokens than one block. */
  private static Batch batch() {
    Random random = new Random(3);
    int[][] ids = new int[TEXTS][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.ints(1 + random.nextInt(15), 0, VOCABULARY).toArray();
    }
    return new Batch(ids, VOCABULARY);
  }

  private static Encoder.EmbeddingReader reader(float[] embedding) {
    return (id, to, offset) -> System.arraycopy(embedding, id * SIZE, to, offset, SIZE);
  }

  private static float[] gradients(Encoder encoder, float[] dFeatures, double clipping) {
    int cells = encoder.weights().cells().stream().mapToInt(CellWeights::size).sum();
    FloatBuffer gradients = FloatBuffer.allocate(VOCABULARY * SIZE + cells);
    Arrays.fill(gradients.array(), Float.NaN);
    encoder.backpropagate(dFeatures, clipping, gradients);
    return gradients.array();
  }

  private static float[] flat(float[] first, List<float[]> rest) {
    FloatBuffer flat =
        FloatBuffer.allocate(first.length + rest.stream().mapToInt(part -> part.length).sum());
    flat.put(first);
    rest.forEach(flat::put);
    return flat.array();
  }

  private static float[] sum(float[] values, float[] direction, double step) {
    float[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (step * direction[i]);
    }
    return sum;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static float[] floats(Random random, int count, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}
