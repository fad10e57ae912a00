/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.inference.LstmNetwork;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.model.NetworkShape;
import org.docket.profile.ProfileBuilder;
import org.docket.training.config.Layers;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.ReviewedData;
import org.docket.training.data.TeacherData;
import org.docket.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

  @TempDir Path folder;

  @Test
  void learnsAToyTask() {
    TrainingResult result =
        train(ToyData.config(folder, "training.epochs", "8", "training.patience", "8"));

    assertThat(result.history()).hasSize(8);
    assertThat(result.best().validation().accuracy()).isGreaterThan(0.95);
    assertThat(result.best().validation().loss())
        .isLessThan(result.history().get(0).validation().loss() + 1e-9);
    assertThat(result.model().temperature()).isBetween(0.05f, 20f);
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(result.model());
    assertThat(categorizer.categorize("filler1 mortgage0 filler7").best().category())
        .isEqualTo("mortgage");
  }

  @Test
  void theModelCarriesWhatItMakesOfTheValidationDocuments() {
    CategorizerModel model = train(ToyData.config(folder)).model();
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(model);
    ProfileBuilder expected = new ProfileBuilder(3);
    for (LabelledText text : ToyData.texts(60, 2)) {
      Categorization answer = categorizer.categorize(text.text());
      int best = categorizer.categories().indexOf(answer.best().category());
      double confidence = answer.best().probability();
      expected.add(answer.knownTokens(), answer.tokens(), best, confidence);
    }
    assertThat(model.profile()).contains(expected.build());
    assertThat(categorizer.baseline().orElseThrow().documents()).isEqualTo(60);
  }

  @Test
  void endsWhenNoMoreIsWantedAndCanGoOnFromThere() throws Exception {
    TrainingConfig config = ToyData.config(folder);
    byte[] uninterrupted = bytes(train(config).model());
    Path checkpoint = folder.resolve("ended");
    TrainingProgress untilSecond =
        new TrainingProgress() {
          @Override
          public boolean wantsMore(EpochMetrics last) {
            return last.epoch() < 2;
          }
        };

    TrainingResult ended =
        Trainer.train(ToyData.data(config), config, checkpoint, false, untilSecond);

    assertThat(ended.history()).hasSize(2);
    assertThat(ended.best().epoch()).isLessThanOrEqualTo(2);
    assertThat(checkpoint).exists();
    TrainingResult resumed =
        Trainer.train(ToyData.data(config), config, checkpoint, true, TrainingProgress.NONE);
    assertThat(resumed.history().subList(0, 2)).isEqualTo(ended.history());
    assertThat(bytes(resumed.model())).isEqualTo(uninterrupted);
  }

  @Test
  void afterItsLastEpochNobodyIsAskedForMore() {
    List<Integer> asked = new ArrayList<>();
    TrainingProgress willing =
        new TrainingProgress() {
          @Override
          public boolean wantsMore(EpochMetrics last) {
            return asked.add(last.epoch());
          }
        };
    TrainingConfig config = ToyData.config(folder);

    int epochs =
        Trainer.train(ToyData.data(config), config, folder.resolve("all"), false, willing)
            .history()
            .size();

    assertThat(asked).isNotEmpty().doesNotContain(epochs);
  }

  @Test
  void tellsTheNetworkAloneFromTheWholeModel() {
    TrainingResult result = train(ToyData.config(folder));

    for (EpochMetrics epoch : result.history()) {
      assertThat(epoch.network().loss()).isGreaterThanOrEqualTo(epoch.validation().loss() - 1e-6);
    }
    assertThat(result.history())
        .anySatisfy(epoch -> assertThat(epoch.network()).isNotEqualTo(epoch.validation()));
  }

  @Test
  void learnsWithTwoLayersAndTheLastStep() {
    TrainingConfig config =
        ToyData.config(
            folder,
            "network.units",
            "12, 8",
            "network.pooling",
            "LAST",
            "network.embeddingMean",
            "false",
            "regularization.layerDropout",
            "0.1",
            "regularization.featureDropout",
            "0",
            "training.epochs",
            "12",
            "training.patience",
            "12");

    assertThat(train(config).best().validation().accuracy()).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(ints = {42, 0, -1}) // ND4J takes 0 for no seed.
  void theSameTrainingGivesTheSameBytes(int seed) throws Exception {
    TrainingConfig config = ToyData.config(folder, "training.seed", Integer.toString(seed));

    byte[] first = bytes(train(config).model());
    byte[] second = bytes(train(config).model());
    byte[] other = bytes(train(ToyData.config(folder, "training.seed", "43")).model());

    assertThat(second).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void aResumedTrainingEndsInTheSameModel() throws Exception {
    TrainingConfig config = ToyData.config(folder);
    byte[] uninterrupted = bytes(train(config).model());
    for (int epoch : new int[] {1, 3}) {
      Path checkpoint = folder.resolve("interrupted");
      Killer killer = new Killer(epoch);
      assertThatThrownBy(
              () -> Trainer.train(ToyData.data(config), config, checkpoint, false, killer))
          .isInstanceOf(Killed.class);

      Recorder recorder = new Recorder();
      TrainingResult result =
          Trainer.train(ToyData.data(config), config, checkpoint, true, recorder);

      assertThat(recorder.events).element(1).isEqualTo("resumed after " + epoch);
      assertThat(recorder.events).element(2).isEqualTo("started " + (epoch + 1) + " of 150");
      assertThat(bytes(result.model())).isEqualTo(uninterrupted);
    }
  }

  @Test
  void oneWhoWatchesIsToldOfEachStep() {
    TrainingConfig config = ToyData.config(folder, "training.epochs", "3");
    Recorder recorder = new Recorder();

    TrainingResult result =
        Trainer.train(ToyData.data(config), config, folder.resolve("checkpoint"), false, recorder);

    assertThat(recorder.events)
        .containsExactly(
            "encoded 150, 60, " + result.model().vocabulary().size(),
            "started 1 of 150",
            "done 1 of 150",
            "started 2 of 150",
            "done 2 of 150",
            "started 3 of 150",
            "done 3 of 150");
    List<Boolean> expected = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    for (EpochMetrics epoch : result.history()) {
      expected.add(epoch.validation().loss() < best);
      best = Math.min(best, epoch.validation().loss());
    }
    assertThat(recorder.best).isEqualTo(expected);
  }

  /** Hardly any step: all losses are those of a guess among three. */
  @Test
  void theObjectiveIsAMeanOverTheTexts() {
    EpochMetrics only =
        train(
                ToyData.config(
                    folder,
                    "training.epochs",
                    "1",
                    "training.patience",
                    "1",
                    "training.learningRate",
                    "1e-7"))
            .best();

    assertThat(only.objective()).isCloseTo(Math.log(3), within(0.2));
    assertThat(only.training().loss()).isCloseTo(Math.log(3), within(0.2));
    assertThat(only.validation().loss()).isCloseTo(Math.log(3), within(0.2));
  }

  @Test
  void textsWithoutAKnownTokenAreEvaluatedWithThePriors() {
    TrainingConfig config =
        ToyData.config(folder, "training.epochs", "1", "training.patience", "1");
    List<LabelledText> unknown = Collections.nCopies(10, new LabelledText("mortgage", "unheard"));

    Evaluation without = train(config, data(config, List.of())).evaluation();
    Evaluation with = train(config, data(config, unknown)).evaluation();

    // Mortgages are the most, as the trained texts have it.
    assertThat(with.documents()).isEqualTo(without.documents() + 10);
    assertThat(with.confusion()[2][2]).isEqualTo(without.confusion()[2][2] + 10);
  }

  @Test
  void doesNotResumeAnotherTraining() {
    Path checkpoint = folder.resolve("checkpoint");
    train(ToyData.config(folder, "training.epochs", "1", "training.patience", "1"));

    assertThatThrownBy(
            () ->
                Trainer.train(
                    ToyData.data(ToyData.config(folder)),
                    ToyData.config(folder),
                    checkpoint,
                    true,
                    TrainingProgress.NONE))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(checkpoint.toString())
        .hasMessageContaining("other data, another configuration");
  }

  /** The texts decide on their stop words, not the configuration. */
  @Test
  void aModelCarriesTheAnalysisOfItsTexts() {
    TrainingConfig config =
        ToyData.config(folder, "text.stopWords", "auto", "training.epochs", "3");
    TrainingData data = ToyData.data(config);

    assertThat(data.corpus().analysis()).isNotEqualTo(config.text().analysis());
    assertThat(train(config, data).model().analysis()).isEqualTo(data.corpus().analysis());
  }

  @Test
  void anotherTrainingIsRefusedBeforeItsNgramsAreLearned() {
    Path checkpoint = folder.resolve("checkpoint");
    train(ToyData.config(folder, "training.epochs", "1", "training.patience", "1"));
    TrainingConfig other = ToyData.config(folder, "ngrams.maxBigrams", "100");
    AtomicBoolean learned = new AtomicBoolean();
    TrainingProgress progress =
        new TrainingProgress() {
          @Override
          public void ngramsLearned(int bigrams, double accuracy) {
            learned.set(true);
          }
        };

    assertThatThrownBy(() -> Trainer.train(ToyData.data(other), other, checkpoint, true, progress))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("other data, another configuration");
    assertThat(learned).isFalse();
  }

  @Test
  void aBrokenCheckpointIsNamed() throws Exception {
    Path checkpoint = Files.writeString(folder.resolve("checkpoint"), "no zip");

    assertThatThrownBy(
            () ->
                Trainer.train(
                    ToyData.data(ToyData.config(folder)),
                    ToyData.config(folder),
                    checkpoint,
                    true,
                    TrainingProgress.NONE))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the checkpoint " + checkpoint + " cannot be read")
        .hasMessageContaining("delete it to train from the start");
  }

  @Test
  void aModelThatWouldBeTooLargeToReadIsRefusedBeforeTheFirstEpoch() {
    TrainingConfig huge =
        ToyData.config(folder, "network.units", "4096, 4096", "network.embedding", "4096");

    assertThatThrownBy(() -> train(huge))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("would make a model of about");
    assertThat(folder.resolve("checkpoint")).doesNotExist();
  }

  @Test
  void stopsWhenValidationGetsNoBetterAndKeepsTheBestEpoch() {
    TrainingConfig config =
        ToyData.config(folder, "training.epochs", "30", "training.patience", "2");
    TrainingData data = ToyData.data(config);
    TrainingResult result = train(config, data);

    assertThat(result.history()).hasSizeLessThan(30);
    assertThat(result.history()).hasSize(result.best().epoch() + 2);
    assertThat(result.model().provenance())
        .containsEntry("best.epoch", Integer.toString(result.best().epoch()));
    Scores scores =
        Scorer.onAll(data.corpus().categories(), data.corpus().validation())
            .calibratedScore(new LstmNetwork(result.model().network()))
            .scores();
    assertThat(scores).isEqualTo(result.best().validation());
  }

  @Test
  void aDivergingTrainingNamesEpochAndLearningRate() {
    assertThatThrownBy(() -> Divergence.requireFinite(Double.NaN, 3, 0.5, "; kept"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("epoch 3")
        .hasMessageContaining("learning rate 0.5")
        .hasMessageEndingWith("; kept");
  }

  @ParameterizedTest
  @EnumSource
  void aDivergingTrainingStopsAndTheCheckpointStays(Layers layers) throws Exception {
    TrainingConfig sane =
        ToyData.config(
            folder,
            "training.layers",
            layers.name(),
            "training.schedule",
            "constant",
            "training.gradientClipping",
            "0");
    train(sane);
    byte[] checkpoint = Files.readAllBytes(folder.resolve("checkpoint"));

    Recorder recorder = new Recorder();
    TrainingConfig absurd = withLearningRate(sane, 1e30);
    assertThatThrownBy(
            () ->
                Trainer.train(
                    ToyData.data(sane), absurd, folder.resolve("checkpoint"), false, recorder))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the training diverged in epoch 1")
        .hasMessageContaining("learning rate 1.0E30");
    assertThat(recorder.learned).isLessThan(150);
    assertThat(Files.readAllBytes(folder.resolve("checkpoint"))).isEqualTo(checkpoint);
  }

  @Test
  void theModelKnowsWhereItCameFrom() {
    TrainingConfig config = ToyData.config(folder);
    TrainingData toy = ToyData.data(config);
    List<DataFile> validation = List.of(new DataFile("check.csv", "def"));
    TrainingResult result =
        train(config, new TrainingData(toy.corpus(), toy.trainingFiles(), validation));

    assertThat(result.model().provenance())
        .containsEntry("preset", "toy")
        .containsEntry("parameter.training.seed", "42")
        .containsEntry("parameter.network.units", "8")
        .doesNotContainKey("parameter.training.layers")
        .containsEntry("data.training.file1", "toy.csv")
        .containsEntry("data.training.file1.sha256", "abc")
        .containsEntry("data.validation.file1", "check.csv")
        .containsEntry("data.training.documents", "150")
        .containsEntry("data.validation.documents", "60")
        .containsKeys("version.docket", "version.deeplearning4j", "version.java")
        .containsKeys("validation.accuracy", "validation.macroF1", "validation.loss");
  }

  /** No batch has seen what the last step did to the weights. */
  @Test
  void theOnlyStepOfAnEpochMayBeTheOneThatDiverges() {
    TrainingConfig oneStep =
        ToyData.config(
            folder,
            "training.batchSize",
            "200",
            "training.schedule",
            "constant",
            "training.gradientClipping",
            "0");

    assertThatThrownBy(() -> train(withLearningRate(oneStep, 1e39)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the training diverged in epoch 1");
  }

  @Test
  void aTrainingThatDivergesLaterTellsWhereTheBestEpochIs() {
    TrainingConfig config =
        ToyData.config(folder, "training.epochs", "2", "training.patience", "2");
    Path checkpoint = folder.resolve("checkpoint");
    TrainingData data = ToyData.data(config);
    assertThatThrownBy(() -> Trainer.train(data, config, checkpoint, false, new Killer(1)))
        .isInstanceOf(Killed.class);
    NetworkShape shape =
        config
            .network()
            .shape(data.corpus().vocabulary().size(), data.corpus().categories().size());
    Checkpoint spoilt = Checkpoint.read(checkpoint, Fingerprint.of(data.corpus(), config), shape);
    float[] parameters = spoilt.network().parameters();
    Arrays.fill(parameters, Float.NaN);
    spoilt.network().setParameters(parameters);
    spoilt.write(checkpoint);

    assertThatThrownBy(() -> Trainer.train(data, config, checkpoint, true, TrainingProgress.NONE))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the training diverged in epoch 2")
        .hasMessageEndingWith("; epoch 1, the best one, is kept in " + checkpoint);
  }

  @Test
  void aNetworkBesideNgramsIsTrainedTheSameAgainAndResumed() {
    TrainingConfig config = ToyData.config(folder, "ngrams.maxBigrams", "200");
    TrainingResult first = train(config);
    TrainingResult second = train(config);

    assertThat(first.model().network().ngrams()).isPresent();
    assertThat(first.evaluation().accuracy()).isGreaterThan(0.9);
    assertThat(bytes(second)).isEqualTo(bytes(first));

    TrainingResult resumed =
        Trainer.train(
            ToyData.data(config),
            config,
            folder.resolve("checkpoint"),
            true,
            TrainingProgress.NONE);
    assertThat(bytes(resumed)).isEqualTo(bytes(first));
  }

  @Test
  void aTeachersProbabilitiesAreLearnedInPlaceOfLabels() {
    TrainingConfig config = ToyData.config(folder, "regularization.teacherShare", "1");
    TrainingData swapped = ToyData.taughtToSwap(config);

    Evaluation evaluation = train(config, swapped).evaluation();

    // The teacher calls each card a loan, and each loan a card.
    assertThat(evaluation.accuracy()).isLessThan(0.5);
    assertThat(evaluation.confusion()[0][1]).isGreaterThan(15);
    assertThat(evaluation.confusion()[1][0]).isGreaterThan(15);
  }

  @Test
  void whatPeopleReviewedCountsByItsWeightAndResumesExactly() throws Exception {
    TrainingConfig config = ToyData.config(folder, "ngrams.maxBigrams", "200");
    TrainingProgress untilSecond =
        new TrainingProgress() {
          @Override
          public boolean wantsMore(EpochMetrics last) {
            return last.epoch() < 2;
          }
        };
    byte[] uninterrupted = bytes(train(config, reviewed(config, 3)));
    Path checkpoint = folder.resolve("reviewed");
    Trainer.train(reviewed(config, 3), config, checkpoint, false, untilSecond);

    assertThatThrownBy(
            () ->
                Trainer.train(reviewed(config, 2), config, checkpoint, true, TrainingProgress.NONE))
        .isInstanceOf(DocketException.class);
    TrainingResult resumed =
        Trainer.train(reviewed(config, 3), config, checkpoint, true, TrainingProgress.NONE);
    assertThat(bytes(resumed)).isEqualTo(uninterrupted);
    assertThat(bytes(train(config, reviewed(config, 2)))).isNotEqualTo(uninterrupted);
    assertThat(resumed.model().provenance())
        .containsEntry("data.reviewed.file1", "reviews.jsonl")
        .containsEntry("data.reviewed.file1.sha256", "abc")
        .containsEntry("data.reviewed.documents", "90")
        .containsEntry("data.reviewed.replaced", "4")
        .containsEntry("data.reviewed.differed", "3")
        .containsEntry("data.reviewed.leftOut", "2")
        .containsEntry("data.reviewed.weight", "3.0");
  }

  private static TrainingData reviewed(TrainingConfig config, double weight) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of("."))) {
      builder.reviewedWeight(weight);
      ToyData.texts(210, 1).forEach(builder::addTraining);
      ToyData.texts(90, 3).forEach(builder::addReviewed);
      ToyData.texts(60, 2).forEach(builder::addValidation);
      return new TrainingData(
          builder.build(),
          List.of(),
          List.of(),
          TeacherData.NONE,
          new ReviewedData(List.of(new DataFile("reviews.jsonl", "abc")), 90, 4, 3, 2, weight));
    }
  }

  private byte[] bytes(TrainingResult result) {
    Path file = folder.resolve("model.bin");
    try {
      ModelFile.write(result.model(), file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An absurd one, which a preset may not have. */
  private static TrainingConfig withLearningRate(TrainingConfig config, double rate) {
    OptimizationConfig sane = config.optimization();
    return new TrainingConfig(
        config.name(),
        config.text(),
        config.network(),
        config.ngrams(),
        config.regularization(),
        new OptimizationConfig(
            rate,
            sane.schedule(),
            sane.gradientClipping(),
            sane.batchSize(),
            sane.epochs(),
            sane.patience(),
            sane.validationShare(),
            sane.seed(),
            sane.layers()),
        config.parameters());
  }

  private TrainingResult train(TrainingConfig config) {
    return Trainer.train(
        ToyData.data(config), config, folder.resolve("checkpoint"), false, TrainingProgress.NONE);
  }

  private TrainingResult train(TrainingConfig config, TrainingData data) {
    return Trainer.train(data, config, folder.resolve("checkpoint"), false, TrainingProgress.NONE);
  }

  /** With more mortgages than other texts. */
  private static TrainingData data(TrainingConfig config, List<LabelledText> validation) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of("."))) {
      ToyData.texts(90, 1).forEach(builder::addTraining);
      for (int i = 0; i < 9; i++) {
        builder.addTraining(new LabelledText("mortgage", "mortgage0 filler" + i));
      }
      ToyData.texts(30, 2).forEach(builder::addValidation);
      validation.forEach(builder::addValidation);
      return new TrainingData(builder.build(), List.of(), List.of());
    }
  }

  private byte[] bytes(CategorizerModel model) throws Exception {
    Path file = folder.resolve("model.bin");
    ModelFile.write(model, file);
    return Files.readAllBytes(file);
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the training after an epoch, as a killed process would: with its checkpoint written. */
  private record Killer(int after) implements TrainingProgress {
    @Override
    public void epochDone(EpochMetrics metrics, boolean best) {
      if (metrics.epoch() == after) {
        throw new Killed();
      }
    }
  }

  private static final class Recorder implements TrainingProgress {
    private final List<String> events = new ArrayList<>();
    private final List<Boolean> best = new ArrayList<>();
    private int learned;

    @Override
    public void encoded(int training, int validation, int vocabulary) {
      events.add("encoded " + training + ", " + validation + ", " + vocabulary);
    }

    @Override
    public void resumed(EpochMetrics last) {
      events.add("resumed after " + last.epoch());
    }

    @Override
    public void epochStarted(int epoch, int documents) {
      events.add("started " + epoch + " of " + documents);
      learned = 0;
    }

    @Override
    public void batchDone(int documents) {
      learned += documents;
    }

    @Override
    public void epochDone(EpochMetrics metrics, boolean isBest) {
      events.add("done " + metrics.epoch() + " of " + learned);
      best.add(isBest);
    }
  }
}
