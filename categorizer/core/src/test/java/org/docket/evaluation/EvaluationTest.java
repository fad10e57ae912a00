/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
    assertThat(evaluation.categories()).containsExactly("a", "b", "never", "(other labels)");
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.confusion())
        .isDeepEqualTo(new int[][] {{1, 1, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 0}, {1, 0, 0, 0}});
    assertThat(evaluation.perCategory().get(0)).isEqualTo(new CategoryScore("a", 0.5, 0.5, 0.5, 2));
    assertThat(evaluation.perCategory().get(1).f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(evaluation.perCategory().get(3))
        .isEqualTo(new CategoryScore("(other labels)", 0, 0, 0, 1));
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

  /** Who names the column of numbers as that of labels has a label for each document. */
  @Test
  void anyNumberOfOtherLabelsShareARow() {
    List<LabelledPrediction> predictions = new ArrayList<>();
    predictions.add(new LabelledPrediction("a", "a", 0.9));
    for (int i = 0; i < 21_000; i++) {
      predictions.add(new LabelledPrediction("number " + i, i % 3 == 0 ? "a" : "b", 0.5));
      predictions.add(new LabelledPrediction("number " + i, "a", 0.5));
    }
    Evaluation many = Evaluation.of(List.of("a", "b"), predictions);
    assertThat(many.categories()).containsExactly("a", "b", Evaluation.OTHER_LABELS);
    assertThat(many.confusion())
        .isDeepEqualTo(new int[][] {{1, 0, 0}, {0, 0, 0}, {28_000, 14_000, 0}});
    assertThat(many.otherLabels().labels()).isEqualTo(21_000);
    assertThat(many.otherLabels().documents()).isEqualTo(42_000);
    assertThat(many.otherLabels().examples()).hasSize(10).startsWith("number 0", "number 1");
    double f1 = 2 * (1.0 / 28_001) / (1.0 / 28_001 + 1);
    assertThat(many.macroF1()).isCloseTo(f1 / 21_002, within(1e-15));
  }

  @Test
  void withoutOtherLabelsThereIsNoRowForThem() {
    Evaluation own =
        Evaluation.of(List.of("a", "b"), List.of(new LabelledPrediction("b", "a", 0.5)));
    assertThat(own.categories()).containsExactly("a", "b");
    assertThat(own.otherLabels()).isEqualTo(new OtherLabels(0, 0, List.of()));
    assertThat(own.macroF1()).isZero();
  }

  @Test
  void aPredictionOfNoCategoryIsRefused() {
    List<LabelledPrediction> foreign = List.of(new LabelledPrediction("c", "c", 0.5));
    assertThatThrownBy(() -> Evaluation.of(List.of("a"), foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"c\"");
  }

  @Test
  void bothEndsOfConfidenceHaveTheirBin() {
    Evaluation extreme =
        Evaluation.of(
            List.of("a", "b"),
            List.of(new LabelledPrediction("a", "a", 1), new LabelledPrediction("b", "a", 0.001)));
    List<ReliabilityBin> bins = extreme.reliability();
    assertThat(bins.get(0)).isEqualTo(new ReliabilityBin(0, 1.0 / 15, 1, 0.001, 0));
    assertThat(bins.get(1)).isEqualTo(new ReliabilityBin(1.0 / 15, 2.0 / 15, 0, 0, 0));
    assertThat(bins.get(14)).isEqualTo(new ReliabilityBin(14.0 / 15, 1, 1, 1, 1));
  }
}
