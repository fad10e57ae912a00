/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/**
 * Networks and documents to measure speed on, made of a seed: a vocabulary of 20,000, embeddings of
 * 100, LSTM layers whose last step goes to nine categories. What a forward pass costs does not
 * depend on the weights, as long as they are of a usual size.
 */
public final class RandomNetwork {

  private static final int VOCABULARY = 20_000;
  private static final int EMBEDDING = 100;
  private static final int CATEGORIES = 9;

  private RandomNetwork() {}

  /**
   * The shape of the network.
   *
   * @param units of each LSTM layer, bottom up
   * @throws IllegalArgumentException if there are not one or two layers, or one has no units
   */
  public static NetworkShape shape(List<Integer> units) {
    return new NetworkShape(VOCABULARY, EMBEDDING, units, false, Pooling.LAST, false, CATEGORIES);
  }

  /** Weights for a shape of one direction: the same ones for the same seed, always. */
  public static NetworkWeights weights(NetworkShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix embedding = matrix(shape.vocabularySize(), shape.embeddingSize(), 1, random);
    List<LstmWeights> layers = new ArrayList<>();
    for (int layer = 0; layer < shape.units().size(); layer++) {
      layers.add(layer(shape.inputSize(layer), shape.units().get(layer), random));
    }
    double range = 1 / Math.sqrt(shape.features());
    Matrix output = matrix(shape.features(), shape.categories(), range, random);
    float[] bias = matrix(1, shape.categories(), range, random).values();
    return new NetworkWeights(shape, embedding, layers, List.of(), output, bias);
  }

  /**
   * Documents of random tokens.
   *
   * @return [count x length] ids, each from 0 to the size of the vocabulary - 1
   */
  public static int[][] documents(int count, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] documents = new int[count][];
    for (int i = 0; i < count; i++) {
      documents[i] = random.ints(length, 0, VOCABULARY).toArray();
    }
    return documents;
  }

  private static LstmWeights layer(int inputs, int units, SplittableRandom random) {
    double range = 1 / Math.sqrt(units);
    return new LstmWeights(
        matrix(inputs, 4 * units, range, random),
        matrix(units, 4 * units, range, random),
        matrix(1, 4 * units, range, random).values());
  }

  /** Uniform values from -range to range. */
  private static Matrix matrix(int rows, int columns, double range, SplittableRandom random) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = (float) random.nextDouble(-range, range);
    }
    return matrix;
  }
}
