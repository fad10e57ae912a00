/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final List<String> CATEGORIES = List.of("a", "b", "c");

  /** The normal approximation of the binomial. */
  @Test
  void theIntervalOfTheAccuracyIsThatOfAShare() {
    for (int documents : new int[] {1000, 100_000}) {
      List<LabelledPrediction> predictions = new ArrayList<>();
      predictions.addAll(Collections.nCopies(documents * 8 / 10, prediction("a", "a")));
      predictions.addAll(Collections.nCopies(documents * 2 / 10, prediction("b", "a")));

      Interval accuracy = Bootstrap.of(Evaluation.of(CATEGORIES, predictions)).accuracy();

      double half = 1.96 * Math.sqrt(0.8 * 0.2 / documents);
      assertThat(accuracy.value()).isEqualTo(0.8);
      assertThat(accuracy.low()).isCloseTo(0.8 - half, within(0.15 * half));
      assertThat(accuracy.high()).isCloseTo(0.8 + half, within(0.15 * half));
    }
  }

  /** Of two documents, one of them right, a quarter of the resamples has none right. */
  @Test
  void twoDocumentsTellNothing() {
    Intervals intervals =
        Bootstrap.of(
            Evaluation.of(CATEGORIES, List.of(prediction("a", "a"), prediction("b", "a"))));

    assertThat(intervals.accuracy()).isEqualTo(new Interval(0.5, 0, 1));
    assertThat(intervals.perCategory()).hasSize(3);
    assertThat(intervals.perCategory().get(0).recall()).isEqualTo(new Interval(1, 0, 1));
    assertThat(intervals.perCategory().get(1).recall()).isEqualTo(new Interval(0, 0, 0));
    assertThat(intervals.perCategory().get(2).support()).isZero();
  }

  @Test
  void oneDocumentHasAPoint() {
    Intervals intervals = Bootstrap.of(Evaluation.of(List.of("a"), List.of(prediction("a", "a"))));

    assertThat(intervals.accuracy()).isEqualTo(new Interval(1, 1, 1));
    assertThat(intervals.macroF1()).isEqualTo(new Interval(1, 1, 1));
  }

  /** Documents themselves are drawn, and each resample is evaluated as a whole. */
  @Test
  void allIntervalsAreThoseOfDrawingDocuments() {
    List<LabelledPrediction> predictions = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      String gold = i % 50 == 0 ? "unheard of" : CATEGORIES.get(random.nextInt(3));
      boolean right = random.nextInt(10) > 2 && i % 50 != 0;
      predictions.add(prediction(gold, right ? gold : CATEGORIES.get(random.nextInt(3))));
    }

    Intervals intervals = Bootstrap.of(Evaluation.of(CATEGORIES, predictions));

    Plain plain = Plain.of(predictions);
    plain.assertSame(intervals.accuracy(), Evaluation::accuracy);
    plain.assertSame(intervals.macroF1(), Evaluation::macroF1);
    for (CategoryIntervals scores : intervals.perCategory()) {
      if (scores.category() < CATEGORIES.size()) {
        int i = scores.category();
        plain.assertSame(scores.precision(), e -> e.perCategory().get(i).precision());
        plain.assertSame(scores.recall(), e -> e.perCategory().get(i).recall());
        plain.assertSame(scores.f1(), e -> e.perCategory().get(i).f1());
      }
    }
  }

  @Test
  void theSameDocumentsHaveTheSameIntervals() {
    Evaluation evaluation =
        Evaluation.of(CATEGORIES, List.of(prediction("a", "a"), prediction("b", "c")));

    assertThat(Bootstrap.of(evaluation)).isEqualTo(Bootstrap.of(evaluation));
  }

  @Test
  void ofThousandsOfCategoriesTheLargestHaveIntervals() {
    List<String> categories = IntStream.range(0, 1200).mapToObj(i -> "c" + i).toList();
    List<LabelledPrediction> predictions =
        categories.subList(150, 1200).stream().map(name -> prediction(name, name)).toList();

    Intervals intervals = Bootstrap.of(Evaluation.of(categories, predictions));

    assertThat(intervals.perCategory()).hasSize(Bootstrap.MOST);
    assertThat(intervals.perCategory()).allSatisfy(c -> assertThat(c.support()).isEqualTo(1));
  }

  /** Of three documents a resample often has none that is right. */
  @Test
  void anIntervalReachesToItsValueThoughCategoriesAreTiny() {
    List<String> categories = IntStream.range(0, 900).mapToObj(i -> "c" + i).toList();
    List<LabelledPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < 3 * 900; i++) {
      int predicted = i % 7 == 0 ? i + 1 : i;
      predictions.add(prediction("c" + i % 900, "c" + predicted % 900));
    }

    Interval macroF1 = Bootstrap.of(Evaluation.of(categories, predictions)).macroF1();

    assertThat(macroF1.high()).isGreaterThanOrEqualTo(macroF1.value());
    assertThat(macroF1.low()).isLessThan(macroF1.value());
  }

  private record Plain(List<Evaluation> resamples) {

    static Plain of(List<LabelledPrediction> all) {
      List<Evaluation> resamples = new ArrayList<>();
      Random random = new Random(77);
      for (int i = 0; i < 1000; i++) {
        resamples.add(
            Evaluation.of(
                CATEGORIES, random.ints(all.size(), 0, all.size()).mapToObj(all::get).toList()));
      }
      return new Plain(resamples);
    }

    void assertSame(Interval interval, ToDoubleFunction<Evaluation> score) {
      double[] values = resamples.stream().mapToDouble(score).toArray();
      Arrays.sort(values);
      assertThat(interval.low()).isCloseTo(values[25], within(0.02));
      assertThat(interval.high()).isCloseTo(values[975], within(0.02));
    }
  }

  private static LabelledPrediction prediction(String gold, String predicted) {
    return new LabelledPrediction(gold, predicted, 0.5);
  }
}
