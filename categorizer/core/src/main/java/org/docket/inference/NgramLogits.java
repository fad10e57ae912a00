/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Objects;
import org.docket.error.DocketException;
import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;
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

  private final Kernel kernel;
  private final NgramTable table;
  private final float[] scales;

  /**
   * Logits that the JVM's best kernel computes.
   *
   * @throws DocketException if searches for these n-grams would take too long
   */
  public NgramLogits(NgramWeights ngrams) {
    this(ngrams, Kernels.best());
  }

  NgramLogits(NgramWeights ngrams, Kernel kernel) {
    this.kernel = kernel;
    this.table = new NgramTable(ngrams);
    this.scales = ngrams.scales();
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
    float[] factors = counts.factors();
    float squares = 0;
    for (int i = 0; i < counts.size(); i++) {
      float frequency = termFrequency(counts.count(i));
      factors[i] = frequency * table.inverseDocumentFrequency(counts.record(i));
      squares += factors[i] * factors[i];
    }
    float[] sums = new float[Kernel.padded(Long.BYTES * table.stride())];
    kernel.addBytes(counts.size(), factors, counts.records(), table.longs(), table.stride(), sums);
    float norm = squares == 0 ? 0 : 1 / (float) Math.sqrt(squares);
    float[] logits = new float[scales.length];
    for (int category = 0; category < logits.length; category++) {
      logits[category] = sums[NgramTable.HEADER + category] * (norm * scales[category]);
    }
    return logits;
  }

  private void count(int[] ids, int length, NgramCounts counts) {
    counts.clear(length);
    int[] slots = counts.slots();
    long[] found = counts.found();
    // Nothing here depends on what is found, so that the cache misses overlap.
    int before = 0;
    for (int i = 0; i < length; i++) {
      int id = Objects.checkIndex(ids[i], table.vocabularySize());
      slots[i] = table.slot(before, id);
      found[i] = table.found(slots[i]);
      before = id;
    }
    before = 0;
    for (int i = 0; i < length; i++) {
      int id = ids[i];
      if (id != 0) {
        counts.add(table.record(id));
        if (before != 0) {
          addBigram(before, id, slots[i], found[i], counts);
        }
      }
      before = id;
    }
  }

  private void addBigram(int first, int second, int slot, long found, NgramCounts counts) {
    int record = table.find(first, second, slot, found);
    if (record != NgramTable.NONE) {
      counts.add(record);
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
