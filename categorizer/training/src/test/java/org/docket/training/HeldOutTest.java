/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.docket.LstmDocumentCategorizer;
import org.docket.ScoredCategory;
import org.docket.corpus.LabelledText;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutTest {

  @TempDir Path folder;

  @Test
  void answersToTokensAsTheModelDoesToTexts() {
    TrainingConfig config = ToyData.config(folder, "ngrams.maxBigrams", "1000");
    List<LabelledText> texts = new ArrayList<>(ToyData.texts(200, 1));
    texts.set(199, new LabelledText("loan", "nobody ever said such"));
    try (AnalysedCorpus analysed = analysed(config, texts);
        EncodedCorpus corpus = analysed.corpus(range(0, 120), range(120, 160))) {
      CategorizerModel model = train(corpus, config, false).model();

      HeldOut held = HeldOut.of(model, corpus, analysed.held(range(160, 200), corpus));

      LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(model);
      List<LabelledPrediction> expected = new ArrayList<>();
      for (int i = 160; i < 200; i++) {
        LabelledText text = texts.get(i);
        expected.add(LabelledPrediction.of(text.category(), categorizer.categorize(text.text())));
        double own =
            categorizer.categorize(text.text()).ranked().stream()
                .filter(scored -> scored.category().equals(text.category()))
                .mapToDouble(ScoredCategory::probability)
                .sum();
        assertThat(held.losses()[i - 160]).isCloseTo(-Math.log(own), within(1e-5));
        assertThat(held.predictions().get(i - 160).predicted())
            .isEqualTo(expected.get(i - 160).predicted());
        assertThat(held.predictions().get(i - 160).confidence())
            .isCloseTo(expected.get(i - 160).confidence(), within(1e-6));
      }
      assertThat(held.evaluation().accuracy())
          .isEqualTo(Evaluation.of(categorizer.categories(), expected).accuracy());
    }
  }

  /** Trials of a search share one analysis. */
  @Test
  void textsThatAreCutLaterMakeTheSameModel() throws Exception {
    TrainingConfig config = ToyData.config(folder, "text.maxTokens", "4");
    TrainingConfig longer = ToyData.config(folder, "text.maxTokens", "400");
    List<LabelledText> texts = ToyData.texts(150, 1);
    try (AnalysedCorpus whole = analysed(longer, texts);
        AnalysedCorpus cut = analysed(config, texts)) {
      BitSet validation = whole.split(0.2, 1);
      BitSet training = whole.allBut(validation);

      byte[] limited =
          bytes(train(whole.limitedTo(4).corpus(training, validation), config, false).model());

      assertThat(bytes(train(cut.corpus(training, validation), config, false).model()))
          .isEqualTo(limited);
    }
  }

  /** Killed between a checkpoint and the note that it was enough. */
  @Test
  void aTrainingThatWantsNoMoreLearnsNothingWhenItIsResumed() {
    TrainingConfig config = ToyData.config(folder);
    try (AnalysedCorpus analysed = analysed(config, ToyData.texts(150, 1));
        EncodedCorpus corpus = analysed.corpus(range(0, 120), range(120, 150))) {
      TrainingResult first = train(corpus, config, false);

      TrainingResult again = train(corpus, config, true);

      assertThat(first.history()).hasSize(2);
      assertThat(again.history()).isEqualTo(first.history());
    }
  }

  private TrainingResult train(EncodedCorpus corpus, TrainingConfig config, boolean resume) {
    TrainingProgress two =
        new TrainingProgress() {
          @Override
          public boolean wantsMore(EpochMetrics last) {
            return last.epoch() < 2;
          }
        };
    TrainingData data = new TrainingData(corpus, List.of(), List.of());
    return Trainer.train(data, config, folder.resolve("checkpoint"), resume, two);
  }

  private AnalysedCorpus analysed(TrainingConfig config, List<LabelledText> texts) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), folder)) {
      texts.forEach(builder::addTraining);
      return builder.analysed();
    }
  }

  private byte[] bytes(CategorizerModel model) throws IOException {
    Path file = folder.resolve("model.bin");
    ModelFile.write(model, file);
    return Files.readAllBytes(file);
  }

  private static BitSet range(int from, int to) {
    BitSet bits = new BitSet();
    bits.set(from, to);
    return bits;
  }
}
