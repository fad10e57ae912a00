/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Objects;
import org.docket.model.NgramWeights;

/**
 * The logits of a text's n-grams, as {@link NgramWeights} has them: sublinear TF-IDF of unit length
 * times weights.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class NgramLogits {

  /** The term frequencies of counts below this are looked up. */
  private static final int USUAL = 64;

  private static final float[] TERM_FREQUENCIES = termFrequencies();

  private final int vocabularySize;
  private final float[] inverseDocumentFrequencies;
  private final BigramTable bigrams;
  private final byte[] weights;
  private final float[] scales;

  public NgramLogits(NgramWeights ngrams) {
    this.vocabularySize = ngrams.vocabularySize();
    this.inverseDocumentFrequencies = new float[ngrams.rows()];
    for (int row = 0; row < ngrams.rows(); row++) {
      inverseDocumentFrequencies[row] = ngrams.inverseDocumentFrequency(row);
    }
    this.bigrams = new BigramTable(ngrams.first(), ngrams.second(), vocabularySize);
    this.weights = ngrams.weights();
    this.scales = ngrams.scales();
  }

  /** How many bytes it takes beside the weights that it is made of. */
  static long bytes(int vocabularySize, int bigrams) {
    return Float.BYTES * ((long) vocabularySize + bigrams) + BigramTable.bytes(bigrams);
  }

  /**
   * The logits of a text.
   *
   * @param ids of the tokens, in order, each from 0 to the size of the vocabulary - 1
   * @return one per category; zeros if the text has no n-gram of the model
   * @throws IndexOutOfBoundsException if an id is out of range
   */
  public float[] logits(int[] ids) {
    return logits(ids, ids.length, new NgramCounts());
  }

  /** The logits of a text, with memory to count in. */
  float[] logits(int[] ids, int length, NgramCounts counts) {
    count(ids, length, counts);
    float[] sums = new float[scales.length];
    float squares = 0;
    for (int i = 0; i < counts.size(); i++) {
      int row = counts.row(i);
      float value = termFrequency(counts.count(i)) * inverseDocumentFrequencies[row];
      squares += value * value;
      int at = row * sums.length;
      for (int category = 0; category < sums.length; category++) {
        sums[category] += value * weights[at + category];
      }
    }
    float norm = squares == 0 ? 0 : 1 / (float) Math.sqrt(squares);
    for (int category = 0; category < sums.length; category++) {
      sums[category] *= norm * scales[category];
    }
    return sums;
  }

  private void count(int[] ids, int length, NgramCounts counts) {
    counts.clear(2 * length);
    int before = 0;
    for (int i = 0; i < length; i++) {
      int id = Objects.checkIndex(ids[i], vocabularySize);
      if (id != 0) {
        counts.add(id);
        int row = before == 0 ? BigramTable.NONE : bigrams.row(before, id);
        if (row != BigramTable.NONE) {
          counts.add(row);
        }
      }
      before = id;
    }
  }

  private static float termFrequency(int count) {
    return count < USUAL ? TERM_FREQUENCIES[count] : (float) (1 + Math.log(count));
  }

  private static float[] termFrequencies() {
    float[] frequencies = new float[USUAL];
    for (int count = 1; count < USUAL; count++) {
      frequencies[count] = (float) (1 + Math.log(count));
    }
    return frequencies;
  }
}
