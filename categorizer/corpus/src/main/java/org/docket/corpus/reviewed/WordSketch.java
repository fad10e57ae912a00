/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.reviewed;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is kept of the words of a text to tell how many of them another one has: the smallest hashes
 * of its different words (bottom-k sketch, Broder 1997). Immutable.
 */
final class WordSketch {

  private static final int SIZE = 64;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Sorted, each once. */
  private final int[] smallest;

  private WordSketch(int[] smallest) {
    this.smallest = smallest;
  }

  static WordSketch of(String text) {
    return new WordSketch(
        NO_WORD
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .mapToInt(word -> mixed(word.hashCode()))
            .sorted()
            .distinct()
            .limit(SIZE)
            .toArray());
  }

  /** The share of the words of either text that both have, from 0 to 1; estimated if many. */
  double resemblance(WordSketch other) {
    int[] either =
        IntStream.concat(Arrays.stream(smallest), Arrays.stream(other.smallest))
            .sorted()
            .distinct()
            .limit(SIZE)
            .toArray();
    long both =
        Arrays.stream(either)
            .filter(hash -> has(smallest, hash) && has(other.smallest, hash))
            .count();
    return either.length == 0 ? 1 : (double) both / either.length;
  }

  private static boolean has(int[] sorted, int hash) {
    return Arrays.binarySearch(sorted, hash) >= 0;
  }

  /** So that small hashes are those of any words (the finalizer of MurmurHash3). */
  private static int mixed(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
