/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Locale;
import org.docket.error.DocketException;
import org.docket.model.NgramWeights;

/**
 * All that there is to know of each n-gram, side by side, so that it costs one cache miss. A record
 * is some longs, known by the index of its first one:
 *
 * <pre>
 * 3 bytes  the second id of a bigram; 0 where there is none
 * 4 bytes  the inverse document frequency, as the bits of a float
 * bytes    a weight for each category
 * </pre>
 *
 * <p>The first in the lowest bits; so nine categories take two longs. Records of unigrams stand by
 * their id. Behind them each first id of bigrams has a hash table of its own, with open addressing
 * and linear probing, which saves the first id in each record and keeps them small: behind an LSTM,
 * whose weights fill the caches, misses are half of what n-grams cost.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class NgramTable {

  /** A record that no n-gram has. */
  static final int NONE = -1;

  /** Bytes of a record before the first weight. */
  static final int HEADER = 7;

  /**
   * A search never takes more steps, whatever stands in a model file. A bigram of text that would
   * need them is not to be expected in a model of any size: at a load of two thirds the chance
   * halves every ten steps.
   */
  private static final int LONGEST_SEARCH = 512;

  private static final int ID_BITS = 24;
  private static final int ID_MASK = (1 << ID_BITS) - 1;

  /** 2^32 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final int FACTOR = 0x9E3779B9;

  private final int vocabularySize;

  /** How many longs a record takes. */
  private final int stride;

  /** Where the table of each first id begins, and, one further, ends; in records. */
  private final int[] starts;

  private final long[] longs;

  /**
   * @throws DocketException if a search would take too many steps, or ids are too large
   */
  NgramTable(NgramWeights ngrams) {
    this.vocabularySize = ngrams.vocabularySize();
    if (vocabularySize > ID_MASK) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "n-grams can be of %d tokens at most, but its vocabulary has %d",
              ID_MASK,
              vocabularySize));
    }
    this.stride = stride(ngrams.categories());
    this.starts = starts(ngrams);
    int records = starts[vocabularySize];
    this.longs = new long[Math.addExact(Math.multiplyExact(records, stride), 1)];
    for (int id = 0; id < vocabularySize; id++) {
      write(ngrams, id, record(id));
    }
    for (int bigram = 0; bigram < ngrams.bigrams(); bigram++) {
      int record = place(ngrams.first()[bigram], ngrams.second()[bigram]);
      write(ngrams, vocabularySize + bigram, record);
    }
  }

  /** How many bytes a table takes at most. */
  static long bytes(int vocabularySize, int bigrams, int categories) {
    long records = 2L * vocabularySize + bigrams + bigrams / 2;
    return Long.BYTES * (records * stride(categories) + 1) + Integer.BYTES * (vocabularySize + 1L);
  }

  private static int stride(int categories) {
    return (HEADER + categories + Long.BYTES - 1) / Long.BYTES;
  }

  /** A third of each table stays empty, and one record at least, which ends a search. */
  private static int[] starts(NgramWeights ngrams) {
    int[] bigrams = new int[ngrams.vocabularySize()];
    for (int first : ngrams.first()) {
      bigrams[first]++;
    }
    int[] starts = new int[bigrams.length + 1];
    starts[0] = bigrams.length;
    for (int id = 0; id < bigrams.length; id++) {
      int records = Math.addExact(bigrams[id], bigrams[id] / 2 + 1);
      starts[id + 1] = Math.addExact(starts[id], records);
    }
    return starts;
  }

  /** Takes the record of a new bigram. */
  private int place(int first, int second) {
    int record = slot(first, second);
    for (int step = 0; step < LONGEST_SEARCH; step++) {
      if (id(longs[record]) == 0) {
        longs[record] = second;
        return record;
      }
      record = next(first, record);
    }
    throw new DocketException(
        String.format(
            Locale.ROOT,
            "too many of its bigrams that begin with token %d share a place in memory, which those"
                + " of texts do not: the file is damaged, or made to waste time",
            first));
  }

  private void write(NgramWeights ngrams, int row, int record) {
    int bits = Float.floatToIntBits(ngrams.inverseDocumentFrequency(row));
    longs[record] |= Integer.toUnsignedLong(bits) << ID_BITS;
    int categories = ngrams.categories();
    for (int category = 0; category < categories; category++) {
      int position = HEADER + category;
      long weight = Byte.toUnsignedLong(ngrams.weights()[row * categories + category]);
      longs[record + position / Long.BYTES] |= weight << (Byte.SIZE * (position % Long.BYTES));
    }
  }

  int vocabularySize() {
    return vocabularySize;
  }

  /** All records, and one long more. */
  long[] longs() {
    return longs;
  }

  /** From one record to the next. */
  int stride() {
    return stride;
  }

  /** The record of a unigram. */
  int record(int id) {
    return id * stride;
  }

  /** The record where a bigram is, or a search for it begins; any two ids have one. */
  int slot(int first, int second) {
    long size = starts[first + 1] - starts[first];
    // The hash as a share of all records (Lemire 2019).
    long hash = Integer.toUnsignedLong(second * FACTOR);
    return (starts[first] + (int) (hash * size >>> Integer.SIZE)) * stride;
  }

  /** What stands in the record of a {@link #slot}, for {@link #find}. */
  long found(int slot) {
    return longs[slot];
  }

  /**
   * The record of a bigram of known ids, or {@link #NONE}.
   *
   * @param slot of the bigram
   * @param found there
   */
  int find(int first, int second, int slot, long found) {
    int record = slot;
    int there = id(found);
    for (int step = 0; there != second; step++) {
      if (there == 0 || step == LONGEST_SEARCH) {
        return NONE;
      }
      record = next(first, record);
      there = id(longs[record]);
    }
    return record;
  }

  float inverseDocumentFrequency(int record) {
    return Float.intBitsToFloat((int) (longs[record] >>> ID_BITS));
  }

  private int next(int first, int record) {
    int next = record + stride;
    return next == starts[first + 1] * stride ? starts[first] * stride : next;
  }

  private static int id(long header) {
    return (int) header & ID_MASK;
  }
}
