/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysedCorpusTest {

  private static final List<LabelledText> TEXTS =
      List.of(
          new LabelledText("loan", "student loan student"),
          new LabelledText("card", "card late"),
          new LabelledText("loan", "loan house"),
          new LabelledText("card", "card lost"),
          new LabelledText("gift", "gift voucher"));

  @TempDir Path folder;

  @Test
  void eachCorpusHasTheVocabularyAndTheCategoriesOfItsOwnTrainingPart() {
    try (AnalysedCorpus analysed = analysed(400)) {
      EncodedCorpus first = analysed.corpus(bits(0, 1), bits(2, 3));
      EncodedCorpus second = analysed.corpus(bits(2, 3, 4), bits(0, 1));

      assertThat(first.vocabulary().tokens()).containsExactly("card", "late", "loan", "student");
      assertThat(second.vocabulary().tokens())
          .containsExactly("card", "gift", "house", "loan", "lost", "voucher");
      assertThat(first.categories()).containsExactly("card", "loan");
      assertThat(second.categories()).containsExactly("card", "gift", "loan");
      assertThat(first.documents()).containsEntry("card", 1L).hasSize(2);
      EncodedCorpus again = analysed.corpus(bits(0, 1), bits(2, 3));
      assertThat(again.vocabulary().tokens()).isEqualTo(first.vocabulary().tokens());
    }
  }

  @Test
  void aCorpusDoesNotFreeWhatItShares() {
    try (AnalysedCorpus analysed = analysed(400)) {
      analysed.corpus(bits(0, 1), bits(2, 3)).close();

      assertThat(analysed.corpus(bits(0, 1), bits(2)).training().ids(0)).hasSize(3);
    }
  }

  @Test
  void heldTextsAreAllThereAlsoThoseWithoutAKnownToken() {
    try (AnalysedCorpus analysed = analysed(400)) {
      EncodedCorpus corpus = analysed.corpus(bits(0, 1), bits(2));

      EncodedTexts held = analysed.held(bits(2, 3), corpus);

      assertThat(held.size()).isEqualTo(2);
      assertThat(held.ids(0)).containsExactly(3, 0);
      assertThat(held.label(1)).isZero();
      assertThatThrownBy(() -> analysed.held(bits(4), corpus))
          .isInstanceOf(DocketException.class)
          .hasMessageContaining("\"gift\"");
    }
  }

  /** Whatever the numbers of the tokens are. */
  @Test
  void shorterTextsAreThoseOfAShorterAnalysis() {
    try (AnalysedCorpus whole = analysed(400);
        AnalysedCorpus shorter = analysed(1)) {
      EncodedCorpus limited = whole.limitedTo(1).corpus(bits(0, 1, 2, 3), bits(0, 3));
      EncodedCorpus analysed = shorter.corpus(bits(0, 1, 2, 3), bits(0, 3));

      assertThat(limited.analysis()).isEqualTo(analysed.analysis());
      assertThat(limited.vocabulary().tokens())
          .isEqualTo(analysed.vocabulary().tokens())
          .containsExactly("card", "loan", "student");
      for (int text = 0; text < 4; text++) {
        assertThat(limited.training().ids(text)).isEqualTo(analysed.training().ids(text));
        assertThat(limited.training().length(text)).isEqualTo(1);
      }
      assertThatThrownBy(() -> shorter.limitedTo(2)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPartOfAPartIsSplitOffByGroups() {
    List<LabelledText> letters =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new LabelledText(
                        i % 2 == 0 ? "loan" : "card", "abcdefghij".charAt(i / 10) + "x"))
            .toList();
    try (AnalysedCorpus analysed = analysed(400, letters)) {
      BitSet among = new BitSet();
      among.set(20, 100);

      BitSet chosen = analysed.split(among, 0.3, 1);

      assertThat(chosen.cardinality()).isEqualTo(20);
      assertThat(chosen.nextSetBit(0)).isGreaterThanOrEqualTo(20);
      IntStream.range(0, 10)
          .forEach(
              letter ->
                  assertThat(chosen.get(10 * letter, 10 * letter + 10).cardinality()).isIn(0, 10));
    }
  }

  private AnalysedCorpus analysed(int maxTokens) {
    return analysed(maxTokens, TEXTS);
  }

  private AnalysedCorpus analysed(int maxTokens, List<LabelledText> texts) {
    TreeMap<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.put("vocabulary.minDocuments", "1");
    values.put("text.maxTokens", Integer.toString(maxTokens));
    TrainingConfig config = TrainingConfig.of("toy", values);
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), folder)) {
      texts.forEach(builder::addTraining);
      return builder.analysed();
    }
  }

  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    IntStream.of(numbers).forEach(bits::set);
    return bits;
  }

  @Test
  void whatWasReviewedIsNeverSplitOffAndNeitherIsWhatBeginsAlike() {
    try (EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(TrainingConfig.load("default").text(), folder)) {
      for (int i = 0; i < 200; i++) {
        String text = (i % 2 == 0 ? "loan " : "card ") + "x".repeat(i / 4 + 1);
        LabelledText labelled = new LabelledText(i % 2 == 0 ? "loan" : "card", text + (i / 2 % 2));
        if (i % 8 == 0) {
          builder.addReviewed(labelled); // of the four texts of its words, one or two begin alike
        } else {
          builder.addTraining(labelled);
        }
      }
      try (AnalysedCorpus analysed = builder.analysed()) {
        long[] keys = analysed.groupKeys(200);
        for (int seed = 0; seed < 20; seed++) {
          BitSet validation = analysed.split(0.2, seed);
          assertThat(validation.cardinality()).isBetween(20, 40);
          for (int reviewed = 0; reviewed < 200; reviewed += 8) {
            long key = keys[reviewed];
            assertThat(validation.stream().filter(text -> keys[text] == key)).isEmpty();
          }
          BitSet among = new BitSet();
          among.set(0, 100);
          BitSet part = analysed.split(among, 0.2, seed);
          assertThat(part.stream().filter(text -> analysed.measurable()[text] < 0)).isEmpty();
        }
      }
    }
  }

  @Test
  void reviewsChangeTheFingerprint() {
    assertThat(fingerprint(1, false)).isNotEqualTo(fingerprint(1, true));
    assertThat(fingerprint(1, true)).isNotEqualTo(fingerprint(2, true));
    assertThat(fingerprint(1, false)).isEqualTo(fingerprint(2, false));
  }

  private String fingerprint(double weight, boolean reviewed) {
    try (EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(TrainingConfig.load("default").text(), folder)) {
      builder.reviewedWeight(weight);
      TEXTS.subList(0, 4).forEach(builder::addTraining);
      if (reviewed) {
        builder.addReviewed(TEXTS.get(4));
      } else {
        builder.addTraining(TEXTS.get(4));
      }
      try (AnalysedCorpus analysed = builder.analysed()) {
        return analysed.fingerprint();
      }
    }
  }
}
