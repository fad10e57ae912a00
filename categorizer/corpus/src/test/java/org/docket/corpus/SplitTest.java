/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

  @RepeatedTest(20)
  void noGroupKeyOnBothSidesAndTheSharesHold(RepetitionInfo repetition) {
    Letters corpus = formLetters(new Random(repetition.getCurrentRepetition()));
    BitSet validation = split(corpus, 0.2, repetition.getCurrentRepetition());

    Set<String> left = new HashSet<>();
    Set<String> right = new HashSet<>();
    for (int i = 0; i < corpus.groups.size(); i++) {
      (validation.get(i) ? left : right).add(corpus.groups.get(i));
    }
    left.retainAll(right);
    assertThat(left).isEmpty();
    for (int category = 0; category < 2; category++) {
      int wanted = category;
      IntStream documents =
          IntStream.range(0, corpus.groups.size()).filter(i -> corpus.categories.get(i) == wanted);
      List<Integer> all = documents.boxed().toList();
      double share = (double) all.stream().filter(validation::get).count() / all.size();
      assertThat(share)
          .as("category " + category)
          .isBetween(0.2 - 3.0 / all.size(), 0.2 + 1.0 / all.size());
    }
  }

  @Test
  void theSeedDecides() {
    Letters corpus = formLetters(new Random(1));
    assertThat(split(corpus, 0.1, 7)).isEqualTo(split(corpus, 0.1, 7));
    assertThat(split(corpus, 0.1, 7)).isNotEqualTo(split(corpus, 0.1, 8));
  }

  @Test
  void aCategorysOnlyDocumentIsTrainedOn() {
    long[] groupKeys = IntStream.range(0, 50).mapToLong(i -> i).toArray();
    int[] categories = new int[50];
    categories[7] = 1;
    for (int seed = 0; seed < 20; seed++) {
      BitSet validation = Split.validation(groupKeys, categories, 0.3, seed);
      assertThat(validation.get(7)).isFalse();
      assertThat(validation.cardinality()).isEqualTo(15);
    }
  }

  @Test
  void groupKeysIgnoreCaseDigitsSignsAndWhatComesLater() {
    assertThat(Split.groupKey("Dear Sir, on 01/02 I…"))
        .isEqualTo(Split.groupKey("DEAR sir: on 03/04/2020 I"))
        .isNotEqualTo(Split.groupKey("Dear Sir, on 01/02 we"));
    String letters = "x".repeat(Split.GROUP_KEY_LETTERS);
    assertThat(Split.groupKey(letters + "a")).isEqualTo(Split.groupKey(letters + "b"));
    assertThat(Split.groupKey("a" + letters)).isNotEqualTo(Split.groupKey("b" + letters));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
  void theShareIsChecked(double share) {
    assertThatThrownBy(() -> Split.validation(new long[0], new int[0], share, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share must be above 0 and below 1, but is " + share);
  }

  private static BitSet split(Letters corpus, double share, long seed) {
    return Split.validation(
        corpus.texts.stream().mapToLong(Split::groupKey).toArray(),
        corpus.categories.stream().mapToInt(Integer::intValue).toArray(),
        share,
        seed);
  }

  private record Letters(List<String> texts, List<String> groups, List<Integer> categories) {}

  /** Some letters are unique, some stand up to five times with different ends. */
  private static Letters formLetters(Random random) {
    Letters letters = new Letters(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; letters.texts.size() < 600; i++) {
      int category = random.nextInt(10) == 0 ? 1 : 0;
      String group = letters(random, 220) + " " + i;
      for (int copy = random.nextInt(4) == 0 ? random.nextInt(5) : 0; copy >= 0; copy--) {
        letters.texts.add(group + " ends with " + copy);
        letters.groups.add(group);
        letters.categories.add(category);
      }
    }
    return letters;
  }

  private static String letters(Random random, int length) {
    return random
        .ints(length, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void whatIsOnlyLearnedFromAndWhatBeginsAlikeIsNotMeasuredOn() {
    long[] keys = {1, 2, 1, 3, 4};
    int[] categories = {0, 0, 1, 1, -1};
    BitSet learnedOnly = new BitSet();
    learnedOnly.set(2);

    assertThat(Split.measurable(keys, categories, learnedOnly)).containsExactly(-1, 0, -1, 1, -1);
    assertThat(Split.measurable(keys, categories, new BitSet())).containsExactly(categories);
  }

  @Test
  void whatIsOnlyLearnedFromChangesNothingOfTheChoiceOtherwise() {
    long[] keys = new Random(1).longs(500).toArray();
    int[] categories = categories(500);
    BitSet learnedOnly = new BitSet();
    learnedOnly.set(400, 500);

    assertThat(Split.validation(keys, categories, learnedOnly, 0.1, 42))
        .isEqualTo(Split.validation(Arrays.copyOf(keys, 400), categories(400), 0.1, 42));

    keys[450] = keys[Split.validation(keys, categories, learnedOnly, 0.1, 42).nextSetBit(0)];
    BitSet without = Split.validation(keys, categories, learnedOnly, 0.1, 42);
    assertThat(without.stream().filter(document -> keys[document] == keys[450])).isEmpty();
  }

  private static int[] categories(int count) {
    return IntStream.range(0, count).map(i -> i % 3).toArray();
  }
}
