/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongIntCursor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.docket.training.data.EncodedTexts;
import org.docket.vocabulary.Vocabulary;

/**
 * In how many texts unigrams and bigrams stand. Not safe for use by many threads.
 *
 * <p>Of very many bigrams the rare ones are forgotten now and then, so that memory has a bound:
 * lossy counting (Manku and Motwani 2002), whose counts are never too high.
 */
final class NgramCounts {

  /** Some 200 MB. */
  private static final int MOST_BIGRAMS = 1 << 23;

  private final int[] unigrams;
  private final int[] lastText;
  private final LongIntHashMap bigrams = new LongIntHashMap();
  private final int most;
  private int texts;
  private int forgotten;

  /**
   * Starts.
   *
   * @param vocabularySize how many ids there are
   */
  NgramCounts(int vocabularySize) {
    this(vocabularySize, MOST_BIGRAMS);
  }

  NgramCounts(int vocabularySize, int most) {
    this.unigrams = new int[vocabularySize];
    this.lastText = new int[vocabularySize];
    this.most = most;
  }

  /** Counts all texts. */
  static NgramCounts of(EncodedTexts texts, int vocabularySize) {
    NgramCounts counts = new NgramCounts(vocabularySize);
    for (int text = 0; text < texts.size(); text++) {
      counts.add(texts.ids(text));
    }
    return counts;
  }

  /** Counts a text. */
  void add(int[] ids) {
    texts++;
    for (int id : ids) {
      if (id != Vocabulary.UNKNOWN && lastText[id] != texts) {
        lastText[id] = texts;
        unigrams[id]++;
      }
    }
    IntStream.range(1, ids.length)
        .filter(i -> ids[i - 1] != Vocabulary.UNKNOWN && ids[i] != Vocabulary.UNKNOWN)
        .mapToLong(i -> Bigram.of(ids[i - 1], ids[i]))
        .distinct()
        .forEach(bigram -> bigrams.putOrAdd(bigram, 1, 1));
    if (bigrams.size() > most) {
      forget();
    }
  }

  /** Forgets those that stand in as many texts as were forgotten before, or in one more. */
  private void forget() {
    while (bigrams.size() > most / 2) {
      forgotten++;
      bigrams.removeAll((long bigram) -> bigrams.get(bigram) <= forgotten);
    }
  }

  int texts() {
    return texts;
  }

  /** How many texts each id stands in. */
  int[] unigrams() {
    return unigrams.clone();
  }

  int bigram(long bigram) {
    return bigrams.get(bigram);
  }

  /**
   * The bigrams that stand in most texts, in ascending order.
   *
   * @param size how many at most; of equally frequent ones that do not all have room none is taken
   * @param minTexts how many texts each must stand in
   */
  long[] bigrams(int size, int minTexts) {
    int[] frequencies = bigrams.values().toArray();
    Arrays.sort(frequencies);
    int least = Math.max(1, minTexts);
    if (frequencies.length > size) {
      least = Math.max(least, frequencies[frequencies.length - 1 - size] + 1);
    }
    long[] chosen = new long[Math.min(size, bigrams.size())];
    int count = 0;
    for (LongIntCursor bigram : bigrams) {
      if (bigram.value >= least) {
        chosen[count++] = bigram.key;
      }
    }
    long[] sorted = Arrays.copyOf(chosen, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
