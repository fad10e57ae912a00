/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.docket.corpus.LabelledText;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint of another training must not be gone on from. */
class FingerprintTest {

  private static final List<LabelledText> TRAINING =
      List.of(text("card", "lost credit card"), text("loan", "interest rate credit loan"));
  private static final List<LabelledText> VALIDATION =
      List.of(text("card", "credit card"), text("loan", "credit loan"));

  @TempDir Path folder;

  @Test
  void changesWithWhatTheNetworkSeesAndWithTheConfiguration() {
    TrainingConfig config = ToyData.config(folder);
    String fingerprint = of(config, TRAINING, VALIDATION);

    assertThat(of(config, TRAINING, VALIDATION)).isEqualTo(fingerprint).hasSize(64);
    assertThat(
            List.of(
                of(ToyData.config(folder, "training.seed", "5"), TRAINING, VALIDATION),
                of(config, List.of(text("card", "credit lost card"), TRAINING.get(1)), VALIDATION),
                of(config, words(TRAINING, "card", "carb"), words(VALIDATION, "card", "carb")),
                of(
                    config,
                    List.of(text("cards", "lost credit card"), TRAINING.get(1)),
                    List.of(text("cards", "credit card"), VALIDATION.get(1))),
                of(config, TRAINING, List.of(text("loan", "credit card"), VALIDATION.get(1))),
                of(
                    config,
                    TRAINING,
                    List.of(text("card", "credit card credit"), VALIDATION.get(1)))))
        .doesNotContain(fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void changesWithWhatPeopleReviewedAndWithItsWeight() {
    TrainingConfig config = ToyData.config(folder);

    assertThat(List.of(reviewed(config, 0, 1), reviewed(config, 1, 1), reviewed(config, 1, 2)))
        .startsWith(of(config, TRAINING, VALIDATION))
        .doesNotHaveDuplicates();
    assertThat(reviewed(config, 1, 2)).isEqualTo(reviewed(config, 1, 2));
  }

  private static String reviewed(TrainingConfig config, int reviewed, double weight) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of("."))) {
      builder.reviewedWeight(weight);
      TRAINING.subList(0, 2 - reviewed).forEach(builder::addTraining);
      TRAINING.subList(2 - reviewed, 2).forEach(builder::addReviewed);
      VALIDATION.forEach(builder::addValidation);
      try (EncodedCorpus corpus = builder.build()) {
        return Fingerprint.of(corpus, config);
      }
    }
  }

  private static String of(
      TrainingConfig config, List<LabelledText> training, List<LabelledText> validation) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of("."))) {
      training.forEach(builder::addTraining);
      validation.forEach(builder::addValidation);
      try (EncodedCorpus corpus = builder.build()) {
        return Fingerprint.of(corpus, config);
      }
    }
  }

  /** The same texts, of which one word is another: the numbers of the tokens stay. */
  private static List<LabelledText> words(List<LabelledText> texts, String word, String other) {
    return texts.stream()
        .map(text -> text(text.category(), text.text().replace(word, other)))
        .toList();
  }

  private static LabelledText text(String category, String text) {
    return new LabelledText(category, text);
  }
}
