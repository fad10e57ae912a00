/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Vocabulary vocabulary = Vocabulary.of(List.of("loan", "bank"));

  @Test
  void idsFollowTheOrderAndZeroIsUnknown() {
    assertThat(vocabulary.ids(List.of("loan", "bank", "Loan", ""))).containsExactly(1, 2, 0, 0);
    assertThat(vocabulary.id("xbankx".toCharArray(), 4)).isZero();
    assertThat(vocabulary.id("bankx".toCharArray(), 4)).isEqualTo(2);
    assertThat(vocabulary.size()).isEqualTo(3);
  }

  @Test
  void everyTokenOfALargeOneIsFoundAndNoOther() {
    List<String> tokens =
        IntStream.range(0, 5000).mapToObj(i -> "w" + Integer.toString(i, 36)).toList();
    Vocabulary large = Vocabulary.of(tokens);
    assertThat(large.tokens()).isEqualTo(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(large.id(tokens.get(i))).isEqualTo(i + 1);
      assertThat(large.id(tokens.get(i) + "!")).isZero();
    }
    // The same hash, and the empty token.
    Vocabulary clashes = Vocabulary.of(List.of("Aa", "", "BB"));
    assertThat(clashes.ids(List.of("BB", "", "Aa", "C#"))).containsExactly(3, 2, 1, 0);
  }

  @Test
  void aTokenCannotStandTwice() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("loan", "loan")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"loan\"");
  }
}
