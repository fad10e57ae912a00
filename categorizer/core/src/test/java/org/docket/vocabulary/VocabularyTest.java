/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.docket.CollidingWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VocabularyTest {

  private final Vocabulary vocabulary = Vocabulary.of(List.of("loan", "bank"));

  @Test
  void idsFollowTheOrderAndZeroIsUnknown() {
    assertThat(vocabulary.ids(List.of("loan", "bank", "Loan", ""))).containsExactly(1, 2, 0, 0);
    assertThat(vocabulary.id("xbankx".toCharArray(), 4)).isZero();
    assertThat(vocabulary.id("bankx".toCharArray(), 4)).isEqualTo(2);
    assertThat(vocabulary.size()).isEqualTo(3);
  }

  /** The time tells whether their hashes spread: one slot for all of them takes minutes. */
  @Test
  @Timeout(20)
  void everyTokenOfALargeOneIsFoundAndNoOther() {
    // Spread over all of int: consecutive numbers have few hashes.
    List<String> tokens =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "w" + Integer.toString(i * 0x9E3779B1, 36))
            .toList();
    Vocabulary large = Vocabulary.of(tokens);
    assertThat(large.tokens()).isEqualTo(tokens);
    assertThat(large.ids(tokens)).isEqualTo(IntStream.rangeClosed(1, 100_000).toArray());
    assertThat(large.ids(tokens.stream().map(token -> token + "!").toList())).containsOnly(0);
    // The same hash, and the empty token.
    Vocabulary clashes = Vocabulary.of(List.of("Aa", "", "BB"));
    assertThat(clashes.ids(List.of("BB", "", "Aa", "C#"))).containsExactly(3, 2, 1, 0);
  }

  /** To find a slot for each would take 2^37 looks. */
  @Test
  @Timeout(20)
  void tokensThatAreMadeToCollideAreRefusedBeforeTheyTakeTimeSquared() {
    List<String> tokens = CollidingWords.of(19);
    assertThatThrownBy(() -> Vocabulary.of(tokens))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("its words are made to collide in a hash table")
        .hasMessageEndingWith("of 524,288");
  }

  /** Among so many others they take little time to load, but much of each text that has them. */
  @Test
  void tokensThatAreMadeToCollideAreRefusedAmongManyOthersToo() {
    List<String> tokens = new ArrayList<>(CollidingWords.of(10).subList(0, 600));
    IntStream.range(0, 200_000).mapToObj(Integer::toString).forEach(tokens::add);
    assertThatThrownBy(() -> Vocabulary.of(tokens))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("its words are made to collide in a hash table");
  }

  /** A few are, by chance. */
  @Test
  void someTokensMayCollide() {
    List<String> tokens = CollidingWords.of(4);
    assertThat(Vocabulary.of(tokens).ids(tokens)).isEqualTo(IntStream.rangeClosed(1, 16).toArray());
  }

  @Test
  void aTokenCannotStandTwice() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("loan", "loan")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"loan\"");
  }
}
