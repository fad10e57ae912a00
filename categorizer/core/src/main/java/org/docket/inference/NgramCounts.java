/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Arrays;

/**
 * The n-grams of one text by their records, each with how often it stands there, in the order in
 * which they first do. Reused from text to text by one thread; it grows, and never shrinks.
 */
final class NgramCounts {

  /** 2^32 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final int FACTOR = 0x9E3779B9;

  private int[] records = {};
  private int[] counts = {};
  private float[] factors = {};
  private int size;
  private int[] slots = {};
  private long[] found = {};

  /** Places in the arrays above plus one, by the hash of the record; 0 where there is none. */
  private int[] table = {};

  /** How much of the table this text uses: a power of two, of which at least half stays empty. */
  private int capacity;

  /**
   * Forgets everything.
   *
   * @param length how many tokens the next text has
   */
  void clear(int length) {
    int most = Math.multiplyExact(2, length);
    size = 0;
    capacity = Math.multiplyExact(Integer.highestOneBit(Math.max(1, most)), 4);
    if (records.length < most) {
      records = new int[most];
      counts = new int[most];
      factors = new float[most];
      slots = new int[length];
      found = new long[length];
    }
    if (table.length < capacity) {
      table = new int[capacity];
    } else {
      Arrays.fill(table, 0, capacity, 0);
    }
  }

  /** Room for where the bigram that ends at each token is looked up, and for what is there. */
  int[] slots() {
    return slots;
  }

  /** See {@link #slots}. */
  long[] found() {
    return found;
  }

  void add(int record) {
    int slot = (record * FACTOR) >>> (Integer.numberOfLeadingZeros(capacity) + 1);
    while (table[slot] != 0) {
      int place = table[slot] - 1;
      if (records[place] == record) {
        counts[place]++;
        return;
      }
      slot = (slot + 1) & (capacity - 1);
    }
    records[size] = record;
    counts[size++] = 1;
    table[slot] = size;
  }

  /** How many n-grams differ. */
  int size() {
    return size;
  }

  /** The records of the n-grams, and maybe more behind them. */
  int[] records() {
    return records;
  }

  /** Room for a factor for each n-gram. */
  float[] factors() {
    return factors;
  }

  int record(int place) {
    return records[place];
  }

  int count(int place) {
    return counts[place];
  }
}
