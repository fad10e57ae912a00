/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Arrays;

/**
 * The n-grams of one text by their rows, each with how often it stands there, in the order in which
 * they first do. Reused from text to text by one thread; it grows, and never shrinks.
 */
final class NgramCounts {

  /** 2^32 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final int FACTOR = 0x9E3779B9;

  private int[] rows = {};
  private int[] counts = {};
  private int size;

  /** Places in the arrays above plus one, by the hash of the row; 0 where there is none. */
  private int[] table = {};

  /** How much of the table this text uses: a power of two, of which at least half stays empty. */
  private int capacity;

  /**
   * Forgets everything.
   *
   * @param most how many n-grams the next text has at most
   */
  void clear(int most) {
    size = 0;
    capacity = Math.multiplyExact(Integer.highestOneBit(Math.max(1, most)), 4);
    if (rows.length < most) {
      rows = new int[most];
      counts = new int[most];
    }
    if (table.length < capacity) {
      table = new int[capacity];
    } else {
      Arrays.fill(table, 0, capacity, 0);
    }
  }

  void add(int row) {
    int slot = (row * FACTOR) >>> (Integer.numberOfLeadingZeros(capacity) + 1);
    while (table[slot] != 0) {
      int place = table[slot] - 1;
      if (rows[place] == row) {
        counts[place]++;
        return;
      }
      slot = (slot + 1) & (capacity - 1);
    }
    rows[size] = row;
    counts[size++] = 1;
    table[slot] = size;
  }

  /** How many n-grams differ. */
  int size() {
    return size;
  }

  int row(int place) {
    return rows[place];
  }

  int count(int place) {
    return counts[place];
  }
}
