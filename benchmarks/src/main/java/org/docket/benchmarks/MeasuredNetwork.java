/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.docket.inference.NgramLogits;
import org.docket.model.ModelFile;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/**
 * What every engine is measured on: a network, and a pool of random documents, which take turns so
 * that no engine profits from rows of the embedding that are in the cache already.
 */
final class MeasuredNetwork {

  /** Names the network of the preset of that name; any other name is that of a model file. */
  static final String SEED = "seed";

  /** Tokens in a document. */
  static final int LENGTH = 200;

  /** How many documents take turns. */
  static final int DOCUMENTS = 256;

  private static final long RANDOM_SEED = 42;

  private final NetworkWeights weights;

  private MeasuredNetwork(NetworkWeights weights) {
    this.weights = weights;
  }

  /**
   * A network by its name: {@value #SEED} for embedding 20,000 x 100, LSTM 50, LSTM 20, softmax 9
   * with random weights, or the path of a model file.
   */
  static MeasuredNetwork of(String name) {
    return new MeasuredNetwork(
        name.equals(SEED) ? seed() : ModelFile.read(Path.of(name)).network());
  }

  private static NetworkWeights seed() {
    return NetworkWeights.random(
        new NetworkShape(20_000, 100, List.of(50, 20), false, Pooling.LAST, false, 9), RANDOM_SEED);
  }

  NetworkWeights weights() {
    return weights;
  }

  /** The pool: [{@link #DOCUMENTS} x {@link #LENGTH}]. */
  int[][] documents() {
    SplittableRandom random = new SplittableRandom(RANDOM_SEED);
    int tokens = weights.shape().vocabularySize();
    return Stream.generate(() -> random.ints(LENGTH, 0, tokens).toArray())
        .limit(DOCUMENTS)
        .toArray(int[][]::new);
  }

  /**
   * The pool in batches.
   *
   * @param size of a batch; the pool's size is a multiple of it
   */
  int[][][] batches(int size) {
    int[][] documents = documents();
    int[][][] batches = new int[DOCUMENTS / size][size][];
    for (int i = 0; i < DOCUMENTS; i++) {
      batches[i / size][i % size] = documents[i];
    }
    return batches;
  }

  /** The logits of the n-grams of some documents; empty if the network has none. */
  float[][] ngramLogits(int[][] documents) {
    return weights
        .ngrams()
        .map(NgramLogits::new)
        .map(ngrams -> Arrays.stream(documents).map(ngrams::logits).toArray(float[][]::new))
        .orElse(new float[0][]);
  }
}
