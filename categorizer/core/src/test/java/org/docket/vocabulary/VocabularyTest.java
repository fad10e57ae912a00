/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
  void aTokenCannotStandTwice() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("loan", "loan")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"loan\"");
  }
}
