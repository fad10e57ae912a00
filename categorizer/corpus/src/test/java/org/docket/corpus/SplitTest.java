/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SplitTest {

  @RepeatedTest(20)
  void noOpeningOnBothSidesAndTheSharesHold(RepetitionInfo repetition) {
    List<LabelledText> corpus = formLetters(new Random(repetition.getCurrentRepetition()));
    Split split = Split.of(corpus, 0.2, repetition.getCurrentRepetition());

    Set<String> both = openings(split.training());
    both.retainAll(openings(split.validation()));
    assertThat(both).isEmpty();
    assertThat(split.training().size() + split.validation().size()).isEqualTo(corpus.size());
    for (String category : List.of("common", "rare")) {
      double all = count(corpus, category);
      double share = count(split.validation(), category) / all;
      assertThat(share).as(category).isBetween(0.2 - 3 / all, 0.2 + 1 / all);
    }
  }

  @Test
  void theSeedDecides() {
    List<LabelledText> corpus = formLetters(new Random(1));
    assertThat(Split.of(corpus, 0.1, 7)).isEqualTo(Split.of(corpus, 0.1, 7));
    assertThat(Split.of(corpus, 0.1, 7)).isNotEqualTo(Split.of(corpus, 0.1, 8));
  }

  @Test
  void aCategorysOnlyDocumentIsTrainedOn() {
    List<LabelledText> corpus = new ArrayList<>(formLetters(new Random(1)));
    LabelledText only = new LabelledText("only one", "text");
    corpus.add(only);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(Split.of(corpus, 0.3, seed).training()).contains(only);
    }
  }

  @Test
  void openingsIgnoreCaseDigitsAndSigns() {
    assertThat(Split.opening("Dear Sir, on 01/02 I…"))
        .isEqualTo(Split.opening("DEAR sir: on 03/04/2020 I"))
        .isEqualTo("dearsironi");
    assertThat(Split.opening("x".repeat(500))).hasSize(Split.OPENING);
  }

  @Test
  void theShareIsChecked() {
    assertThatThrownBy(() -> Split.of(List.of(), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share");
  }

  /** Some letters are unique, some stand up to five times with different ends. */
  private static List<LabelledText> formLetters(Random random) {
    List<LabelledText> corpus = new ArrayList<>();
    for (int i = 0; corpus.size() < 600; i++) {
      String category = random.nextInt(10) == 0 ? "rare" : "common";
      String opening = letters(random, 220) + " " + i;
      for (int copy = random.nextInt(4) == 0 ? random.nextInt(5) : 0; copy >= 0; copy--) {
        corpus.add(new LabelledText(category, opening + " ends with " + copy));
      }
    }
    return corpus;
  }

  private static String letters(Random random, int length) {
    return random
        .ints(length, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static Set<String> openings(List<LabelledText> documents) {
    return documents.stream()
        .map(document -> Split.opening(document.text()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static long count(List<LabelledText> documents, String category) {
    return documents.stream().filter(d -> d.category().equals(category)).count();
  }
}
