/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

  private static final RiskCoverage CURVE =
      RiskCoverage.of(
          List.of(
              prediction(0.5, false),
              prediction(0.9, true),
              prediction(0.8, true),
              prediction(0.6, true),
              prediction(0.6, false)));

  @Test
  void aThresholdKeepsWhatIsAtLeastAsSure() {
    assertThat(CURVE.at(0)).isEqualTo(new RiskCoverage.Point(0, 1, 0.6));
    assertThat(CURVE.at(0.6)).isEqualTo(new RiskCoverage.Point(0.6, 0.8, 0.75));
    assertThat(CURVE.at(0.61)).isEqualTo(new RiskCoverage.Point(0.61, 0.4, 1));
    assertThat(CURVE.at(0.95)).isEqualTo(new RiskCoverage.Point(0.95, 0, 1));
  }

  /** Of the two with 0.6 one is right: they are kept together, or neither. */
  @Test
  void theLowestThresholdOfAPrecisionIsFound() {
    assertThat(CURVE.forPrecision(0.5)).isEqualTo(new RiskCoverage.Point(0.5, 1, 0.6));
    assertThat(CURVE.forPrecision(0.75)).isEqualTo(new RiskCoverage.Point(0.6, 0.8, 0.75));
    assertThat(CURVE.forPrecision(0.8)).isEqualTo(new RiskCoverage.Point(0.8, 0.4, 1));
  }

  @Test
  void aPrecisionThatIsNotReachedKeepsNothing() {
    RiskCoverage wrong = RiskCoverage.of(List.of(prediction(1, false)));

    assertThat(wrong.forPrecision(0.95).coverage()).isZero();
    assertThat(wrong.forPrecision(0.95).threshold()).isGreaterThan(1);
    assertThat(RiskCoverage.of(List.of()).forPrecision(0.95).coverage()).isZero();
  }

  @Test
  void aCurveOfFewAnswersHasAPointForEachProbability() {
    assertThat(CURVE.curve(400))
        .containsExactly(
            new RiskCoverage.Point(0.5, 1, 0.6),
            new RiskCoverage.Point(0.6, 0.8, 0.75),
            new RiskCoverage.Point(0.8, 0.4, 1),
            new RiskCoverage.Point(0.9, 0.2, 1));
    assertThat(RiskCoverage.of(List.of()).curve(400)).isEmpty();
  }

  /** Nearly all answers are sure, and a slider moves over the thresholds nevertheless. */
  @Test
  void aCurveOfManyAnswersIsThinnedAndExact() {
    List<LabelledPrediction> many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> prediction(1 - Math.pow(i / 100_000.0, 8), i % 3 > 0))
            .toList();
    RiskCoverage curve = RiskCoverage.of(many);

    List<RiskCoverage.Point> points = curve.curve(400);

    assertThat(points).hasSizeBetween(200, 400);
    assertThat(points.get(0).coverage()).isEqualTo(1);
    assertThat(points).isSortedAccordingTo(Comparator.comparingDouble(p -> p.threshold()));
    assertThat(points).allSatisfy(p -> assertThat(curve.at(p.threshold())).isEqualTo(p));
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).threshold() - points.get(i - 1).threshold()).isLessThan(0.0051);
      assertThat(points.get(i - 1).coverage() - points.get(i).coverage()).isLessThan(0.0051);
    }
  }

  private static LabelledPrediction prediction(double probability, boolean right) {
    return new LabelledPrediction("a", right ? "a" : "b", probability);
  }
}
