/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelErrorFinderTest {

  private static final List<String> ABC = List.of("a", "b", "c");

  /**
   * By hand. Thresholds: a (0.9 + 0.8 + 0.1 + 0.6 + 0.35) / 5 = 0.55, b (0.9 + 0.7 + 0.2) / 3 =
   * 0.6, c 0.9. Of the five labelled a three count for a, one for b and one for none: calibrated
   * 3.75 and 1.25. Of those labelled b two count for b and one for a, of those labelled c both for
   * c.
   */
  @Test
  void countsAsByHand() {
    LabelErrorFinder finder = new LabelErrorFinder(ABC);
    finder.add("a", answer(0.9, 0.05, 0.05));
    finder.add("a", answer(0.8, 0.1, 0.1));
    finder.add("b", answer(0.8, 0.2, 0));
    finder.add("a", answer(0.1, 0.9, 0));
    finder.add("a", answer(0.6, 0.1, 0.3));
    finder.add("a", answer(0.35, 0.4, 0.25));
    finder.add("b", answer(0.05, 0.9, 0.05));
    finder.add("b", answer(0.2, 0.7, 0.1));
    finder.add("c", answer(0.05, 0.05, 0.9));
    finder.add("c", answer(0.1, 0, 0.9));

    LabelErrors errors = finder.find();

    assertThat(errors.documents()).isEqualTo(10);
    assertThat(errors.estimated()).isCloseTo(2.25, within(1e-9));
    assertThat(errors.estimatedShare()).isCloseTo(0.225, within(1e-9));
    assertThat(errors.errors())
        .as("the least probable label first; of those labelled a, 1.25 is one")
        .containsExactly(
            new LabelError(3, new ScoredCategory("a", 0.1), new ScoredCategory("b", 0.9)),
            new LabelError(2, new ScoredCategory("b", 0.2), new ScoredCategory("a", 0.8)));
    assertThat(errors.pairs())
        .containsExactly(new LabelErrorPair("a", "b", 1.25, 1), new LabelErrorPair("b", "a", 1, 1));
  }

  /** Five normal distributions on a circle, whose Bayes posterior is the model. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mostOfWhatIsListedAreTheLabelsThatWereFlipped(long seed) {
    Random random = new Random(seed);
    Mixture mixture = new Mixture(5, 3.5);
    LabelErrorFinder finder = new LabelErrorFinder(mixture.categories());
    Set<Integer> flipped = new TreeSet<>();
    int documents = 3000;
    for (int i = 0; i < documents; i++) {
      int category = random.nextInt(5);
      double[] point = mixture.draw(category, random);
      int label = category;
      if (random.nextDouble() < 0.1) {
        label = (category + 1 + random.nextInt(4)) % 5;
        flipped.add(i);
      }
      finder.add(mixture.categories().get(label), mixture.posterior(point));
    }

    LabelErrors errors = finder.find();

    List<Integer> listed = errors.errors().stream().map(LabelError::document).toList();
    double hits = listed.stream().filter(flipped::contains).count();
    assertThat(hits / listed.size()).as("precision").isGreaterThan(0.85);
    assertThat(hits / flipped.size()).as("recall").isGreaterThan(0.85);
    assertThat(listed.subList(0, listed.size() / 2))
        .as("the first half of the list")
        .allMatch(flipped::contains);
    assertThat(errors.estimatedShare())
        .isCloseTo((double) flipped.size() / documents, within(0.02));
  }

  @Test
  void aModelThatAgreesFindsNone() {
    LabelErrorFinder finder = new LabelErrorFinder(ABC);
    for (String label : ABC) {
      finder.add(label, answer(label.equals("a") ? 1 : 0, label.equals("b") ? 1 : 0, 0.5));
    }

    assertThat(finder.find().errors()).isEmpty();
    assertThat(new LabelErrorFinder(ABC).find().estimatedShare()).isZero();
  }

  /** The formulas of the paper over whole matrices, nothing left out. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithThePlainFormulas(long seed) {
    Random random = new Random(seed);
    int documents = 300;
    int[] labels = new int[documents];
    double[][] probabilities = new double[documents][];
    LabelErrorFinder finder = new LabelErrorFinder(ABC);
    for (int i = 0; i < documents; i++) {
      labels[i] = random.nextInt(3);
      probabilities[i] = random.doubles(3, 0.05, 1).toArray();
      probabilities[i][labels[i]] += random.nextDouble();
      double sum = Arrays.stream(probabilities[i]).sum();
      for (int j = 0; j < 3; j++) {
        probabilities[i][j] /= sum;
      }
      finder.add(ABC.get(labels[i]), answer(probabilities[i]));
    }
    PlainFormulas plain = new PlainFormulas(3, labels, probabilities);

    LabelErrors errors = finder.find();

    assertThat(errors.estimated()).isCloseTo(plain.estimated(), within(1e-9));
    assertThat(errors.errors())
        .extracting(LabelError::document)
        .containsExactlyInAnyOrderElementsOf(plain.errors());
    assertThat(errors.errors()).extracting(error -> error.given().probability()).isSorted();
    assertThat(errors.pairs().stream().mapToInt(LabelErrorPair::listed).sum())
        .isEqualTo(errors.errors().size());
  }

  @Test
  void whatTheModelCannotJudgeIsLeftOutButNumbered() {
    LabelErrorFinder finder = new LabelErrorFinder(ABC);
    assertThat(finder.add("unheard of", answer(0.9, 0.1, 0))).isFalse();
    Categorization abstention = answer(0.1, 0.9, 0);
    assertThat(finder.add("a", new Categorization(abstention.ranked(), 3, 0, false, true)))
        .isFalse();
    finder.add("b", answer(0.1, 0.9, 0));
    finder.add("a", answer(0.8, 0.2, 0));
    assertThat(finder.add("b", answer(0.99, 0.01, 0))).isTrue();

    LabelErrors errors = finder.find();

    assertThat(errors.documents()).isEqualTo(3);
    assertThat(errors.errors()).extracting(LabelError::document).containsExactly(4);
  }

  @Test
  void refusesAnAnswerOfAnotherModel() {
    LabelErrorFinder finder = new LabelErrorFinder(List.of("a", "b"));
    assertThatThrownBy(() -> finder.add("a", answer(0.2, 0.2, 0.6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no category \"c\"");
  }

  private static Categorization answer(double... probabilities) {
    List<ScoredCategory> ranked = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      ranked.add(new ScoredCategory(ABC.get(i), probabilities[i]));
    }
    return new Categorization(ranked, 9, 9, false);
  }

  /** Points around the corners of a regular polygon, a category each. */
  private record Mixture(int corners, double radius) {

    List<String> categories() {
      return IntStream.range(0, corners).mapToObj(i -> "category " + i).toList();
    }

    double[] draw(int category, Random random) {
      double[] centre = centre(category);
      return new double[] {centre[0] + random.nextGaussian(), centre[1] + random.nextGaussian()};
    }

    Categorization posterior(double[] point) {
      double[] density = new double[corners];
      for (int i = 0; i < corners; i++) {
        double[] centre = centre(i);
        density[i] =
            Math.exp(-(Math.pow(point[0] - centre[0], 2) + Math.pow(point[1] - centre[1], 2)) / 2);
      }
      double sum = Arrays.stream(density).sum();
      List<ScoredCategory> ranked = new ArrayList<>();
      for (int i = 0; i < corners; i++) {
        ranked.add(new ScoredCategory(categories().get(i), density[i] / sum));
      }
      return new Categorization(ranked, 9, 9, false);
    }

    private double[] centre(int corner) {
      double angle = 2 * Math.PI * corner / corners;
      return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
  }

  /** Confident learning with arrays and loops, as the paper writes it. */
  private record PlainFormulas(int categories, int[] labels, double[][] probabilities) {

    double estimated() {
      double[][] joint = joint();
      double sum = 0;
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          sum += i == j ? 0 : joint[i][j];
        }
      }
      return sum;
    }

    Set<Integer> errors() {
      double[][] joint = joint();
      Set<Integer> errors = new TreeSet<>();
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          if (i != j) {
            errors.addAll(largestMargins(i, j).subList(0, (int) Math.round(joint[i][j])));
          }
        }
      }
      errors.removeIf(document -> argmax(probabilities[document]) == labels[document]);
      return errors;
    }

    private double[][] joint() {
      double[] sums = new double[categories];
      int[] counts = new int[categories];
      for (int x = 0; x < labels.length; x++) {
        sums[labels[x]] += probabilities[x][labels[x]];
        counts[labels[x]]++;
      }
      double[][] joint = new double[categories][categories];
      for (int x = 0; x < labels.length; x++) {
        double[] confident = new double[categories];
        for (int j = 0; j < categories; j++) {
          boolean reached = probabilities[x][j] >= sums[j] / counts[j];
          confident[j] = reached ? probabilities[x][j] : 0;
        }
        if (Arrays.stream(confident).sum() > 0) {
          joint[labels[x]][argmax(confident)]++;
        }
      }
      for (int i = 0; i < categories; i++) {
        double sum = Arrays.stream(joint[i]).sum();
        for (int j = 0; j < categories; j++) {
          joint[i][j] *= counts[i] / sum;
        }
      }
      return joint;
    }

    private List<Integer> largestMargins(int label, int other) {
      return IntStream.range(0, labels.length)
          .filter(x -> labels[x] == label)
          .boxed()
          .sorted(
              (x, y) ->
                  Double.compare(
                      probabilities[y][other] - probabilities[y][label],
                      probabilities[x][other] - probabilities[x][label]))
          .toList();
    }

    private static int argmax(double[] values) {
      int best = 0;
      for (int i = 1; i < values.length; i++) {
        best = values[i] > values[best] ? i : best;
      }
      return best;
    }
  }
}
