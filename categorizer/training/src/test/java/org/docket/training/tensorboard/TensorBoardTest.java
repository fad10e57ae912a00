/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.docket.error.DocketException;
import org.docket.model.Matrix;
import org.docket.model.ModelFile;
import org.docket.training.EpochMetrics;
import org.docket.training.ToyData;
import org.docket.training.Trainer;
import org.docket.training.TrainingProgress;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.TrainingData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorBoardTest {

  /** Of the 150 texts in an epoch, in batches of 4: the last one has 2. */
  private static final int STEPS = 38;

  @TempDir Path folder;

  private final List<String> warnings = new ArrayList<>();
  private TrainingConfig config;
  private TrainingData data;
  private Path logs;

  @BeforeEach
  void prepare() {
    use("training.batchSize", "4", "training.epochs", "3", "training.patience", "3");
  }

  private void use(String... overrides) {
    config = ToyData.config(folder, overrides);
    data = ToyData.data(config);
    logs = folder.resolve("logs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAST", "STOCK"})
  void theModelIsTheSameWithAndWithoutIt(String layers) throws Exception {
    use("training.layers", layers, "regularization.wordDropout", "0.2", "training.epochs", "3");
    TrainingResult without =
        Trainer.train(data, config, folder.resolve("c"), false, TrainingProgress.NONE);

    TrainingResult with = train(false);

    assertThat(bytes(with)).isEqualTo(bytes(without));
    assertThat(with.history()).isEqualTo(without.history());
  }

  @Test
  void scalarsOfEpochsAreThoseOfTheHistory() throws Exception {
    List<EpochMetrics> history = train(false).history();

    RunReader train = run("toy-1/train");
    assertThat(train.scalars("epoch/loss")).isEqualTo(of(history, e -> e.training().loss()));
    assertThat(train.scalars("epoch/accuracy"))
        .isEqualTo(of(history, e -> e.training().accuracy()));
    assertThat(train.scalars("epoch/macro_f1")).isEqualTo(of(history, e -> e.training().macroF1()));
    assertThat(train.scalars("epoch/objective")).isEqualTo(of(history, EpochMetrics::objective));
    RunReader validation = run("toy-1/validation");
    assertThat(validation.scalars("epoch/loss")).isEqualTo(of(history, e -> e.network().loss()));
    assertThat(validation.scalars("epoch/accuracy"))
        .isEqualTo(of(history, e -> e.network().accuracy()));
    assertThat(validation.scalars("epoch/macro_f1"))
        .isEqualTo(of(history, e -> e.network().macroF1()));
    assertThat(validation.scalars("model/loss")).isEqualTo(of(history, e -> e.validation().loss()));
    assertThat(validation.scalars("model/accuracy"))
        .isEqualTo(of(history, e -> e.validation().accuracy()));
    assertThat(validation.scalars("model/macro_f1"))
        .isEqualTo(of(history, e -> e.validation().macroF1()));
    assertThat(train.times).isSorted();
    assertThat(train.times.get(0)).isCloseTo(System.currentTimeMillis() / 1e3, within(600.0));
  }

  @Test
  void trainingsAreComparedByTheEpochThatWasChosen() throws Exception {
    TrainingResult result = train(false);

    RunReader validation = run("toy-1/validation");
    List<EpochMetrics> best = List.of(result.best());
    assertThat(validation.scalars("chosen/loss")).isEqualTo(of(best, e -> e.validation().loss()));
    assertThat(validation.scalars("chosen/accuracy"))
        .isEqualTo(of(best, e -> e.validation().accuracy()));
    assertThat(validation.scalars("chosen/macro_f1"))
        .isEqualTo(of(best, e -> e.validation().macroF1()));
  }

  @Test
  void pointsOfStepsAddUpToTheEpoch() throws Exception {
    List<EpochMetrics> history = train(false).history();

    RunReader train = run("toy-1/train");
    NavigableMap<Long, Double> loss = train.scalars("step/loss");
    assertThat(loss.keySet()).containsExactly(20L, 38L, 40L, 60L, 76L, 80L, 100L, 114L);
    assertThat((80 * loss.get(20L) + 70 * loss.get(38L)) / 150)
        .isCloseTo(history.get(0).objective(), within(1e-5));
    assertThat(train.scalars("step/accuracy").values()).allMatch(share -> share >= 0 && share <= 1);
    assertThat(train.scalars("step/accuracy").get(114L)).isGreaterThan(0.9);
    assertThat(train.scalars("step/documents_per_second").values()).allMatch(rate -> rate > 1);
    assertThat(train.scalars("step/gradient_norm").values()).allMatch(norm -> norm > 0);
    NavigableMap<Long, Double> rates = train.scalars("step/learning_rate");
    assertThat(rates.values()).allMatch(rate -> rate > 0 && rate <= 0.03f);
    assertThat(rates.get(114L)).isLessThan(0.003); // the cycle's end
  }

  @Test
  void bothKindsOfLayersShowTheSameGradientsAndAccuracy() throws Exception {
    List<RunReader> runs = new ArrayList<>();
    for (String layers : List.of("FAST", "STOCK")) {
      use(
          "training.layers",
          layers,
          "regularization.featureDropout",
          "0",
          "training.gradientClipping",
          "0",
          "training.batchSize",
          "16",
          "training.epochs",
          "1",
          "training.patience",
          "1",
          "regularization.wordDropout",
          "0");
      train(false);
      runs.add(run("toy-" + (runs.size() + 1) + "/train"));
    }
    RunReader fast = runs.get(0);
    RunReader stock = runs.get(1);
    for (String tag : List.of("step/loss", "step/accuracy", "step/gradient_norm")) {
      assertThat(fast.scalars(tag).lastEntry().getValue())
          .isCloseTo(stock.scalars(tag).lastEntry().getValue(), within(1e-3));
    }
    WireMessage fastOutput = fast.one("gradients/output/W").message(5);
    WireMessage stockOutput = stock.one("gradients/output/W").message(5);
    assertThat(fastOutput.real(5)).isCloseTo(stockOutput.real(5), within(1e-3));
  }

  @Test
  void histogramsOfEveryEpochCountEveryWeightAndItsGradient() throws Exception {
    int words = data.corpus().vocabulary().size();
    train(false);

    Map<String, Integer> sizes =
        Map.of(
            "encoder/W",
            words * 12,
            "encoder/W0",
            12 * 32,
            "encoder/RW0",
            8 * 32,
            "encoder/b0",
            32,
            "output/W",
            28 * 3,
            "output/b",
            3);
    RunReader train = run("toy-1/train");
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      for (String kind : List.of("weights/", "gradients/")) {
        List<RunReader.At> all = train.all(kind + size.getKey());
        assertThat(all.stream().map(RunReader.At::step)).containsExactly(1L, 2L, 3L);
        for (RunReader.At at : all) {
          WireMessage histogram = at.value().message(5);
          assertThat(histogram.real(3)).isEqualTo(size.getValue().doubleValue());
          assertThat(DoubleStream.of(histogram.reals(7)).sum())
              .isEqualTo(size.getValue().doubleValue());
          assertThat(histogram.reals(6)).isSorted().hasSameSizeAs(histogram.reals(7));
        }
      }
    }
  }

  @Test
  void theHeatMapOfEachEpochIsAnImage() throws Exception {
    train(false);

    List<RunReader.At> images = run("toy-1/validation").all("confusion");

    assertThat(images.stream().map(RunReader.At::step)).containsExactly(1L, 2L, 3L);
    for (RunReader.At at : images) {
      WireMessage image = at.value().message(4);
      var picture = ImageIO.read(new ByteArrayInputStream(image.bytes(4)));
      assertThat(picture.getHeight()).isEqualTo((int) image.number(1));
      assertThat(picture.getWidth()).isEqualTo((int) image.number(2));
      assertThat(image.number(3)).isEqualTo(3);
    }
  }

  @Test
  void theProjectorGetsTheVectorsOfTheModelThatWasChosen() throws Exception {
    TrainingResult result = train(false);

    Path train = logs.resolve("toy-1/train");
    assertThat(Files.readAllLines(train.resolve("metadata.tsv")))
        .isEqualTo(result.model().vocabulary().tokens());
    List<String> lines = Files.readAllLines(train.resolve("vectors.tsv"));
    Matrix vectors = result.model().network().embedding();
    for (int id = 1; id < vectors.rows(); id++) {
      String[] values = lines.get(id - 1).split("\t");
      assertThat(values).hasSize(vectors.columns());
      for (int i = 0; i < values.length; i++) {
        assertThat(Float.parseFloat(values[i])).isCloseTo(vectors.get(id, i), within(1.1e-5f));
      }
    }
    assertThat(lines).hasSize(vectors.rows() - 1);
  }

  @Test
  void theParametersAreThoseOfThePresetByTheirTypes() throws Exception {
    train(false);

    WireMessage start = parameters("_hparams_/session_start_info").message(3);
    Map<String, WireMessage> values =
        start.messages(1).stream()
            .collect(Collectors.toMap(entry -> entry.text(1), entry -> entry.message(2)));
    assertThat(values).containsOnlyKeys(config.parameters().keySet());
    assertThat(values.get("training.learningRate").real(2)).isEqualTo(0.03);
    assertThat(values.get("training.seed").real(2)).isEqualTo(42);
    assertThat(values.get("text.stripHtml").number(4)).isEqualTo(1);
    assertThat(values.get("network.pooling").text(3)).isEqualTo("MEAN_MAX");
    assertThat(start.text(4)).isEqualTo("toy-1");
    WireMessage end = parameters("_hparams_/session_end_info").message(4);
    assertThat(end.number(1)).isEqualTo(1);
    assertThat(end.real(2)).isGreaterThanOrEqualTo(start.real(5));
    assertThat(run("toy-1/train").tags()).contains("corpus", "preset");
  }

  private WireMessage parameters(String tag) throws Exception {
    WireMessage plugin = run("toy-1/validation").one(tag).message(9).message(1);
    assertThat(plugin.text(1)).isEqualTo("hparams");
    return plugin.message(2);
  }

  @Test
  void eachTrainingHasAFolderOfItsOwn() throws Exception {
    train(false);
    byte[] before = Files.readAllBytes(EventReader.files(logs.resolve("toy-1/train")).get(0));
    train(false);

    assertThat(EventReader.files(logs.resolve("toy-2/train"))).hasSize(1);
    assertThat(EventReader.files(logs.resolve("toy-1/train"))).hasSize(1);
    assertThat(EventReader.files(logs.resolve("toy-1/train")).get(0)).hasBinaryContent(before);
  }

  @Test
  void aTrainingThatGoesOnDoublesNoStep() throws Exception {
    train(false);
    assertThatThrownBy(() -> train(false, breakIn(2, 50))).hasMessage("broken off");
    train(false); // another one in between

    List<EpochMetrics> history = train(true).history();

    assertThat(logs.resolve("toy-4")).doesNotExist();
    assertThat(EventReader.files(logs.resolve("toy-2/train"))).hasSize(2);
    for (String run : List.of("/train", "/validation")) {
      RunReader resumed = run("toy-2" + run);
      RunReader whole = run("toy-1" + run);
      assertThat(resumed.tags()).isEqualTo(whole.tags());
      for (String tag : whole.tags()) {
        if (tag.startsWith("epoch/") || tag.startsWith("model/") || tag.startsWith("step/")) {
          assertThat(resumed.scalars(tag).keySet()).isEqualTo(whole.scalars(tag).keySet());
        }
      }
    }
    assertThat(run("toy-2/train").scalars("step/loss"))
        .isEqualTo(run("toy-1/train").scalars("step/loss"));
    assertThat(run("toy-2/validation").scalars("model/loss"))
        .isEqualTo(of(history, e -> e.validation().loss()));
  }

  @Test
  void aTrainingThatGoesOnElsewhereShowsItsEarlierEpochsToo() throws Exception {
    assertThatThrownBy(() -> train(false, breakIn(2, 50))).hasMessage("broken off");
    logs = folder.resolve("elsewhere");

    List<EpochMetrics> history = train(true).history();

    assertThat(run("toy-1/train").scalars("epoch/loss"))
        .isEqualTo(of(history, e -> e.training().loss()));
    assertThat(run("toy-1/train").scalars("step/loss").firstKey()).isEqualTo(STEPS + 2L);
  }

  @Test
  void aDiskThatFillsUpIsToldOnceAndTheTrainingGoesOn() throws Exception {
    FullDisk disk = new FullDisk(6_000);
    TrainingResult result;
    try (TensorBoard board =
        new TensorBoard(logs, Path.of("toy"), new Run.Subject(data, config), warnings::add, disk)) {
      result = Trainer.train(data, config, folder.resolve("c"), false, board);
      assertThat(board.finish(result)).isEmpty();
    }

    assertThat(result.history()).hasSize(3);
    assertThat(warnings)
        .containsExactly(
            "TensorBoard's files in "
                + logs.resolve("toy-1")
                + " end here; the training goes on: No space left on device");
    assertThat(disk.open()).isZero();
  }

  @Test
  void aFolderThatIsGoneWhenTheTrainingStartsIsTold() throws Exception {
    Files.writeString(logs, "a file in its way");

    TrainingResult result = train(false);

    assertThat(result.history()).hasSize(3);
    assertThat(warnings).singleElement().asString().contains(logs.toString(), "goes on");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldBefore() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> TensorBoard.requireWritable(file))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> TensorBoard.requireWritable(file.resolve("below")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("TensorBoard");
    TensorBoard.requireWritable(logs);
    assertThat(logs).isEmptyDirectory();
  }

  private TrainingResult train(boolean resume) {
    return train(resume, TrainingProgress.NONE);
  }

  private TrainingResult train(boolean resume, TrainingProgress beside) {
    boolean kept = resume || beside != TrainingProgress.NONE;
    Path checkpoint = folder.resolve(kept ? "kept" : "c");
    Path model = checkpoint.resolve("toy.bin");
    try (TensorBoard board = new TensorBoard(logs, model, data, config, warnings::add)) {
      TrainingProgress both = TrainingProgress.all(List.of(board, beside));
      TrainingResult result = Trainer.train(data, config, checkpoint, resume, both);
      board.finish(result);
      return result;
    }
  }

  /** Ends a training in the middle of an epoch. */
  private static TrainingProgress breakIn(int brokenEpoch, int afterDocuments) {
    return new TrainingProgress() {
      private int epoch;
      private int documents;

      @Override
      public void epochStarted(int started, int count) {
        epoch = started;
        documents = 0;
      }

      @Override
      public void batchDone(int count) {
        documents += count;
        if (epoch == brokenEpoch && documents >= afterDocuments) {
          throw new IllegalStateException("broken off");
        }
      }
    };
  }

  private RunReader run(String name) throws Exception {
    return new RunReader(logs.resolve(name));
  }

  private static NavigableMap<Long, Double> of(
      List<EpochMetrics> history, ToDoubleFunction<EpochMetrics> value) {
    NavigableMap<Long, Double> values = new TreeMap<>();
    history.forEach(e -> values.put((long) e.epoch(), (double) (float) value.applyAsDouble(e)));
    return values;
  }

  private byte[] bytes(TrainingResult result) throws Exception {
    Path file = folder.resolve("model.bin");
    ModelFile.write(result.model(), file);
    return Files.readAllBytes(file);
  }
}
