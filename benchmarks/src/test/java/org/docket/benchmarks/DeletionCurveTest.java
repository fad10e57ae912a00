/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.docket.Categorization;
import org.docket.Categorizers;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.explanation.Explainer;
import org.junit.jupiter.api.Test;

class DeletionCurveTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void theWordsThatAreNamedDecideAndOthersDoNot() {
    List<String> texts = new ArrayList<>();
    Corpus.read(
        ROOT.resolve("conf/demo/complaints-hard.csv"),
        CorpusOptions.defaults(),
        document -> texts.add(document.text()));
    TextCategorizer shipped = Categorizers.load(ROOT.resolve("models/complaints-en.bin"));

    DeletionCurve.Point five = new DeletionCurve(shipped).measure(texts, List.of(5)).get(0);

    assertThat(five.documents()).isGreaterThan(50);
    assertThat(five.fall()).isGreaterThan(0.2).isGreaterThan(3 * five.fallOfOthers());
    assertThat(five.changed()).isGreaterThan(0.2).isGreaterThan(3 * five.changedByOthers());
  }

  /** By hand: each "loan" moves 0.1. */
  @Test
  void measuresWhatIsLeftOut() {
    DeletionCurve curve = new DeletionCurve(new Loans());

    List<DeletionCurve.Point> points =
        curve.measure(List.of("loan a b loan", "nothing to be said"), List.of(1, 2));

    assertThat(points.get(0).documents()).isEqualTo(2);
    assertThat(points.get(0).fall()).as("0.7 to 0.5, and 0.5 to 0.5").isCloseTo(0.1, within(1e-9));
    assertThat(points.get(0).fallOfOthers()).isCloseTo(0, within(1e-9));
    assertThat(points.get(1).documents()).as("with twice as many words").isEqualTo(1);
  }

  @Test
  void othersAreLeftOutAtAsManyPlaces() {
    String text = "loan a loan b loan c loan d e";
    NamedWords words = NamedWords.of(text, new Explainer(new Loans()).explain(text));

    assertThat(words.without(1).split(" +")).containsExactly("", "a", "b", "c", "d", "e");
    assertThat(words.withoutOthers(1, new Random(1)).split(" +"))
        .as("one word of five others stays")
        .hasSize(5)
        .contains("loan");
  }

  @Test
  void wordsThatAreNamedTogetherAreTakenApart() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("word").append(i).append(" word").append(i / 2).append(' ');
    }

    NamedWords words =
        NamedWords.of(text.toString(), new Explainer(new Loans()).explain(text.toString()));

    assertThat(words.words()).hasSize(200);
    assertThat(words.without(200)).isBlank();
  }

  /** Every "loan" adds to its probability. */
  private static final class Loans implements TextCategorizer {

    @Override
    public List<String> categories() {
      return List.of("loan", "other");
    }

    @Override
    public Categorization categorize(String text) {
      long loans = Arrays.stream(text.split(" ")).filter("loan"::equals).count();
      double loan = 0.5 + 0.1 * loans;
      return new Categorization(
          List.of(new ScoredCategory("loan", loan), new ScoredCategory("other", 1 - loan)),
          9,
          9,
          false);
    }

    @Override
    public List<Categorization> categorizeAll(List<String> texts) {
      return texts.stream().map(this::categorize).toList();
    }
  }
}
