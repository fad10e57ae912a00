/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.docket.training.ToyData;
import org.docket.training.config.Layers;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.training.network.EpochBatches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;

class TrainingBenchmarkTest {

  private static final int DOCUMENTS = 150;

  @TempDir Path folder;

  @Test
  void doesTheSameStepsOnFastAndOnStockLayers() {
    double[] fast = losses(Layers.FAST);
    double[] stock = losses(Layers.STOCK);

    // Weights begin near zero, where each of three categories is as likely.
    assertThat(fast[0]).isCloseTo(Math.log(3), within(0.1));
    assertThat(fast).isNotEqualTo(stock).containsExactly(stock, within(1e-4));
    // More steps than there are batches: they come round again, and the loss has become less.
    assertThat(fast[4]).isLessThan(fast[0]);
    assertThat(fast[5]).isLessThan(fast[1]);
  }

  private static double[] losses(Layers layers) {
    NetworkShape shape = new NetworkShape(20, 5, List.of(4, 3), false, Pooling.LAST, false, 3);
    int[][][] batches = {{{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}, {10, 11, 12}}};
    return IntStream.range(0, 6)
        .mapToDouble(TrainingBenchmark.steps(shape, batches, layers))
        .toArray();
  }

  @Test
  void epochsReportEveryDocumentOnceEach() {
    TrainingConfig config = ToyData.config(folder);
    List<Integer> reported = new ArrayList<>();
    try (EncodedCorpus corpus = ToyData.data(config).corpus()) {
      TrainingBenchmark.epochs(corpus, config, 2)
          .forEachRemaining((int step) -> reported.add(step));
    }

    assertThat(reported.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * DOCUMENTS);
    assertThat(reported).hasSize(2 * ((DOCUMENTS + 15) / 16)).allMatch(count -> count <= 16);
  }

  @Test
  void writesEveryDocumentOnceWithItsLabelAndIds() throws IOException {
    TrainingConfig config = ToyData.config(folder, "regularization.classWeights", "none");
    Path file = folder.resolve("batches.txt");
    try (EncodedCorpus corpus = ToyData.data(config).corpus()) {
      TrainingBenchmark.writeBatches(corpus, config, file);

      List<String> lines = Files.readAllLines(file);
      assertThat(lines.get(0)).isEqualTo(corpus.vocabulary().size() + " 1.0 1.0 1.0");
      EncodedTexts texts = corpus.training();
      assertThat(lines.subList(1, lines.size()))
          .filteredOn(line -> !line.isEmpty())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, texts.size())
                  .mapToObj(text -> texts.label(text) + " " + join(texts.ids(text)))
                  .toList());
      assertThat(TrainingBenchmark.meanLength(corpus))
          .isEqualTo(
              IntStream.range(0, texts.size()).map(text -> texts.ids(text).length).sum() / 150.0);
    }
  }

  @Test
  void theBatchesAreThoseOfTheFirstEpochWithAnEmptyLineAfterEach() throws IOException {
    TrainingConfig config = ToyData.config(folder, "regularization.wordDropout", "0");
    Path file = folder.resolve("batches.txt");
    try (EncodedCorpus corpus = ToyData.data(config).corpus()) {
      TrainingBenchmark.writeBatches(corpus, config, file);

      String written = Files.readString(file);
      assertThat(written).endsWith("\n\n");
      String[] batches = written.substring(written.indexOf('\n') + 1).split("\n\n");
      EpochBatches epoch = new EpochBatches(corpus.training(), 3, config, 1);
      for (String batch : batches) {
        assertThat(ids(batch)).isEqualTo(ids(epoch.next().dataSet()));
      }
      assertThat(epoch.hasNext()).isFalse();
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    assertNotWritten(folder.resolve("missing/batches.txt"));
  }

  @Test
  void aFullDiskIsAnError() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();

    assertNotWritten(full);
  }

  private void assertNotWritten(Path file) {
    TrainingConfig config = ToyData.config(folder);
    try (EncodedCorpus corpus = ToyData.data(config).corpus()) {
      assertThatThrownBy(() -> TrainingBenchmark.writeBatches(corpus, config, file))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith(file + " cannot be written: ");
    }
  }

  /** The ids of each document of a batch, without their labels. */
  private static List<String> ids(String batch) {
    return batch.lines().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
  }

  private static List<String> ids(DataSet batch) {
    List<String> documents = new ArrayList<>();
    for (int row = 0; row < batch.numExamples(); row++) {
      float[] ids = batch.getFeatures().slice(row).toFloatVector();
      int length = batch.getFeaturesMaskArray().getRow(row).sumNumber().intValue();
      documents.add(join(IntStream.range(0, length).map(i -> (int) ids[i]).toArray()));
    }
    return documents;
  }

  private static String join(int[] ids) {
    return Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }
}
