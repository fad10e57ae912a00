/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

  private static final List<String> CATEGORIES = List.of("Card", "Loan");

  @Test
  void partsAreNestedAndHaveTheSameShareOfEachCategory() {
    int[] categories = IntStream.range(0, 330).map(i -> i % 11 == 0 ? 1 : 0).toArray();
    BitSet documents = new BitSet();
    documents.set(0, 330);
    Subsets subsets = new Subsets(documents, categories, 5);

    BitSet tenth = subsets.share(0.1);
    BitSet half = subsets.share(0.5);

    assertThat(tenth.cardinality()).isEqualTo(33);
    assertThat(tenth.stream().filter(d -> categories[d] == 1).count()).isEqualTo(3);
    assertThat(half.cardinality()).isEqualTo(165);
    BitSet outside = (BitSet) tenth.clone();
    outside.andNot(half);
    assertThat(outside.isEmpty()).isTrue();
    assertThat(subsets.share(1)).isEqualTo(documents);
    assertThat(new Subsets(documents, categories, 5).share(0.1)).isEqualTo(tenth);
    assertThat(new Subsets(documents, categories, 6).share(0.1)).isNotEqualTo(tenth);
  }

  @Test
  void aCategoryOfOneDocumentIsInEveryPart() {
    BitSet documents = new BitSet();
    documents.set(0, 10);

    BitSet tenth = new Subsets(documents, new int[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0}, 1).share(0.1);

    assertThat(tenth.get(4)).isTrue();
    assertThat(tenth.cardinality()).isEqualTo(2);
  }

  @Test
  void aPowerLawIsFoundAgain() {
    double[] sizes = {100, 250, 500, 1000};
    double[] errors =
        IntStream.range(0, 4).mapToDouble(i -> 2 * Math.pow(sizes[i], -0.4)).toArray();

    PowerLaw law = PowerLaw.fit(sizes, errors);

    assertThat(law.factor()).isCloseTo(2, within(1e-9));
    assertThat(law.exponent()).isCloseTo(0.4, within(1e-9));
    assertThat(law.error(4000)).isCloseTo(2 * Math.pow(4000, -0.4), within(1e-9));
    assertThat(law.error(1)).isEqualTo(1);
  }

  @Test
  void theForecastOfALawIsNearItAndItsIntervalHoldsIt() {
    Curve curve = curve(3000, 600, 2400, 6000, 12_000);

    Forecast forecast = curve.forecast().orElseThrow();

    // Errors fall as 600^-0.35 times 10 does: 24000 documents have about 0.29.
    double expected = 1 - error(24_000);
    assertThat(forecast.accuracy(24_000).value()).isCloseTo(expected, within(0.02));
    assertThat(forecast.accuracy(24_000).contains(expected)).isTrue();
    assertThat(forecast.accuracy(24_000).high() - forecast.accuracy(24_000).low())
        .isBetween(0.005, 0.1);
    assertThat(forecast.accuracy(48_000).value()).isGreaterThan(forecast.accuracy(24_000).value());
    assertThat(forecast.flattens()).isFalse();
    assertThat(CurveWords.of(curve).get(0))
        .startsWith("Now, with 12,000 documents, the accuracy is 0.")
        .contains("With twice as many the law expects 0.");
    assertThat(new Forecast(curve.points(), gold(3000), 1).accuracy(24_000))
        .isEqualTo(forecast.accuracy(24_000));
  }

  @Test
  void aFlatCurveIsCalledFlat() {
    List<String> words = flat(20_000);

    assertThat(words.get(0))
        .startsWith("No improvement is visible beyond the noise: from 100 to 1,000 documents")
        .contains("not worth their price");
    assertThat(String.join(" ", words)).doesNotContain("twice as many");
  }

  @Test
  void aFewValidationDocumentsCannotTellThatItIsFlat() {
    assertThat(flat(40).get(0))
        .startsWith("No improvement is visible beyond the noise")
        .contains("too few validation documents to tell")
        .doesNotContain("not worth");
  }

  private static List<String> flat(int validated) {
    int[] gold = gold(validated);
    List<CurvePoint> points = new ArrayList<>();
    for (int documents : new int[] {100, 250, 500, 1000}) {
      points.add(point(documents, gold, 0.2, documents));
    }
    return CurveWords.of(Curve.of(CATEGORIES, points, gold, 1));
  }

  @Test
  void aCurveThatStopsToFallIsSaidToFlatten() {
    int[] gold = gold(5000);
    List<CurvePoint> points =
        List.of(
            point(100, gold, 0.5, 1),
            point(250, gold, 0.3, 2),
            point(500, gold, 0.2, 3),
            point(1000, gold, 0.195, 4));
    Curve curve = Curve.of(CATEGORIES, points, gold, 1);

    assertThat(curve.forecast().orElseThrow().flattens()).isTrue();
    assertThat(CurveWords.of(curve)).anyMatch(words -> words.startsWith("The curve flattens"));
    assertThat(CurveWords.of(curve)).anyMatch(words -> words.contains("not more than the noise"));
  }

  @Test
  void sizesThatFailedAreLeftOutAndTwoAreNoCurve() {
    int[] gold = gold(100);
    CurvePoint failed = new CurvePoint(0.1, 10, List.of(), Optional.of("too few"));
    Curve curve =
        Curve.of(
            CATEGORIES,
            List.of(failed, failed, point(50, gold, 0.3, 1), point(100, gold, 0.2, 2)),
            gold,
            1);
    StringWriter out = new StringWriter();
    CurveText text = new CurveText(new PrintWriter(out), 100);

    text.done(failed);
    text.print(curve);

    assertThat(curve.forecast()).isEmpty();
    assertThat(CurveWords.of(curve)).hasSize(1).first().asString().startsWith("Fewer than three");
    assertThat(out.toString()).contains("left out: too few").doesNotContain("NaN");
  }

  @Test
  void noMistakesAtAllAreNoReasonForInfinity() {
    int[] gold = gold(50);
    List<CurvePoint> points = new ArrayList<>();
    for (int documents : new int[] {10, 25, 50, 100}) {
      points.add(point(documents, gold, 0, 1));
    }

    Curve curve = Curve.of(CATEGORIES, points, gold, 1);

    assertThat(curve.forecast().orElseThrow().accuracy(200).value()).isBetween(0.9, 1.0);
    assertThat(CurveWords.of(curve).get(0)).startsWith("No improvement is visible");
  }

  private static double error(double documents) {
    return 10 * Math.pow(documents, -0.35);
  }

  private static Curve curve(int validated, int... sizes) {
    int[] gold = gold(validated);
    List<CurvePoint> points = new ArrayList<>();
    for (int size : sizes) {
      points.add(point(size, gold, error(size), size));
    }
    return Curve.of(CATEGORIES, points, gold, 1);
  }

  private static int[] gold(int documents) {
    return IntStream.range(0, documents).map(i -> i % 2).toArray();
  }

  /** A point whose run is wrong on such a share of the documents. */
  private static CurvePoint point(int size, int[] gold, double error, long seed) {
    Random random = new Random(seed);
    int[] predicted =
        IntStream.of(gold).map(g -> random.nextDouble() < error ? 1 - g : g).toArray();
    CurveRun blank = new CurveRun(0.5, 1, size, 0, 0, 1, new double[2], predicted);
    int[] once = IntStream.of(gold).map(g -> 1).toArray();
    double accuracy = 1 - blank.error(gold, once);
    CurveRun run =
        new CurveRun(0.5, 1, size, accuracy, accuracy, 1, blank.f1(gold, once), predicted);
    return new CurvePoint(0.5, size, List.of(run), Optional.empty());
  }
}
