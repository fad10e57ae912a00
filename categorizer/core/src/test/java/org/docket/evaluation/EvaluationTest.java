/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private final Evaluation evaluation =
      Evaluation.of(
          List.of("a", "b", "never"),
          List.of(
              new LabelledPrediction("a", "a", 0.9),
              new LabelledPrediction("a", "b", 0.6),
              new LabelledPrediction("b", "b", 0.9),
              new LabelledPrediction("c", "a", 0.6)));

  @Test
  void countsByHand() {
    assertThat(evaluation.documents()).isEqualTo(4);
    assertThat(evaluation.categories()).containsExactly("a", "b", "never", "c");
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.confusion())
        .isDeepEqualTo(new int[][] {{1, 1, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 0}, {1, 0, 0, 0}});
    assertThat(evaluation.perCategory().get(0)).isEqualTo(new CategoryScore("a", 0.5, 0.5, 0.5, 2));
    assertThat(evaluation.perCategory().get(1).f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(evaluation.perCategory().get(3)).isEqualTo(new CategoryScore("c", 0, 0, 0, 1));
  }

  @Test
  void macroF1LeavesOutWhatNeverOccurs() {
    assertThat(evaluation.macroF1()).isCloseTo((0.5 + 2.0 / 3 + 0) / 3, within(1e-12));
  }

  @Test
  void calibrationErrorByHand() {
    // Two documents at 0.9, both right: off by 0.1. Two at 0.6, none right: off by 0.6.
    assertThat(evaluation.ece()).isCloseTo((0.1 + 0.6) / 2, within(1e-12));
    assertThat(evaluation.reliability()).hasSize(15);
  }

  @Test
  void nothingToEvaluateIsAnError() {
    assertThatThrownBy(() -> Evaluation.of(List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
