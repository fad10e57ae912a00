/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.model.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LstmDocumentCategorizerTest {

  private final LstmDocumentCategorizer categorizer =
      LstmDocumentCategorizer.of(TestModels.pooled());

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "zzz qqq", "\uD800\uDC00\uD800", "the of and"})
  void aTextThatSaysNothingGetsThePriors(String text) {
    Categorization answer = categorizer.categorize(text);
    assertThat(answer.abstains()).isTrue();
    assertThat(answer.knownTokens()).isZero();
    assertThat(answer.best().category()).isEqualTo("Mortgage");
    assertThat(answer.best().probability()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void abstainsOnATextOfWhoseWordsItKnowsTooFew() {
    LstmDocumentCategorizer profiled = LstmDocumentCategorizer.of(TestModels.profiled());
    List<String> texts =
        List.of("loan", "loan xyz", "loan uno dos tres", "bank fee uno dos", "uno");
    List<Categorization> answers = profiled.categorizeAll(texts);
    assertThat(answers)
        .extracting(Categorization::abstains)
        .containsExactly(false, false, true, true, true);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(profiled.categorize(texts.get(i))).isEqualTo(answers.get(i));
      Categorization before = categorizer.categorize(texts.get(i));
      assertThat(answers.get(i).ranked()).as("probabilities").isEqualTo(before.ranked());
      assertThat(before.abstains()).as("without a profile").isEqualTo(i == 4);
    }
  }

  @Test
  void textAndTokensGiveTheSame() {
    String text = "The bank took a fee, not a payment of $123!";
    double[] tokens = categorizer.categorize(text.split(" "));
    Categorization answer = categorizer.categorize(text);
    assertThat(answer.tokens()).isEqualTo(6);
    assertThat(answer.knownTokens()).isEqualTo(5);
    for (ScoredCategory scored : answer.ranked()) {
      assertThat(tokens[categorizer.getIndex(scored.category())]).isEqualTo(scored.probability());
    }
    assertThat(categorizer.categorize(text.split(" "), Map.of("extra", 1))).isEqualTo(tokens);
    String[] analyzed = {"bank", "took", "fee", "not", "payment", "amount3"};
    assertThat(categorizer.categorizeAnalyzed(analyzed)).isEqualTo(tokens);
  }

  @Test
  void aVeryLongTextIsCutAndSaysSo() {
    Categorization answer = categorizer.categorize("bank fee ".repeat(1_200_000));
    assertThat(answer.truncated()).isTrue();
    assertThat(answer.tokens()).isEqualTo(400);
    assertThat(answer.ranked().stream().mapToDouble(ScoredCategory::probability).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() {
    List<String> texts =
        IntStream.range(0, 500)
            .mapToObj(i -> "bank fee card $" + i + " loan ".repeat(i % 9))
            .toList();
    List<Categorization> serial = categorizer.categorizeAll(texts);
    assertThat(texts.parallelStream().map(categorizer::categorize).toList()).isEqualTo(serial);
  }

  @Test
  void aBatchAnswersLikeItsTextsOneByOne() {
    List<String> texts = List.of("", "bank fee", "qqq zzz", "mortgage mortgage", "bank", "...");
    assertThat(categorizer.categorizeAll(texts))
        .isEqualTo(texts.stream().map(categorizer::categorize).toList());
    assertThat(categorizer.categorizeAll(List.of())).isEmpty();
    assertThat(categorizer.categorizeAll(List.of(""))).allMatch(Categorization::abstains);
  }

  @Test
  void theModelFileGivesTheSameAnswers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.bin");
    ModelFile.write(TestModels.pooled(), file);
    assertThat(LstmDocumentCategorizer.load(file).categorize("bank fee"))
        .isEqualTo(categorizer.categorize("bank fee"))
        .isEqualTo(Categorizers.load(file).categorize("bank fee"));
  }

  @Test
  void aModelOnTheClassPath(@TempDir Path folder) throws IOException {
    ModelFile.write(TestModels.pooled(), folder.resolve("model.bin"));
    try (URLClassLoader classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      URL resource = classPath.getResource("model.bin");
      assertThat(LstmDocumentCategorizer.load(resource).categorize("bank fee"))
          .isEqualTo(categorizer.categorize("bank fee"));
    }
    URL text = Files.writeString(folder.resolve("text.bin"), "not a model").toUri().toURL();
    assertThatThrownBy(() -> LstmDocumentCategorizer.load(text))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("there is no usable model at " + text + ": it is not a zip");
    URL missing = folder.resolve("missing.bin").toUri().toURL();
    assertThatThrownBy(() -> LstmDocumentCategorizer.load(missing))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("missing.bin");
  }

  @Test
  void theInterfaceOfOpenNlp() {
    double[] results = {0.25, 0.5, 0.25};
    assertThat(categorizer.getNumberOfCategories()).isEqualTo(3);
    assertThat(categorizer.getBestCategory(results)).isEqualTo("Bank account");
    assertThat(categorizer.getBestCategory(new double[] {0.4, 0.4, 0.2})).isEqualTo("Mortgage");
    assertThat(categorizer.getCategory(2)).isEqualTo("Prêt, étudiant");
    assertThat(categorizer.getIndex("Prêt, étudiant")).isEqualTo(2);
    assertThat(categorizer.getIndex("no such category")).isEqualTo(-1);
    assertThat(categorizer.getAllResults(results))
        .isEqualTo("Mortgage[0.2500]  Bank account[0.5000]  Prêt, étudiant[0.2500]");
    assertThatThrownBy(() -> categorizer.getAllResults(new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(categorizer.scoreMap(new String[] {"bank"})).hasSize(3).containsKey("Mortgage");
    assertThat(categorizer.sortedScoreMap(new String[] {"bank"}).lastKey())
        .isEqualTo(categorizer.categorize("bank").best().probability());
  }
}
