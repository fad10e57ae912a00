/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What labels are one, and what are others. */
class LabelTextTest {

  @ParameterizedTest
  @CsvSource({"1, -1", "1.5, 15", "2-3, 23", "C++, C", "+, -", "1/2, 12"})
  void whatNumbersSayIsNoPunctuation(String one, String other) {
    assertThat(LabelText.spelling(one)).isNotEqualTo(LabelText.spelling(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Debt collection, DEBT-COLLECTION",
    "401(k), 401k",
    "Level-1, level 1",
    "(1), 1",
    "a/b., A b"
  })
  void caseAndPunctuationMakeNoOtherLabel(String one, String other) {
    assertThat(LabelText.spelling(one)).isEqualTo(LabelText.spelling(other));
  }
}
