/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.text.AnalysisSpec;
import org.docket.training.config.TextConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodedCorpusTest {

  @TempDir Path folder;

  private static final List<LabelledText> TRAINING =
      List.of(
          new LabelledText("loan", "Student loan student"),
          new LabelledText("card", "card loan"),
          new LabelledText("card", "rare"));

  @Test
  void theVocabularyIsRankedByDocumentsThenByTheToken() {
    EncodedCorpus corpus = corpus(TRAINING, TRAINING, config(1));

    assertThat(corpus.vocabulary().tokens()).containsExactly("loan", "card", "rare", "student");
    assertThat(corpus.categories()).containsExactly("card", "loan");
    assertThat(corpus.training().ids(0)).containsExactly(4, 1, 4);
    assertThat(corpus.training().label(0)).isEqualTo(1);
    assertThat(corpus.priors()).containsExactly(2 / 3f, 1 / 3f);
  }

  @Test
  void rareTokensAreUnknownAndTextsWithoutAKnownOneAreLeftOut() {
    EncodedCorpus corpus = corpus(TRAINING, TRAINING, config(2));

    assertThat(corpus.vocabulary().tokens()).containsExactly("loan");
    assertThat(corpus.training().size()).isEqualTo(2);
    assertThat(corpus.training().ids(1)).containsExactly(0, 1);
  }

  @Test
  void validationTextsWithoutAKnownTokenAreUnanswerable() {
    List<LabelledText> validation =
        List.of(
            new LabelledText("loan", "mortgage house"),
            new LabelledText("card", "loan"),
            new LabelledText("card", ""));

    EncodedCorpus corpus = corpus(TRAINING, validation, config(1));

    assertThat(corpus.validation().size()).isEqualTo(1);
    assertThat(corpus.validation().ids(0)).containsExactly(1);
    assertThat(corpus.validation().label(0)).isZero();
    assertThat(corpus.unanswerable()).containsExactly("loan", "card");
  }

  @Test
  void validationTextsOfWhichNoneHasAKnownTokenAreRefused() {
    List<LabelledText> validation = List.of(new LabelledText("loan", "mortgage"));

    assertThatThrownBy(() -> corpus(TRAINING, validation, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no text of the validation data has a word");
  }

  /** More than a table has room for at first; every other one stands in a second text. */
  @Test
  void anyNumberOfTokensIsCounted() {
    List<String> all = IntStream.range(0, 10_000).mapToObj(i -> "token" + i).toList();
    List<String> even = IntStream.range(0, 5_000).mapToObj(i -> "token" + 2 * i).toList();

    TokenTable table = table(all, even, List.of("token0", "token0"));

    assertThat(table.vocabulary(20_000, 2).tokens())
        .hasSize(5_000)
        .startsWith("token0")
        .containsAll(even);
    assertThat(table.vocabulary(20_000, 3).tokens()).containsExactly("token0");
    assertThat(table.ids(table.vocabulary(20_000, 3))).hasSize(10_000).contains(1, 0);
  }

  @Test
  void tokensWithHalfASurrogatePairAreNotLearned() {
    TokenTable table = table(List.of("a\ud800", "\udfff", "\ud83d\ude00", "b"));

    assertThat(table.vocabulary(10, 1).tokens()).containsExactly("b", "\ud83d\ude00");
  }

  @Test
  void theVocabularyHasALimit() {
    TokenTable table = table(List.of("c", "b", "a", "c"), List.of("c"));

    assertThat(table.vocabulary(2, 1).tokens()).containsExactly("c", "a");
  }

  @Test
  void oneCategoryIsNotEnough() {
    List<LabelledText> one = TRAINING.subList(1, 3);

    assertThatThrownBy(() -> corpus(one, one, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "training needs at least two categories, but the data has one, \"card\": is --label-column right?");
  }

  @Test
  void validationMayHaveNoNewCategory() {
    List<LabelledText> other = List.of(new LabelledText("mortgage", "loan"));

    assertThatThrownBy(() -> corpus(TRAINING, other, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("\"mortgage\"");
  }

  @Test
  void aCategoryWithoutAnyKnownWordIsNamed() {
    List<LabelledText> texts =
        List.of(new LabelledText("card", "loan loan"), new LabelledText("loan", "..."));

    assertThatThrownBy(() -> corpus(texts, texts, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no text of the category \"loan\"");
  }

  @Test
  void splitsOffAPartWhoseCountsAreNotTheVocabularys() {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config(1), folder)) {
      for (int i = 0; i < 20; i++) {
        String letters = (char) ('a' + i) + "";
        builder.addTraining(new LabelledText(i % 2 == 0 ? "loan" : "card", "word " + letters));
      }
      EncodedCorpus corpus = builder.split(0.2, 1).orElseThrow();
      assertThat(corpus.training().size()).isEqualTo(16);
      assertThat(corpus.validation().size()).isEqualTo(4);
      assertThat(corpus.documents()).containsOnly(Map.entry("card", 8L), Map.entry("loan", 8L));
      // The sixteen letters less those that are stop words, and not the four of the other part.
      assertThat(corpus.vocabulary().tokens()).hasSizeBetween(14, 17).startsWith("word");
      assertThat(corpus.validation().ids(0)).contains(0);
    }
  }

  @Test
  void tooFewTextsCannotBeSplit() {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config(1), folder)) {
      assertThat(builder.split(0.2, 1)).isEmpty();
    }
  }

  @Test
  void theFileOfTextsThatBecameNoCorpusIsClosed() {
    TokenStore store = storeOnDisk();
    EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config(1), new TextColumns(store));
    addMany(builder, "card");
    assertThat(store.isOnDisk()).isTrue();
    assertThatThrownBy(builder::build).isInstanceOf(DocketException.class);
    assertThat(store.isOnDisk()).isTrue();

    builder.close();

    assertThat(store.isOnDisk()).isFalse();
  }

  @Test
  void theFileOfACorpusIsTheCorpusToClose() {
    TokenStore store = storeOnDisk();
    EncodedCorpus corpus;
    try (EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(config(1), new TextColumns(store))) {
      addMany(builder, "card", "loan");
      corpus = builder.split(0.2, 1).orElseThrow();
    }

    assertThat(store.isOnDisk()).isTrue();
    assertThat(corpus.training().ids(0)).hasSize(8);

    corpus.close();
    assertThat(store.isOnDisk()).isFalse();
  }

  /** More tokens than it holds in memory. */
  private TokenStore storeOnDisk() {
    return new TokenStore(folder, 1024, 4096);
  }

  private static void addMany(EncodedCorpusBuilder builder, String... categories) {
    for (int i = 0; i < 300; i++) {
      String first = Character.toString('a' + i % 26) + Character.toString('a' + i / 26) + "x";
      String text = first + " two three four five six seven eight";
      builder.addTraining(new LabelledText(categories[i % categories.length], text));
    }
  }

  private EncodedCorpus corpus(
      List<LabelledText> training, List<LabelledText> validation, TextConfig config) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config, folder)) {
      training.forEach(builder::addTraining);
      validation.forEach(builder::addValidation);
      return builder.build();
    }
  }

  @Test
  void wordsThatAreMadeToCollideAreTold() {
    List<String> words =
        IntStream.range(0, 1 << 9)
            .mapToObj(
                bits ->
                    IntStream.range(0, 9)
                        .mapToObj(i -> (bits >> i & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
            .toList();
    TokenTable table = table(words);

    assertThatThrownBy(() -> table.vocabulary(1000, 1))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("no model can be made of the training data: its words are made to");
  }

  @Test
  void shortTextsKeepTheirStopWords() {
    try (EncodedCorpus corpus = stopWordsByLength(49)) {
      assertThat(corpus.analysis().stopWords()).isEmpty();
      assertThat(corpus.remark())
          .hasValue(
              "stop words are kept: 3 of the first 4 texts have fewer than 50 words"
                  + " (text.stopWords = auto)");
      assertThat(corpus.vocabulary().tokens()).contains("the", "fee");
      assertThat(corpus.training().ids(0)).hasSize(49);
    }
  }

  @Test
  void longTextsLoseTheirStopWords() {
    try (EncodedCorpus corpus = stopWordsByLength(50)) {
      assertThat(corpus.analysis()).isEqualTo(AnalysisSpec.english());
      assertThat(corpus.vocabulary().tokens()).doesNotContain("the").contains("fee");
      assertThat(corpus.training().ids(0)).hasSize(25);
    }
  }

  /** The first thousand texts decide, and those after them are analysed alike. */
  @Test
  void theFirstTextsDecideOnStopWordsForAll() {
    TextConfig config = new TextConfig("en", AnalysisSpec.english(), true, 100, 1);
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config, folder)) {
      for (int i = 0; i < 1000; i++) {
        builder.addTraining(new LabelledText(i % 2 == 0 ? "a" : "b", "the fee"));
      }
      for (int i = 0; i < 2000; i++) {
        builder.addTraining(new LabelledText("a", words(100)));
      }
      builder.addValidation(new LabelledText("a", "the fee of mine"));
      assertThat(builder.size()).isEqualTo(3001);
      try (EncodedCorpus corpus = builder.build()) {
        assertThat(corpus.training().size()).isEqualTo(3000);
        assertThat(corpus.training().ids(1)).hasSize(2);
        assertThat(corpus.training().ids(2999)).hasSize(100);
        assertThat(corpus.validation().ids(0)).hasSize(4);
      }
    }
  }

  /** Whatever is cut, and whatever is blank. */
  @Test
  void theWordsOfTextsAsTheyAreDecideOnStopWords() {
    TextConfig config =
        new TextConfig("en", AnalysisSpec.english().withMaxTokens(30), true, 100, 1);
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config, folder)) {
      builder.addTraining(new LabelledText("a", words(60)));
      builder.addTraining(new LabelledText("b", words(60)));
      for (int i = 0; i < 3; i++) {
        builder.addTraining(new LabelledText("b", " "));
      }
      builder.addValidation(new LabelledText("a", "the fee"));
      try (EncodedCorpus corpus = builder.build()) {
        assertThat(corpus.analysis()).isEqualTo(config.analysis());
        assertThat(corpus.remark())
            .hasValue(
                "stop words are left out: 0 of the first 2 texts have fewer than 50 words"
                    + " (text.stopWords = auto)");
      }
    }
  }

  /** They are not held: ten million characters decide, before a thousand texts are there. */
  @Test
  void longTextsDecideEarlyOnStopWords() {
    TextConfig config = new TextConfig("en", AnalysisSpec.english(), true, 100, 1);
    String longOne = words(250_000);
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config, folder)) {
      for (int i = 0; i < 12; i++) {
        builder.addTraining(new LabelledText(i % 2 == 0 ? "a" : "b", longOne));
      }
      for (int i = 0; i < 500; i++) {
        builder.addTraining(new LabelledText("a", "the fee"));
      }
      builder.addValidation(new LabelledText("a", "the fee"));
      try (EncodedCorpus corpus = builder.build()) {
        assertThat(corpus.analysis()).isEqualTo(AnalysisSpec.english());
      }
    }
  }

  private EncodedCorpus stopWordsByLength(int words) {
    TextConfig config = new TextConfig("en", AnalysisSpec.english(), true, 100, 1);
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config, folder)) {
      builder.addTraining(new LabelledText("a", words(words)));
      builder.addTraining(new LabelledText("b", words(words)));
      builder.addTraining(new LabelledText("b", "fee fee the"));
      builder.addTraining(new LabelledText("b", words(90)));
      builder.addValidation(new LabelledText("a", "the fee"));
      return builder.build();
    }
  }

  /** Every second one is a stop word. */
  private static String words(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i % 2 == 0 ? "the" : "fee")
        .collect(Collectors.joining(" "));
  }

  @SafeVarargs
  private static TokenTable table(List<String>... texts) {
    TokenTable table = new TokenTable();
    for (List<String> text : texts) {
      table.count(
          text.stream()
              .mapToInt(token -> table.number(token.toCharArray(), token.length()))
              .toArray());
    }
    return table;
  }

  private static TextConfig config(int minDocuments) {
    return new TextConfig("en", AnalysisSpec.english(), false, 100, minDocuments);
  }
}
