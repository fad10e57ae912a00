/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NgramCountsTest {

  private static final int VOCABULARY = 30;

  @Test
  void countsTheTextsThatAnNgramStandsIn() {
    List<int[]> texts = texts(500, 1);
    NgramCounts counts = counts(texts, 1 << 20);

    Map<Long, Integer> bigrams = bigrams(texts);
    assertThat(counts.texts()).isEqualTo(500);
    assertThat(counts.unigrams()[0]).isZero();
    assertThat(counts.unigrams()[7]).isEqualTo((int) texts.stream().filter(t -> has(t, 7)).count());
    assertThat(counts.bigrams(1 << 20, 1))
        .containsExactly(bigrams.keySet().stream().mapToLong(Long::longValue).toArray());
    bigrams.forEach((bigram, texts2) -> assertThat(counts.bigram(bigram)).isEqualTo(texts2));
  }

  @Test
  void anUnknownTokenBreaksABigram() {
    NgramCounts counts = counts(List.of(new int[] {3, 0, 4, 5}), 100);

    assertThat(counts.bigrams(100, 1)).containsExactly(Bigram.of(4, 5));
  }

  @Test
  void theMostFrequentBigramsAreChosenAndNoneOfEqualOnesWithoutRoom() {
    List<int[]> texts = texts(500, 2);
    Map<Long, Integer> all = bigrams(texts);
    long[] chosen = counts(texts, 1 << 20).bigrams(40, 3);

    assertThat(chosen).hasSizeBetween(20, 40).isSorted();
    int least = Integer.MAX_VALUE;
    for (long bigram : chosen) {
      least = Math.min(least, all.get(bigram));
    }
    int rarest = least;
    assertThat(all.values().stream().filter(texts2 -> texts2 >= rarest)).hasSize(chosen.length);
  }

  @Test
  void memoryHasABoundAndFrequentBigramsStay() {
    List<int[]> texts = new ArrayList<>(texts(3000, 3));
    texts.forEach(text -> text[0] = 1);
    texts.forEach(text -> text[1] = 2);
    NgramCounts counts = counts(texts, 200);

    assertThat(counts.bigrams(1 << 20, 1)).hasSizeLessThanOrEqualTo(200).contains(Bigram.of(1, 2));
    assertThat(counts.bigram(Bigram.of(1, 2))).isEqualTo(3000);
  }

  private static NgramCounts counts(List<int[]> texts, int most) {
    NgramCounts counts = new NgramCounts(VOCABULARY, most);
    texts.forEach(counts::add);
    return counts;
  }

  private static List<int[]> texts(int count, long seed) {
    Random random = new Random(seed);
    List<int[]> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = new int[2 + random.nextInt(10)];
      for (int j = 0; j < ids.length; j++) {
        ids[j] = (int) (VOCABULARY * Math.pow(random.nextDouble(), 2));
      }
      texts.add(ids);
    }
    return texts;
  }

  private static boolean has(int[] text, int id) {
    for (int other : text) {
      if (other == id) {
        return true;
      }
    }
    return false;
  }

  private static Map<Long, Integer> bigrams(List<int[]> texts) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int[] text : texts) {
      Set<Long> seen = new HashSet<>();
      for (int i = 1; i < text.length; i++) {
        if (text[i - 1] != 0 && text[i] != 0) {
          seen.add(Bigram.of(text[i - 1], text[i]));
        }
      }
      seen.forEach(bigram -> counts.merge(bigram, 1, Integer::sum));
    }
    return new TreeMap<>(counts);
  }
}
