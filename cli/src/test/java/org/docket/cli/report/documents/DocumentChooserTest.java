/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.report.documents.ChosenDocuments.CellDocuments;
import org.docket.corpus.LabelledText;
import org.junit.jupiter.api.Test;

class DocumentChooserTest {

  private final DocumentChooser chooser = new DocumentChooser();
  private int row;

  /** All documents are held, sorted, and looked at. */
  @Test
  void choosesAsSortingAllOfThemWould() {
    Random random = new Random(3);
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      int actual = random.nextInt(3);
      int predicted = random.nextInt(3);
      double probability = 0.4 + 0.6 * random.nextDouble();
      all.add(new double[] {actual, predicted, probability, i});
      add(actual, predicted, probability, "text " + i, false);
    }

    ChosenDocuments chosen = chooser.chosen();

    Comparator<double[]> surest = Comparator.comparingDouble(document -> -document[2]);
    assertThat(rows(chosen, chosen.confidentMistakes()))
        .isEqualTo(
            all.stream()
                .filter(d -> d[0] != d[1])
                .sorted(surest)
                .limit(20)
                .map(this::row)
                .toList());
    assertThat(rows(chosen, chosen.leastCertain()))
        .isEqualTo(all.stream().sorted(surest.reversed()).limit(20).map(this::row).toList());
    assertThat(chosen.cells()).hasSize(9);
    for (CellDocuments cell : chosen.cells()) {
      assertThat(rows(chosen, cell.documents()))
          .isEqualTo(
              all.stream()
                  .filter(d -> d[0] == cell.actual() && d[1] == cell.predicted())
                  .sorted(surest)
                  .limit(cell.actual() == cell.predicted() ? 10 : 20)
                  .map(this::row)
                  .toList());
    }
    assertThat(chosen.documents()).doesNotHaveDuplicates();
  }

  /** Texts of all documents would be 4 GB. */
  @Test
  void holdsNoMoreOfManyLongTexts() {
    String text = "a".repeat(20_000);
    for (int i = 0; i < 100_000; i++) {
      // The documents of a cell get surer, so that each of them takes the place of another.
      add(i % 40, i / 40 % 40, (double) i / 100_000, text, false);
    }

    ChosenDocuments chosen = chooser.chosen();

    long letters = chosen.documents().stream().mapToLong(d -> d.text().length()).sum();
    assertThat(letters).isLessThanOrEqualTo(8_000_000L + 40 * 20_000);
    assertThat(chosen.cells()).isNotEmpty();
    assertThat(chosen.confidentMistakes()).hasSize(20);
  }

  /** A page of hundreds of megabytes would be no page. */
  @Test
  void showsNoMoreThanAPageTakes() {
    String text = "<".repeat(2_000); // six bytes each
    for (int i = 0; i < 30_000; i++) {
      add(i % 150, i / 150 % 150, 0.5, text, false);
    }

    long bytes =
        chooser.chosen().documents().stream()
            .mapToLong(d -> JsonSize.of(d.shown(ShownDocument.SHOWN)))
            .sum();
    assertThat(bytes).isBetween(1_000_000L, 3_500_000L);
  }

  @Test
  void whereModelsAbstainTheirProbabilityIsNothingToLookAt() {
    add(0, 1, 0.99, "…", true);
    add(0, 1, 0.5, "words", false);

    ChosenDocuments chosen = chooser.chosen();

    assertThat(rows(chosen, chosen.confidentMistakes())).containsExactly(1);
    assertThat(rows(chosen, chosen.leastCertain())).containsExactly(1);
    assertThat(rows(chosen, chosen.cells().get(0).documents())).containsExactly(0, 1);
    assertThat(chosen.toExplain(10)).hasSize(1);
  }

  @Test
  void ofEqualOnesTheFirstAreKept() {
    for (int i = 0; i < 50; i++) {
      add(0, 1, 0.75, "text", false);
    }

    ChosenDocuments chosen = chooser.chosen();
    assertThat(rows(chosen, chosen.confidentMistakes())).startsWith(0, 1, 2).endsWith(19);
  }

  @Test
  void explainsTheListsFirstAndThenTheFirstOfEachCell() {
    for (int i = 0; i < 100; i++) {
      add(0, 1, 0.6 + i / 1000.0, "text", false);
      add(1, 1, 0.9 + i / 2000.0, "text", false);
    }

    ChosenDocuments chosen = chooser.chosen();

    List<Integer> few = chosen.toExplain(41);
    assertThat(few).hasSize(41).containsAll(chosen.confidentMistakes());
    assertThat(few).containsAll(chosen.leastCertain());
    assertThat(few).contains(chosen.cells().get(1).documents().get(0));
  }

  @Test
  void aTextIsNotCutInsideOfALetter() {
    add(0, 1, 0.5, "a".repeat(1999) + "\uD83D\uDE00" + "b".repeat(30_000), false);

    Candidate candidate = chooser.chosen().documents().get(0);
    assertThat(candidate.shown(2000)).isEqualTo("a".repeat(1999));
    assertThat(candidate.text()).hasSize(20_000);
    assertThat(candidate.letters()).isEqualTo(32_001);
  }

  private void add(int actual, int predicted, double probability, String text, boolean abstains) {
    DocumentPlace place = new DocumentPlace("file.csv", row++, 1, "");
    List<ScoredCategory> ranked =
        List.of(
            new ScoredCategory("c" + predicted, probability),
            new ScoredCategory("other", probability / 2));
    chooser.add(
        new JudgedText(new LabelledText("c" + actual, text), place, actual, predicted),
        new Categorization(ranked, 1, 1, false, abstains));
  }

  private int row(double[] document) {
    return (int) document[3];
  }

  private static List<Integer> rows(ChosenDocuments chosen, List<Integer> places) {
    return places.stream().map(place -> (int) chosen.documents().get(place).place().row()).toList();
  }
}
