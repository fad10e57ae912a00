/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Arrays;
import org.docket.model.Matrix;
import org.docket.model.NgramWeights;
import org.docket.vocabulary.Vocabulary;

/**
 * The n-grams that a model has, and texts as vectors of them: those of {@link NgramWeights}.
 * Immutable and safe for use by many threads.
 */
final class NgramSpace {

  private static final int NONE = -1;

  private final int documents;
  private final int vocabularySize;
  private final long[] bigrams;
  private final int[] frequencies;
  private final float[] inverseFrequencies;
  private final LongIntHashMap rows;

  /**
   * Chooses the n-grams: all unigrams, and the most frequent bigrams.
   *
   * @param maxBigrams how many at most
   * @param minDocuments how many texts a bigram must stand in
   */
  NgramSpace(NgramCounts counts, int maxBigrams, int minDocuments) {
    this.documents = counts.texts();
    this.bigrams = counts.bigrams(maxBigrams, minDocuments);
    int[] unigrams = counts.unigrams();
    this.vocabularySize = unigrams.length;
    this.frequencies = Arrays.copyOf(unigrams, unigrams.length + bigrams.length);
    this.rows = new LongIntHashMap(bigrams.length);
    for (int i = 0; i < bigrams.length; i++) {
      rows.put(bigrams[i], vocabularySize + i);
      frequencies[vocabularySize + i] = counts.bigram(bigrams[i]);
    }
    this.inverseFrequencies = new float[frequencies.length];
    for (int row = 0; row < frequencies.length; row++) {
      inverseFrequencies[row] = NgramWeights.inverseDocumentFrequency(documents, frequencies[row]);
    }
  }

  /** How many n-grams there are, the unknown token counted. */
  int size() {
    return frequencies.length;
  }

  /** How many bigrams there are. */
  int bigrams() {
    return bigrams.length;
  }

  /** A text as a vector. */
  SparseVector vector(int[] ids) {
    IntIntHashMap counts = new IntIntHashMap(2 * ids.length);
    int before = Vocabulary.UNKNOWN;
    for (int id : ids) {
      if (id != Vocabulary.UNKNOWN) {
        counts.addTo(id, 1);
        int row =
            before == Vocabulary.UNKNOWN ? NONE : rows.getOrDefault(Bigram.of(before, id), NONE);
        if (row != NONE) {
          counts.addTo(row, 1);
        }
      }
      before = id;
    }
    return vector(counts);
  }

  private SparseVector vector(IntIntHashMap counts) {
    int[] places = counts.keys().toArray();
    Arrays.sort(places); // sums of floats depend on the order
    float[] values = new float[places.length];
    double squares = 0;
    for (int i = 0; i < places.length; i++) {
      values[i] = (float) (1 + Math.log(counts.get(places[i]))) * inverseFrequencies[places[i]];
      squares += (double) values[i] * values[i];
    }
    float norm = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < values.length; i++) {
      values[i] *= norm;
    }
    return new SparseVector(places, values);
  }

  /**
   * As a model has it.
   *
   * @param weights [n-grams x categories]
   */
  NgramWeights weights(float[] weights, int categories) {
    int[] first = Arrays.stream(bigrams).mapToInt(Bigram::first).toArray();
    int[] second = Arrays.stream(bigrams).mapToInt(Bigram::second).toArray();
    return NgramWeights.quantized(
        documents, frequencies, first, second, new Matrix(size(), categories, weights));
  }
}
