/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/**
 * What every engine is measured on: the network of the preset {@code seed} (embedding 20,000 x 100,
 * LSTM 50, LSTM 20, softmax 9) with random weights, and a pool of random documents, which take
 * turns so that no engine profits from rows of the embedding that are in the cache already.
 */
final class SeedNetwork {

  /** Tokens in a document. */
  static final int LENGTH = 200;

  /** How many documents take turns. */
  static final int DOCUMENTS = 256;

  private static final int VOCABULARY = 20_000;
  private static final long SEED = 42;

  private SeedNetwork() {}

  static NetworkWeights weights() {
    return NetworkWeights.random(
        new NetworkShape(VOCABULARY, 100, List.of(50, 20), false, Pooling.LAST, false, 9), SEED);
  }

  /** The pool: [{@link #DOCUMENTS} x {@link #LENGTH}]. */
  static int[][] documents() {
    SplittableRandom random = new SplittableRandom(SEED);
    return Stream.generate(() -> random.ints(LENGTH, 0, VOCABULARY).toArray())
        .limit(DOCUMENTS)
        .toArray(int[][]::new);
  }

  /**
   * The pool in batches.
   *
   * @param size of a batch; the pool's size is a multiple of it
   */
  static int[][][] batches(int size) {
    int[][] documents = documents();
    int[][][] batches = new int[DOCUMENTS / size][size][];
    for (int i = 0; i < DOCUMENTS; i++) {
      batches[i / size][i % size] = documents[i];
    }
    return batches;
  }
}
