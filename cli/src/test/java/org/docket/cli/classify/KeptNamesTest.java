/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptNamesTest {

  @Test
  void namesStayAsTheyAre() {
    assertThat(KeptNames.of(List.of("Complaint ID", "State", "")))
        .containsExactly("Complaint ID", "State", "");
  }

  @Test
  void thoseOfTheAnswersGetAnother() {
    assertThat(KeptNames.of(List.of("row", "Category", "category_2", "probability_10", "text")))
        .containsExactly(
            "input_row",
            "input_Category",
            "input_category_2",
            "input_probability_10",
            "input_text");
    assertThat(KeptNames.of(List.of("category_x", "rows"))).containsExactly("category_x", "rows");
  }

  @Test
  void noneIsThereTwice() {
    assertThat(KeptNames.of(List.of("a", "a", "a", "input_a")))
        .containsExactly("a", "input_input_a", "input_input_input_a", "input_a");
    assertThat(KeptNames.of(List.of("input_text", "text")))
        .containsExactly("input_text", "input_input_text");
  }
}
