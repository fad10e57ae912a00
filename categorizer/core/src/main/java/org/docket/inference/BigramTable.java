/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

/**
 * The rows of bigrams, by their two ids: a hash table with open addressing and linear probing.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class BigramTable {

  /** A row that no bigram has. */
  static final int NONE = -1;

  /** 2^64 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** The ids of each bigram as one number; 0, which no bigram is, where there is none. */
  private final long[] keys;

  private final int[] rows;
  private final int shift;

  /**
   * A table of bigrams that differ.
   *
   * @param firstRow of the first bigram; the others follow
   */
  BigramTable(int[] first, int[] second, int firstRow) {
    int capacity = capacity(first.length);
    this.keys = new long[capacity];
    this.rows = new int[capacity];
    this.shift = Long.numberOfLeadingZeros(capacity) + 1;
    for (int i = 0; i < first.length; i++) {
      long key = key(first[i], second[i]);
      int slot = slot(key);
      keys[slot] = key;
      rows[slot] = firstRow + i;
    }
  }

  /** How many bytes a table of so many bigrams takes. */
  static long bytes(int bigrams) {
    return (long) (Long.BYTES + Integer.BYTES) * capacity(bigrams);
  }

  /** The row of a bigram of known ids, or {@link #NONE}. */
  int row(int first, int second) {
    long key = key(first, second);
    int slot = slot(key);
    return keys[slot] == key ? rows[slot] : NONE;
  }

  /** A power of two; at least half of the slots are empty. */
  private static int capacity(int bigrams) {
    return Integer.highestOneBit(Math.max(1, bigrams)) * 4;
  }

  private static long key(int first, int second) {
    return ((long) first << Integer.SIZE) | second;
  }

  /** The slot of a key, or the empty one where it would be. */
  private int slot(long key) {
    int slot = (int) (key * FACTOR >>> shift);
    while (keys[slot] != key && keys[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
