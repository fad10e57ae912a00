/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.docket.Categorization;
import org.docket.Categorizers;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.docket.cli.ShippedModel;
import org.docket.cli.TinyStockModel;
import org.docket.cli.labels.DocumentPlace;
import org.docket.corpus.LabelledText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moved answers, and the telling words. */
class ReportDocumentsTest {

  @TempDir Path folder;

  private final DocumentChooser chooser = new DocumentChooser();
  private final PredictedSample sample = new PredictedSample();

  @Test
  void theWordsThatMovedAnAnswerAreMarkedWhereTheyStand() {
    TextCategorizer model = Categorizers.load(ShippedModel.MODEL);
    String text = "They sold my <b>mortgage</b> and the escrow of my Mortgage.";
    add(model, "Student loan", text);

    ShownDocument shown = ReportDocuments.of(model, chooser, sample).documents().get(0);

    List<String> marked =
        shown.marks().stream().map(mark -> text.substring(mark.start(), mark.end())).toList();
    assertThat(marked).contains("mortgage", "Mortgage", "escrow");
    assertThat(shown.marks()).isSortedAccordingTo((a, b) -> a.start() - b.start());
    double strongest = shown.marks().stream().mapToDouble(Mark::weight).max().orElse(0);
    assertThat(
            shown.marks().stream()
                .filter(mark -> mark.weight() == strongest)
                .map(mark -> text.substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT)))
        .containsOnly("mortgage");
  }

  @Test
  void marksStayInsideOfWhatIsShown() {
    TextCategorizer model = Categorizers.load(ShippedModel.MODEL);
    String text = "xx ".repeat(663) + "abcd mortgage escrow";
    add(model, "Student loan", text);

    ShownDocument shown = ReportDocuments.of(model, chooser, sample).documents().get(0);

    assertThat(shown.marks())
        .allSatisfy(mark -> assertThat(mark.end()).isLessThanOrEqualTo(2000))
        .anySatisfy(mark -> assertThat(text.substring(mark.start(), mark.end())).startsWith("m"));
  }

  /** What is held of it would have another answer. */
  @Test
  void aTextOfWhichTheModelReadsMoreThanIsHeldHasNoMarks() throws IOException {
    TextCategorizer stock = stock();
    add(stock, "Home loan", "house ".repeat(4000) + "plastic fee ".repeat(3000));
    add(stock, "Card", "house loan");

    List<ShownDocument> shown = ReportDocuments.of(stock, chooser, sample).documents();

    assertThat(shown).hasSize(2);
    assertThat(shown)
        .allSatisfy(
            document ->
                assertThat(document.marks().isEmpty())
                    .isEqualTo(document.candidate().letters() > Candidate.HELD));
  }

  @Test
  void theWordsThatTellACategoryAreFound() throws IOException {
    TextCategorizer stock = stock();
    for (int i = 0; i < 30; i++) {
      add(stock, "Home loan", "my house number" + i);
      add(stock, "Card", "my plastic number" + i);
    }

    ReportDocuments documents = ReportDocuments.of(stock, chooser, sample);

    assertThat(documents.words()).hasSize(2);
    documents
        .words()
        .forEach(
            (category, words) -> {
              boolean house = stock.categories().get(category).equals("Home loan");
              assertThat(words.get(0).word()).isEqualTo(house ? "house" : "plastic");
              assertThat(words.get(0).documents()).isEqualTo(30);
              assertThat(words.get(0).weight()).isBetween(0.1, 1.0);
            });
  }

  @Test
  void ofOurModelsWordsAreToldWithoutTheirCase() {
    TextCategorizer model = Categorizers.load(ShippedModel.MODEL);
    add(model, "Mortgage", "my MORTGAGE escrow");
    add(model, "Mortgage", "the Mortgage servicer");

    assertThat(ReportDocuments.of(model, chooser, sample).words())
        .hasSize(1)
        .allSatisfy(
            (category, words) -> {
              assertThat(model.categories().get(category)).isEqualTo("Mortgage");
              assertThat(words).extracting(TellingWords.Word::word).containsExactly("mortgage");
            });
  }

  /** However many documents there are. */
  @Test
  void soManyAreExplainedAndNoMore() throws IOException {
    TextCategorizer stock = stock();
    for (int i = 0; i < 3000; i++) {
      add(stock, "Home loan", "my house plastic " + i);
      add(stock, "Card", "my plastic " + i);
    }

    assertThat(ReportDocuments.of(stock, chooser, sample).explained())
        .isLessThanOrEqualTo(300 + 2 * PredictedSample.DOCUMENTS);
  }

  @Test
  void aSampleIsOfTheLargestCategoriesAndEachDocumentAsLikely() {
    for (int i = 0; i < 100_000; i++) {
      int category = i % 100 < 50 ? i % 10 : i % 1000; // ten large ones, many small ones
      Categorization answer =
          new Categorization(List.of(new ScoredCategory("c" + category, 1)), 1, 1, false, false);
      DocumentPlace place = new DocumentPlace("f", i, 1, "");
      sample.add(new JudgedText(new LabelledText("x", "text"), place, 0, category), answer);
    }

    assertThat(sample.documents()).hasSize(PredictedSample.CATEGORIES);
    for (int category = 0; category < 10; category++) {
      List<Candidate> documents = sample.documents().get(category);
      assertThat(documents).hasSize(PredictedSample.DOCUMENTS);
      assertThat(documents.stream().mapToLong(d -> d.place().row()).average().orElse(0))
          .isBetween(25_000.0, 75_000.0);
    }
  }

  private TextCategorizer stock() throws IOException {
    return Categorizers.load(TinyStockModel.train(folder.resolve("stock.bin")));
  }

  private void add(TextCategorizer model, String label, String text) {
    Categorization answer = model.categorize(text);
    JudgedText judged =
        new JudgedText(
            new LabelledText(label, text),
            new DocumentPlace("file.csv", 1, 2, ""),
            model.categories().indexOf(label),
            model.categories().indexOf(answer.best().category()));
    chooser.add(judged, answer);
    sample.add(judged, answer);
  }
}
