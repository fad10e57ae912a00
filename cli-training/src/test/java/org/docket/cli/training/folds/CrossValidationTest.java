/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.docket.cli.training.ToyFiles;
import org.docket.cli.training.statistics.Spread;
import org.docket.cli.training.work.Workplace;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {

  private final TrainingConfig config = ToyFiles.config();
  private final List<LabelledText> texts = ToyFiles.texts(240, 1);

  @TempDir Path folder;

  @Test
  void everyDocumentIsMeasuredOnceAndNeverByAModelThatSawIt() throws IOException {
    FoldScores scores = run(3, false, new ArrayList<>());

    assertThat(scores.folds()).extracting(FoldScore::fold).containsExactly(1, 2, 3);
    assertThat(scores.folds().stream().mapToInt(FoldScore::documents).sum()).isEqualTo(240);
    for (FoldScore fold : scores.folds()) {
      assertThat(fold.documents() + fold.trained() + fold.validated()).isEqualTo(240);
      assertThat(fold.validated()).isBetween(10, 20); // a tenth of two thirds
      assertThat(fold.accuracy()).isBetween(0.6, 1.0);
      assertThat(fold.logLoss()).isPositive();
    }
    assertThat(scores.perCategory())
        .extracting(FoldScores.Category::category)
        .containsExactly("Card", "Loan", "Mortgage");
    assertThat(scores.perCategory()).allMatch(category -> category.documents() == 80);
  }

  @Test
  void theSameSeedGivesTheSameScores() throws IOException {
    FoldScores first = run(2, false, new ArrayList<>());
    FoldScores second = run(2, false, new ArrayList<>());

    assertThat(withoutSeconds(second)).isEqualTo(withoutSeconds(first));
  }

  @Test
  void foldsThatAreDoneAreNotRepeatedAndTheRestComesOutTheSame() throws IOException {
    FoldScores whole = run(3, false, new ArrayList<>());
    List<FoldScore> told = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (AnalysedCorpus analysed = ToyFiles.analysed(config, texts, folder);
                  Workplace place = place()) {
                new CrossValidation(analysed, config, 3, place)
                    .run(
                        false,
                        fold -> {
                          told.add(fold);
                          if (fold.fold() == 2) {
                            throw new IllegalStateException("killed");
                          }
                        });
              }
            })
        .hasMessage("killed");
    List<FoldScore> after = new ArrayList<>();

    FoldScores resumed = run(3, true, after);

    assertThat(resumed.folds().subList(0, 2)).isEqualTo(told); // also their seconds
    assertThat(after).hasSize(3);
    assertThat(withoutSeconds(resumed)).isEqualTo(withoutSeconds(whole));
  }

  @Test
  void notesOfOtherFoldsOrOtherDataAreRefused() throws IOException {
    run(2, false, new ArrayList<>());

    assertThatThrownBy(() -> run(3, true, new ArrayList<>()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("model.bin.folds is of another cross-validation");
    Path notes = folder.resolve("model.bin.folds");
    Files.writeString(notes, Files.readString(notes).substring(0, 200));
    assertThatThrownBy(() -> run(2, true, new ArrayList<>()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("model.bin.folds cannot be read as the notes of a cross-validation")
        .hasMessageContaining("go without --resume")
        .hasMessageNotContaining("\n");
  }

  /** What chooses the epochs may be given; what is also in the fold is left out of it. */
  @Test
  void givenValidationDocumentsAreLeftOutWhereTheyAreInTheFold() throws IOException {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), folder)) {
      texts.forEach(builder::addTraining);
      texts.forEach(builder::addValidation);
      try (AnalysedCorpus analysed = builder.analysed();
          Workplace place = place()) {
        FoldScores scores = new CrossValidation(analysed, config, 2, place).run(false, fold -> {});
        assertThat(scores.folds())
            .allSatisfy(
                fold -> {
                  assertThat(fold.trained()).isEqualTo(240 - fold.documents());
                  assertThat(fold.validated()).isEqualTo(240 - fold.documents());
                });
      }
    }
  }

  @Test
  void aFailureNamesItsFold() {
    TrainingConfig diverging =
        ToyFiles.config(
            "training.learningRate",
            "1",
            "training.gradientClipping",
            "0",
            "training.epochs",
            "60",
            "training.patience",
            "60",
            "vocabulary.minDocuments",
            "1000");
    assertThatThrownBy(
            () -> {
              try (AnalysedCorpus analysed = ToyFiles.analysed(diverging, texts, folder);
                  Workplace place = place()) {
                new CrossValidation(analysed, diverging, 2, place).run(false, fold -> {});
              }
            })
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("fold 1 of 2: no text of the category");
  }

  @Test
  void spreadsAreOfASample() {
    Spread spread = Spread.of(1, 2, 3, 4);

    assertThat(spread.mean()).isEqualTo(2.5);
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
    assertThat(Spread.of(7)).isEqualTo(new Spread(7, 0));
    assertThat(spread.text(2)).isEqualTo("2.50 ± 1.29");
  }

  private Workplace place() throws IOException {
    return Workplace.open(Optional.of(folder.resolve("model.bin")));
  }

  private FoldScores run(int folds, boolean resume, List<FoldScore> told) throws IOException {
    try (AnalysedCorpus analysed = ToyFiles.analysed(config, texts, folder);
        Workplace place = place()) {
      return new CrossValidation(analysed, config, folds, place).run(resume, told::add);
    }
  }

  private static String withoutSeconds(FoldScores scores) {
    return scores.folds().stream()
        .map(fold -> fold.toString().replaceFirst("seconds=.*", ""))
        .collect(Collectors.joining());
  }
}
