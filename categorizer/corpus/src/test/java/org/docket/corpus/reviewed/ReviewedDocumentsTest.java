/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.reviewed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.docket.corpus.Split;
import org.junit.jupiter.api.Test;

class ReviewedDocumentsTest {

  private static final String TEXT = "My card was charged twice by the bank in May.";
  private static final String LONG =
      IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

  private final ReviewedDocuments documents = new ReviewedDocuments();

  @Test
  void theSameTextIsTheSameDocumentWhateverItsIdCaseAndBlanks() {
    add("Card", TEXT, "7", 1);

    assertThat(label("my  CARD was\ncharged twice, by the bank in May", "8")).contains("Card");
    assertThat(label("My card was charged thrice by the bank in May.", "8")).isEmpty();
    assertThat(label(TEXT, null)).contains("Card");
  }

  @Test
  void anIdAloneIsNotEnoughForManyATableNumbersItsRows() {
    add("Card", TEXT, "7", 1);
    add("Loan", LONG, "8", 1);

    assertThat(label("The lender does not answer my letters about escrow.", "7")).isEmpty();
    assertThat(label("My card was charged twice by the bank in June.", "7")).contains("Card");
    assertThat(label(LONG + " edited since", "8")).contains("Loan");
    assertThat(label(LONG.replace("word", "other"), "8")).isEmpty();
    assertThat(documents.strangers()).isEqualTo(2);
  }

  @Test
  void textsOfSignsAreNotAllTheSame() {
    add("Card", "???", null, 1);

    assertThat(label("!!!", null)).isEmpty();
    assertThat(label(" ??? ", null)).contains("Card");
  }

  @Test
  void theLastReviewOfADocumentCountsWhereverItStands() {
    add("Card", TEXT, "7", 5);
    add("Loan", TEXT, "7", 2);
    documents.add(new Review("Gift", TEXT, Optional.of("7"), Optional.empty()));

    assertThat(label(TEXT, "7")).contains("Card");
    assertThat(documents.documents()).hasSize(1);
    assertThat(documents.reviews()).isEqualTo(3);
    assertThat(documents.disputed()).isEqualTo(1);

    add("Mortgage", TEXT, "7", 5); // of the same time: the later one
    assertThat(label(TEXT, "7")).contains("Mortgage");
  }

  @Test
  void reviewsThatAgreeAreNotDisputed() {
    add("Card", TEXT, "7", 1);
    add("Card", TEXT, "7", 2);

    assertThat(documents.disputed()).isZero();
  }

  @Test
  void anEditedTextIsOneDocumentAndItsLastTextIsLearned() {
    add("Card", TEXT, "7", 1);
    add("Loan", TEXT + " Edited.", "7", 2);

    assertThat(label(TEXT, null)).contains("Loan");
    assertThat(documents.documents()).hasSize(1);
    assertThat(documents.toLearn(0, TEXT)).isEmpty();
    assertThat(documents.toLearn(1, TEXT + " Edited.")).isPresent();
  }

  @Test
  void whatWasMetIsNotLearnedTwice() {
    add("Card", TEXT, "7", 1);
    add("Loan", LONG, "8", 1);
    documents.find(TEXT, Optional.empty());

    assertThat(documents.toLearn(0, TEXT)).isEmpty();
    assertThat(documents.toLearn(1, LONG)).isPresent();
    assertThatThrownBy(() -> documents.toLearn(1, TEXT)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> documents.toLearn(2, TEXT)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsValidatedOnIsHiddenWithWhatBeginsAlike() {
    add("Card", TEXT, "7", 1);
    add("Loan", LONG + " to Anne", null, 1);
    add("Loan", "Another one", null, 1);
    documents.hide("My card was charged twice by the bank in June.", Optional.of("7"));
    documents.hideGroups(Set.of(Split.groupKey(LONG + " to Bob")));

    assertThat(documents.find(TEXT, Optional.empty()).orElseThrow().isHidden()).isTrue();
    assertThat(documents.toLearn(1, LONG + " to Anne")).isEmpty();
    assertThat(documents.toLearn(2, "Another one")).isPresent();
  }

  private void add(String category, String text, String id, int seconds) {
    documents.add(
        new Review(
            category, text, Optional.ofNullable(id), Optional.of(Instant.ofEpochSecond(seconds))));
  }

  private Optional<String> label(String text, String id) {
    return documents.find(text, Optional.ofNullable(id)).map(ReviewedDocument::category);
  }
}
