/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.ScoredCategory;
import org.docket.TestModels;
import org.docket.TextCategorizer;
import org.docket.model.CategorizerModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

  @Test
  void eachWordOfAShortTextMovesTheBestCategory() {
    Explanation explanation =
        new Explainer(new Counting()).explain("my home loan loan is not good");
    assertThat(explanation.answer().best().category()).isEqualTo("loan");
    Contribution most = explanation.contributions().get(0);
    assertThat(most.text()).isEqualTo("loan");
    assertThat(most.places()).containsExactly(new Place(8, 12), new Place(13, 17));
    assertThat(most.weight()).isCloseTo(0.4, within(1e-9));
    Contribution next = explanation.contributions().get(1);
    assertThat(next.text()).isEqualTo("not");
    assertThat(next.weight()).as("speaks against it").isCloseTo(-0.1, within(1e-9));
    assertThat(explanation.contributions()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 47, 48, 49, 50, 100, 1000, 5000})
  void costsAtMostFiftyTimesThePlainAnswer(int words) {
    String text = text(words);
    Counting plain = new Counting();
    plain.categorize(text);
    Counting counting = new Counting();
    new Explainer(counting).explain(text);
    assertThat(counting.texts).isLessThanOrEqualTo(50);
    assertThat(counting.tokens).isLessThanOrEqualTo(50 * plain.tokens);
    assertThat(counting.largestBatch).isLessThanOrEqualTo(2 << 20);
  }

  @Test
  void copiesOfALongTextComeInBoundedBatches() {
    Counting counting = new Counting();
    new Explainer(counting).explain(text(80_000));
    assertThat(counting.largestBatch).isPositive().isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aLongTextIsCutFurtherWhereItMatters() {
    String text = text(300) + "escrow loan " + text(300);
    Explanation explanation = new Explainer(new Counting()).explain(text);
    Contribution most = explanation.contributions().get(0);
    assertThat(most.text()).contains("loan").hasSizeLessThan(40);
    Place place = most.places().get(0);
    assertThat(text.substring(place.start(), place.end())).isEqualTo(most.text());
    assertThat(explanation.contributions())
        .filteredOn(part -> part.weight() != 0)
        .as("all parts of it together hold the word once")
        .hasSize(1);
  }

  /** Which a passage that is left out as a whole would leave in place elsewhere. */
  @Test
  void aWordOfALongTextIsLeftOutAtAllItsPlaces() {
    String text = "loan " + text(200) + "loan " + text(200) + "loan";
    Contribution most = new Explainer(new Counting()).explain(text).contributions().get(0);
    assertThat(most.text()).isEqualTo("loan");
    assertThat(most.places()).hasSize(3);
    assertThat(most.weight()).isCloseTo(0.4, within(1e-9));
  }

  /** Each part's weight is what leaving out its places does. */
  @Test
  void wordsThatAreTakenTogetherStandAtTheirPlaces() {
    String text = text(100) + "one word1 two word2 three four ";
    Counting counting = new Counting();
    List<Contribution> parts = new Explainer(counting).explain(text).contributions();
    assertThat(parts).extracting(Contribution::text).contains("word99 one … two … three four");
    assertThat(parts.stream().mapToInt(part -> words(part).length).sum())
        .as("each of the different words is in one of the parts")
        .isEqualTo(104);
    List<String> places =
        parts.stream()
            .flatMap(part -> part.places().stream())
            .map(place -> text.substring(place.start(), place.end()))
            .toList();
    assertThat(String.join(" ", places).split(" "))
        .as("and each word of the text")
        .containsExactlyInAnyOrder(text.strip().split(" "));
  }

  @Test
  void whatSpeaksForTheAnswerIsCutBeforeWhatSpeaksAgainstIt() {
    String text = "not " + text(2000) + "loan";
    List<Contribution> parts = new Explainer(new Counting()).explain(text).contributions();
    Contribution most = parts.get(0);
    assertThat(most.weight()).isCloseTo(0.4, within(1e-9));
    Contribution against = parts.get(1);
    assertThat(against.weight()).isCloseTo(-0.1, within(1e-9));
    assertThat(against.text()).startsWith("not word0 ");
    assertThat(words(most)).hasSizeLessThan(words(against).length);
  }

  /** A model of word pairs, as one of n-grams is: of a pair no word may stay. */
  @Test
  void leavingOutAWordLeavesOutItsBigramsToo() {
    TextCategorizer bigrams = new Bigrams();
    List<Contribution> parts =
        new Explainer(bigrams).explain("i repaid my student loan long ago").contributions();
    assertThat(parts.subList(0, 2))
        .extracting(Contribution::text)
        .containsExactlyInAnyOrder("student", "loan");
    assertThat(parts.subList(0, 2))
        .allSatisfy(part -> assertThat(part.weight()).isCloseTo(0.3, within(1e-9)));
    assertThat(parts.subList(2, parts.size()))
        .allSatisfy(part -> assertThat(part.weight()).isCloseTo(0, within(1e-9)));
  }

  @Test
  void theModelsOwnAnalysisTellsTheWordsAndTheirPlaces() {
    String text = "<b>The loan</b> costs $1,200.00 &amp; a LOAN of XXXX XXXX, they said.";
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(TestModels.pooled());
    List<Contribution> parts = new Explainer(categorizer).explain(text).contributions();
    assertThat(parts)
        .extracting(Contribution::text)
        .containsExactlyInAnyOrder("loan", "costs", "$1,200.00", "XXXX", "said");
    assertThat(parts.stream().filter(part -> part.text().equals("loan")))
        .singleElement()
        .satisfies(
            part ->
                assertThat(part.places())
                    .extracting(place -> text.substring(place.start(), place.end()))
                    .containsExactly("loan", "LOAN"));
    double redacted =
        categorizer.categorize(text).best().probability()
            - probability(categorizer, "loan costs $1,200.00 loan said", text);
    assertThat(parts.stream().filter(part -> part.text().equals("XXXX")))
        .as("a run of redactions is left out as a whole")
        .singleElement()
        .satisfies(part -> assertThat(part.weight()).isCloseTo(redacted, within(1e-6)));
  }

  @Test
  void whatTheModelDoesNotReadTakesNoPlaceOfWhatIsLeftOut() {
    CategorizerModel model = TestModels.pooled();
    LstmDocumentCategorizer categorizer =
        LstmDocumentCategorizer.of(
            new CategorizerModel(
                model.language(),
                model.analysis().withMaxTokens(3),
                model.vocabulary(),
                model.categories(),
                model.priors(),
                model.network(),
                model.temperature(),
                model.provenance()));
    String text = "loan bank fee card card card";
    List<Contribution> parts = new Explainer(categorizer).explain(text).contributions();
    assertThat(parts).extracting(Contribution::text).doesNotContain("card").hasSize(3);
    double weight =
        categorizer.categorize(text).best().probability()
            - probability(categorizer, "bank fee", text);
    assertThat(parts)
        .filteredOn(part -> part.text().equals("loan"))
        .singleElement()
        .satisfies(part -> assertThat(part.weight()).isCloseTo(weight, within(1e-6)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "???",
        "\uD800",
        "loan \uDC00",
        "<b",
        "<loan>fee</",
        "&#36",
        "$",
        "&lt;$&gt;",
        "</b></b>",
        "贷款",
        "loan<!-- fee"
      })
  void everyTextHasAnExplanation(String text) {
    Explainer explainer = new Explainer(LstmDocumentCategorizer.of(TestModels.pooled()));
    assertThat(explainer.explain(text).contributions())
        .allSatisfy(part -> assertThat(text).contains(part.text()));
    Random random = new Random(42);
    String letters = "a <>&#;$€x/'\"!-\uD800贷\n1";
    for (int i = 0; i < 200; i++) {
      String odd =
          random
              .ints(20, 0, letters.length())
              .mapToObj(letter -> letters.substring(letter, letter + 1))
              .collect(Collectors.joining());
      explainer.explain(odd + text + odd);
    }
  }

  private static String[] words(Contribution part) {
    return part.text().replace(" … ", " ").split(" ");
  }

  private static double probability(TextCategorizer categorizer, String text, String like) {
    String best = categorizer.categorize(like).best().category();
    return categorizer.categorize(text).ranked().stream()
        .filter(scored -> scored.category().equals(best))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static String text(int words) {
    return IntStream.range(0, words).mapToObj(i -> "word" + i + " ").collect(Collectors.joining());
  }

  /** Knows the words "loan" (for its category) and "not" (against it), and counts its work. */
  private static final class Counting implements TextCategorizer {

    int texts;
    long tokens;
    long largestBatch;

    @Override
    public List<String> categories() {
      return List.of("loan", "other");
    }

    @Override
    public Categorization categorize(String text) {
      List<String> words = List.of(WhitespaceTokenizer.INSTANCE.tokenize(text));
      texts++;
      tokens += words.size();
      double loan = 0.51 + (words.contains("loan") ? 0.4 : 0) - (words.contains("not") ? 0.1 : 0);
      return new Categorization(
          List.of(new ScoredCategory("loan", loan), new ScoredCategory("other", 1 - loan)),
          words.size(),
          words.size(),
          false);
    }

    @Override
    public List<Categorization> categorizeAll(List<String> all) {
      largestBatch = Math.max(largestBatch, all.stream().mapToLong(String::length).sum());
      return all.stream().map(this::categorize).toList();
    }
  }

  /** Knows "student loan", in this order and side by side. */
  private static final class Bigrams implements TextCategorizer {

    @Override
    public List<String> categories() {
      return List.of("student loan", "other");
    }

    @Override
    public Categorization categorize(String text) {
      List<String> words = List.of(WhitespaceTokenizer.INSTANCE.tokenize(text));
      int student = words.indexOf("student");
      boolean pair = student >= 0 && words.subList(student, words.size()).indexOf("loan") == 1;
      double probability = pair ? 0.9 : 0.6;
      return new Categorization(
          List.of(
              new ScoredCategory("student loan", probability),
              new ScoredCategory("other", 1 - probability)),
          words.size(),
          words.size(),
          false);
    }

    @Override
    public List<Categorization> categorizeAll(List<String> all) {
      return all.stream().map(this::categorize).toList();
    }
  }
}
