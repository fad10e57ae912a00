/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.docket.DocketException;
import org.docket.corpus.LabelledText;
import org.docket.text.AnalysisSpec;
import org.junit.jupiter.api.Test;

class EncodedCorpusTest {

  private static final List<LabelledText> TRAINING =
      List.of(
          new LabelledText("loan", "Student loan student"),
          new LabelledText("card", "card loan"),
          new LabelledText("card", "rare"));

  @Test
  void theVocabularyIsRankedByDocumentsThenByTheToken() {
    EncodedCorpus corpus = EncodedCorpus.of(TRAINING, TRAINING, config(1));

    assertThat(corpus.vocabulary().tokens()).containsExactly("loan", "card", "rare", "student");
    assertThat(corpus.categories()).containsExactly("card", "loan");
    assertThat(corpus.training().ids(0)).containsExactly(4, 1, 4);
    assertThat(corpus.training().label(0)).isEqualTo(1);
    assertThat(corpus.priors()).containsExactly(2 / 3f, 1 / 3f);
  }

  @Test
  void rareTokensAreUnknownAndTextsWithoutAKnownOneAreLeftOut() {
    EncodedCorpus corpus = EncodedCorpus.of(TRAINING, TRAINING, config(2));

    assertThat(corpus.vocabulary().tokens()).containsExactly("loan");
    assertThat(corpus.training().size()).isEqualTo(2);
    assertThat(corpus.training().ids(1)).containsExactly(0, 1);
  }

  @Test
  void tokensWithHalfASurrogatePairAreNotLearned() {
    TokenTable table = new TokenTable();
    table.addDocument(List.of("a\ud800", "\ud83d\ude00", "b"));

    assertThat(table.vocabulary(10, 1).tokens()).containsExactly("b", "\ud83d\ude00");
  }

  @Test
  void theVocabularyHasALimit() {
    TokenTable table = new TokenTable();
    table.addDocument(List.of("c", "b", "a", "c"));
    table.addDocument(List.of("c"));

    assertThat(table.vocabulary(2, 1).tokens()).containsExactly("c", "a");
  }

  @Test
  void oneCategoryIsNotEnough() {
    List<LabelledText> one = TRAINING.subList(1, 3);

    assertThatThrownBy(() -> EncodedCorpus.of(one, one, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessage("training needs at least two categories, but the data has [card]");
  }

  @Test
  void validationMayHaveNoNewCategory() {
    List<LabelledText> other = List.of(new LabelledText("mortgage", "loan"));

    assertThatThrownBy(() -> EncodedCorpus.of(TRAINING, other, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("\"mortgage\"");
  }

  @Test
  void aCategoryWithoutAnyKnownWordIsNamed() {
    List<LabelledText> texts =
        List.of(new LabelledText("card", "loan loan"), new LabelledText("loan", "..."));

    assertThatThrownBy(() -> EncodedCorpus.of(texts, texts, config(1)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no text of the category \"loan\"");
  }

  private static TextConfig config(int minDocuments) {
    return new TextConfig("en", AnalysisSpec.english(), 100, minDocuments);
  }
}
