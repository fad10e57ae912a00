/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.docket.TestModels;
import org.docket.error.DocketException;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be written can be read, and what can be neither is not trained. */
class ModelSizeTest {

  @Test
  void aNetworkWhoseModelNobodyCouldReadIsRefusedBeforeTraining() {
    assertThatThrownBy(() -> ModelSize.requireWritable(shape(500_001, 300)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("500,001 tokens with embeddings of 300")
        .hasMessageContaining("of about 591 MiB, and at most 512 MiB")
        .hasMessageContaining("lower vocabulary.maxSize or network.embedding");
    assertThatCode(() -> ModelSize.requireWritable(shape(400_000, 300))).doesNotThrowAnyException();
    assertThatCode(() -> ModelSize.requireWritable(shape(500_001, 200))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, false, LAST, false",
    "4, 0, true, MEAN_MAX, true",
    "5, 3, false, MEAN_MAX, true",
    "6, 2, true, LAST, true",
  })
  void weightsAreCountedAndTheEstimateIsNotTooLow(
      int first, int second, boolean bidirectional, Pooling pooling, boolean embeddingMean)
      throws IOException {
    List<Integer> units = second == 0 ? List.of(first) : List.of(first, second);
    NetworkShape shape = new NetworkShape(999, 7, units, bidirectional, pooling, embeddingMean, 3);
    NetworkWeights network = NetworkWeights.random(shape, 1);
    long weights = network.embedding().values().length + network.output().values().length + 3;
    for (List<LstmWeights> layers : List.of(network.forward(), network.backward())) {
      for (LstmWeights layer : layers) {
        weights += layer.input().values().length;
        weights += layer.recurrent().values().length + layer.bias().length;
      }
    }
    assertThat(shape.weights()).isEqualTo(weights);
    long payload = ModelPayload.write(model(network), new ByteArrayOutputStream());
    assertThat(ModelSize.estimate(shape, 0)).isBetween(payload, payload + (2 << 20));
  }

  @Test
  void theEstimateCountsNgrams() throws IOException {
    NetworkShape shape = new NetworkShape(999, 1, List.of(1), false, Pooling.LAST, false, true, 3);
    NetworkWeights network = NetworkWeights.random(shape, 1);
    int bigrams = network.ngrams().orElseThrow().bigrams();
    long payload = ModelPayload.write(model(network), new ByteArrayOutputStream());
    assertThat(ModelSize.estimate(shape, bigrams)).isBetween(payload, payload + (2 << 20));
    long without = ModelPayload.write(model(without(network)), new ByteArrayOutputStream());
    assertThat(ModelSize.estimate(shape, bigrams) - ModelSize.estimate(shape.withNgrams(false), 0))
        .isCloseTo(payload - without, within(100L));
    assertThatThrownBy(() -> ModelSize.requireWritable(shape, 40_000_000))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("999 tokens with embeddings of 1 and 40,000,000 bigrams would make");
  }

  private static NetworkWeights without(NetworkWeights network) {
    NetworkShape shape = network.shape().withNgrams(false);
    int columns = shape.categories();
    float[] output = Arrays.copyOf(network.output().values(), shape.features() * columns);
    return new NetworkWeights(
        shape,
        network.embedding(),
        network.forward(),
        network.backward(),
        new Matrix(shape.features(), columns, output),
        network.outputBias());
  }

  @Test
  void theEstimateCountsManyCategoriesWithLongNames() throws IOException {
    List<String> names = IntStream.range(0, 6000).mapToObj(i -> "a".repeat(200) + i).toList();
    NetworkShape shape = new NetworkShape(2, 1, List.of(1), false, Pooling.LAST, false, 6000);
    float[] priors = new float[6000];
    priors[0] = 1;
    CategorizerModel model =
        new CategorizerModel(
            "en",
            AnalysisSpec.english(),
            Vocabulary.of(List.of("bank")),
            names,
            priors,
            NetworkWeights.random(shape, 1),
            1,
            new TreeMap<>());
    long payload = ModelPayload.write(model, new ByteArrayOutputStream());
    assertThat(ModelSize.estimate(shape, 0)).isBetween(payload, payload + (2 << 20));
  }

  @Test
  void aModelOverTheLimitIsNotWritten() throws IOException {
    CategorizerModel model = TestModels.pooled();
    long length = ModelPayload.write(model, new ByteArrayOutputStream());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> ModelStream.write(model, out, length - 1))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("lower vocabulary.maxSize or network.embedding");
    assertThat(out.size()).isZero();
    ModelStream.write(model, out, length);
    assertThat(ModelStream.read(new ByteArrayInputStream(out.toByteArray())).categories())
        .isEqualTo(model.categories());
  }

  /**
   * More than the writer's buffer: weights and n-grams in many parts, a text that does not fit into
   * it.
   */
  @Test
  void largePartsArriveWhole() throws IOException {
    NetworkWeights network = NetworkWeights.random(shape(999, 70).withNgrams(true), 3);
    CategorizerModel model = model(network);
    TreeMap<String, String> provenance = new TreeMap<>();
    provenance.put("long", "ä".repeat(70_000));
    CategorizerModel large =
        new CategorizerModel(
            model.language(),
            model.analysis(),
            model.vocabulary(),
            model.categories(),
            model.priors(),
            network,
            1,
            provenance);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelStream.write(large, out);
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(back.provenance()).isEqualTo(provenance);
    assertThat(back.network().embedding().values()).isEqualTo(network.embedding().values());
    assertThat(back.network().output().values()).isEqualTo(network.output().values());
    assertThat(network.ngrams().orElseThrow().bigrams()).isGreaterThan(4000);
    assertThat(back.network().ngrams()).usingRecursiveComparison().isEqualTo(network.ngrams());
  }

  private static NetworkShape shape(int vocabulary, int embedding) {
    return new NetworkShape(vocabulary, embedding, List.of(64), false, Pooling.MEAN_MAX, true, 3);
  }

  private static CategorizerModel model(NetworkWeights network) {
    List<String> tokens = IntStream.range(1, 999).mapToObj(i -> "t" + i).toList();
    return new CategorizerModel(
        "en",
        AnalysisSpec.english(),
        Vocabulary.of(tokens),
        TestModels.CATEGORIES,
        new float[] {0.5f, 0.3f, 0.2f},
        network,
        1,
        new TreeMap<>());
  }
}
