/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;

/** What any model must answer, and any error say. */
final class Answers {

  private static final List<String> TEXTS =
      List.of("", "the bank took a fee of $12.50", "qqq", "<b>loan</b> XXXX payment fee bank card");

  private Answers() {}

  /** Whether all answers of a model are probabilities, and the same a second time. */
  static void requireSound(TextCategorizer categorizer) {
    List<Categorization> together = categorizer.categorizeAll(TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      Categorization answer = categorizer.categorize(TEXTS.get(i));
      assertThat(together.get(i)).isEqualTo(answer);
      double sum = 0;
      for (ScoredCategory scored : answer.ranked()) {
        assertThat(scored.probability()).isBetween(0.0, 1.0);
        sum += scored.probability();
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  /** Whether an error says something, on one line. */
  static void requireMessage(Exception error) {
    assertThat(error.getMessage()).isNotBlank().doesNotContain("\n");
  }
}
