/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.docket.evaluation.LabelledPrediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

  @Test
  void fewAreTestedExactly() {
    // 2 (C(14,0) + C(14,1) + C(14,2) + C(14,3) + C(14,4)) / 2^14
    double byHand = 2.0 * (1 + 14 + 91 + 364 + 1001) / 16384;
    McNemar test = McNemar.of(10, 4);
    assertThat(test.exact()).isTrue();
    assertThat(test.p()).isCloseTo(byHand, within(1e-12));
    assertThat(McNemar.of(4, 10).p()).isEqualTo(test.p());
    assertThat(McNemar.of(0, 5).p()).isCloseTo(2 / 32.0, within(1e-12));
  }

  @Test
  void manyAreTestedByChiSquaredWithCorrection() {
    // (|121 - 59| - 1)^2 / 180, the example of many textbooks; R's mcnemar.test says 5.45e-06.
    McNemar test = McNemar.of(121, 59);
    assertThat(test.exact()).isFalse();
    assertThat(test.chiSquared()).isCloseTo(3721 / 180.0, within(1e-12));
    assertThat(test.p()).isCloseTo(5.45e-6, within(0.005e-6));
    assertThat(McNemar.of(59, 121).p()).isEqualTo(test.p());
  }

  @ParameterizedTest
  @CsvSource({"12, 12, true", "12, 13, false", "24, 0, true", "25, 0, false"})
  void fewMeansFewerThan25(int b, int c, boolean exact) {
    assertThat(McNemar.of(b, c).exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "3, 4", "40, 40", "40, 41"})
  void noDifferenceIsNoEvidence(int b, int c) {
    assertThat(McNemar.of(b, c).p()).isCloseTo(1, within(1e-12));
  }

  @Test
  void onlyDocumentsThatOneModelGetsRightCount() {
    List<LabelledPrediction> first =
        predictions("right", "right", "right", "wrong", "wrong", "other");
    List<LabelledPrediction> second =
        predictions("right", "wrong", "other", "right", "wrong", "wrong");
    McNemar test = McNemar.of(first, second);
    assertThat(test.onlyFirstRight()).isEqualTo(2);
    assertThat(test.onlySecondRight()).isEqualTo(1);
    assertThatThrownBy(() -> McNemar.of(first, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<LabelledPrediction> predictions(String... predicted) {
    return Stream.of(predicted).map(p -> new LabelledPrediction("right", p, 0.5)).toList();
  }
}
