/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.model.NgramWeights;

/**
 * All that there is to know of each n-gram, side by side, so that it costs one cache miss: those of
 * unigrams by their id, behind them those of bigrams in a hash table with open addressing and
 * linear probing.
 *
 * <pre>
 * long   the two ids of a bigram, the first one in the upper half; 0 where there is none
 * int    the inverse document frequency, as the bits of a float
 * bytes  a weight for each category
 * </pre>
 *
 * <p>Both latter in longs too, the first in the lowest bits. Immutable and safe for use by many
 * threads.
 */
final class NgramTable {

  /** A record that no n-gram has. */
  static final int NONE = -1;

  /** 2^64 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final int vocabularySize;
  private final int slots;

  /** How many longs a record takes. */
  private final int stride;

  private final long[] records;

  NgramTable(NgramWeights ngrams) {
    this.vocabularySize = ngrams.vocabularySize();
    this.slots = slots(ngrams.bigrams());
    this.stride = stride(ngrams.categories());
    this.records = new long[Math.multiplyExact(vocabularySize + slots, stride)];
    for (int row = 0; row < ngrams.rows(); row++) {
      int bigram = row - vocabularySize;
      write(ngrams, row, bigram < 0 ? row : place(ngrams.first()[bigram], ngrams.second()[bigram]));
    }
  }

  /** How many bytes a table takes. */
  static long bytes(int vocabularySize, int bigrams, int categories) {
    return Long.BYTES * ((long) vocabularySize + slots(bigrams)) * stride(categories);
  }

  /** Half of them stay empty, and one even without bigrams, which ends every search. */
  private static int slots(int bigrams) {
    return Math.addExact(Math.multiplyExact(bigrams, 2), 1);
  }

  /** A key, a frequency, and the weights. */
  private static int stride(int categories) {
    return 1 + (Integer.BYTES + categories + Long.BYTES - 1) / Long.BYTES;
  }

  /** Takes the record of a new bigram. */
  private int place(int first, int second) {
    long key = key(first, second);
    int record = slot(first, second);
    while (records[record * stride] != 0) {
      record = next(record);
    }
    records[record * stride] = key;
    return record;
  }

  private void write(NgramWeights ngrams, int row, int record) {
    int at = record * stride + 1;
    int bits = Float.floatToIntBits(ngrams.inverseDocumentFrequency(row));
    records[at] |= Integer.toUnsignedLong(bits);
    int categories = ngrams.categories();
    for (int category = 0; category < categories; category++) {
      int position = Integer.BYTES + category;
      long weight = Byte.toUnsignedLong(ngrams.weights()[row * categories + category]);
      records[at + position / Long.BYTES] |= weight << (Byte.SIZE * (position % Long.BYTES));
    }
  }

  int vocabularySize() {
    return vocabularySize;
  }

  /** The record where a bigram is, or a search for it begins; any two ids have one. */
  int slot(int first, int second) {
    // The upper half of the hash as a share of all slots (Lemire 2019, Fast Random Integer
    // Generation in an Interval).
    long hash = (key(first, second) * FACTOR) >>> Integer.SIZE;
    return vocabularySize + (int) ((hash * slots) >>> Integer.SIZE);
  }

  /** What stands in the record of a {@link #slot}, for {@link #find}. */
  long found(int slot) {
    return records[slot * stride];
  }

  /**
   * The record of a bigram of known ids, or {@link #NONE}.
   *
   * @param slot of the bigram
   * @param found there
   */
  int find(int first, int second, int slot, long found) {
    long key = key(first, second);
    int record = slot;
    long there = found;
    while (there != key) {
      if (there == 0) {
        return NONE;
      }
      record = next(record);
      there = records[record * stride];
    }
    return record;
  }

  float inverseDocumentFrequency(int record) {
    return Float.intBitsToFloat((int) records[record * stride + 1]);
  }

  /** How many sums {@link #add} adds to: the categories, and what fills the last long. */
  int sums() {
    return (stride - 1) * Long.BYTES - Integer.BYTES;
  }

  /** Adds a factor times the weights of a record. */
  void add(float factor, int record, float[] sums) {
    int at = record * stride + 1;
    long word = records[at];
    sums[0] += factor * (byte) (word >> 32);
    sums[1] += factor * (byte) (word >> 40);
    sums[2] += factor * (byte) (word >> 48);
    sums[3] += factor * (byte) (word >> 56);
    for (int i = 4; i < sums.length; i += Long.BYTES) {
      word = records[++at];
      sums[i] += factor * (byte) word;
      sums[i + 1] += factor * (byte) (word >> 8);
      sums[i + 2] += factor * (byte) (word >> 16);
      sums[i + 3] += factor * (byte) (word >> 24);
      sums[i + 4] += factor * (byte) (word >> 32);
      sums[i + 5] += factor * (byte) (word >> 40);
      sums[i + 6] += factor * (byte) (word >> 48);
      sums[i + 7] += factor * (byte) (word >> 56);
    }
  }

  private int next(int record) {
    return record + 1 == vocabularySize + slots ? vocabularySize : record + 1;
  }

  private static long key(int first, int second) {
    return ((long) first << Integer.SIZE) | second;
  }
}
