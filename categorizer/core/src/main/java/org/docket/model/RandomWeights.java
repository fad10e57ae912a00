/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Draws the weights of a network: uniform values from minus to plus 1/√width. */
final class RandomWeights {

  private static final int BIGRAMS = 16;
  private static final int DOCUMENTS = 10_000;

  private final NetworkShape shape;
  private final SplittableRandom random;

  RandomWeights(NetworkShape shape, long seed) {
    this.shape = shape;
    this.random = new SplittableRandom(seed);
  }

  NetworkWeights draw() {
    Matrix embedding = matrix(shape.vocabularySize(), shape.embeddingSize(), 1);
    List<LstmWeights> forward = layers();
    List<LstmWeights> backward = shape.bidirectional() ? layers() : List.of();
    double range = 1 / Math.sqrt(shape.features());
    Matrix output = matrix(shape.features(), shape.categories(), range);
    float[] bias = matrix(1, shape.categories(), range).values();
    Optional<NgramWeights> ngrams = shape.ngrams() ? Optional.of(ngrams()) : Optional.empty();
    return new NetworkWeights(shape, embedding, forward, backward, output, bias, ngrams);
  }

  /** About {@link #BIGRAMS} for each token; as in a language, few tokens stand in most of them. */
  private NgramWeights ngrams() {
    int tokens = shape.vocabularySize();
    long[] bigrams =
        LongStream.range(0, tokens == 1 ? 0 : (long) BIGRAMS * tokens)
            .map(i -> ((long) zipf(tokens) << Integer.SIZE) | zipf(tokens))
            .distinct()
            .sorted()
            .toArray();
    int[] frequencies = new int[tokens + bigrams.length];
    for (int row = 1; row < frequencies.length; row++) {
      frequencies[row] = random.nextInt(1, DOCUMENTS);
    }
    return NgramWeights.quantized(
        DOCUMENTS,
        frequencies,
        LongStream.of(bigrams).mapToInt(pair -> (int) (pair >> Integer.SIZE)).toArray(),
        LongStream.of(bigrams).mapToInt(pair -> (int) pair).toArray(),
        matrix(frequencies.length, shape.categories(), 1));
  }

  /** A known token; the n-th has a share that goes with 1 / n. */
  private int zipf(int tokens) {
    return Math.min(tokens - 1, (int) Math.pow(tokens, random.nextDouble()));
  }

  private List<LstmWeights> layers() {
    List<LstmWeights> layers = new ArrayList<>();
    for (int layer = 0; layer < shape.units().size(); layer++) {
      layers.add(layer(shape.inputSize(layer), shape.units().get(layer)));
    }
    return layers;
  }

  private LstmWeights layer(int inputs, int units) {
    double range = 1 / Math.sqrt(units);
    return new LstmWeights(
        matrix(inputs, 4 * units, range),
        matrix(units, 4 * units, range),
        matrix(1, 4 * units, range).values());
  }

  /** Uniform values from -range to range. */
  private Matrix matrix(int rows, int columns, double range) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = (float) random.nextDouble(-range, range);
    }
    return matrix;
  }
}
