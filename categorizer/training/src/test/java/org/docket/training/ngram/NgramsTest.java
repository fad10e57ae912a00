/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.inference.LstmNetwork;
import org.docket.inference.NgramLogits;
import org.docket.memory.Heap;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.NgramWeights;
import org.docket.training.ToyData;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramsTest {

  private static final int TEXTS = 120;
  private static final List<String> CATEGORIES = List.of("a", "b", "c");
  private static final List<String> TELLING = List.of(" card fee", " loan rate", " house fee");

  @TempDir private Path folder;

  @Test
  void wordsThatTellTheCategoryAreLearned() {
    Ngrams ngrams = fit(texts());

    assertThat(ngrams.accuracy()).isGreaterThan(0.9);
    assertThat(ngrams.weights().bigrams()).isPositive();
  }

  @Test
  void aModelThatNobodyCouldReadIsRefusedBeforeItIsLearned() {
    NetworkShape shape = config().network().shape(30_000, 2000).withNgrams(true);

    assertThatThrownBy(() -> Ngrams.requireRoom(shape, 300_000, Heap.of(1L << 40, 0)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("300,000 bigrams")
        .hasMessageContaining("lower vocabulary.maxSize, ngrams.maxBigrams or network.embedding");
  }

  @Test
  void weightsThatDoNotFitIntoTheHeapAreRefusedBeforeTheyAreLearned() {
    NetworkShape shape = config().network().shape(10_000, 1000).withNgrams(true);

    assertThatThrownBy(() -> Ngrams.requireRoom(shape, 200_000, Heap.of(1L << 30, 0)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("learning its n-grams takes 1,002 MiB")
        .hasMessageContaining("ngrams.maxBigrams");
  }

  @Test
  void aCorpusOfOneWordTextsHasNoBigramAndIsLearned() {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      texts.add(
          new LabelledText(CATEGORIES.get(i % 3), List.of("card", "loan", "house").get(i % 3)));
    }

    Ngrams ngrams = fit(texts);

    assertThat(ngrams.weights().bigrams()).isZero();
    assertThat(ngrams.accuracy()).isEqualTo(1);
  }

  @Test
  void theirLogitsAreAddedToTheNetworks() {
    try (EncodedCorpus corpus = corpus(texts())) {
      Ngrams ngrams = Ngrams.ifAny(corpus, config(), () -> {}).orElseThrow();
      NetworkShape shape =
          config().network().shape(corpus.vocabulary().size(), corpus.categories().size());
      NetworkWeights alone = NetworkWeights.random(shape, 1);
      LstmNetwork network = new LstmNetwork(alone);
      int[][] ids =
          IntStream.range(0, corpus.validation().size())
              .mapToObj(corpus.validation()::ids)
              .toArray(int[][]::new);
      List<float[]> logits = Stream.of(ids).map(network::logits).toList();

      NetworkWeights beside = ngrams.beside(alone, logits);

      LstmNetwork both = new LstmNetwork(beside);
      NgramLogits part = new NgramLogits(ngrams.weights());
      float weight = beside.output().values()[shape.features() * shape.categories()];
      assertThat(weight).isPositive();
      for (int text = 0; text < ids.length; text++) {
        float[] expected = logits.get(text).clone();
        float[] added = part.logits(ids[text]);
        for (int category = 0; category < expected.length; category++) {
          float scale = beside.outputBias()[0] / alone.outputBias()[0];
          assertThat(both.logits(ids[text])[category])
              .isCloseTo(scale * expected[category] + weight * added[category], within(1e-4f));
        }
      }
    }
  }

  /** Serving has code of its own, for bytes. */
  @Test
  void vectorsAndWeightsAreThoseOfServing() {
    try (EncodedCorpus corpus = corpus(texts())) {
      NgramCounts counts = NgramCounts.of(corpus.training(), corpus.vocabulary().size());
      NgramSpace space = new NgramSpace(counts, 50, 2);
      Random random = new Random(4);
      float[] weights = new float[space.size() * 2];
      for (int i = 2; i < weights.length; i++) {
        weights[i] = (float) random.nextGaussian();
      }
      NgramWeights rounded = space.weights(weights, 2);
      NgramLogits serving = new NgramLogits(rounded);
      double[] products = new double[2];
      for (int text = 0; text < corpus.training().size(); text++) {
        int[] ids = corpus.training().ids(text);
        space.vector(ids).dot(weights, products);
        float[] logits = serving.logits(ids);
        // A weight is rounded by half a scale at most, and a text's vector has a length of 1.
        double most = 0.5 * rounded.scales()[0] * Math.sqrt(2 * ids.length);
        assertThat((double) logits[0]).isCloseTo(products[0], within(most));
      }
    }
  }

  private Ngrams fit(List<LabelledText> texts) {
    try (EncodedCorpus corpus = corpus(texts)) {
      return Ngrams.ifAny(corpus, config(), () -> {}).orElseThrow();
    }
  }

  private EncodedCorpus corpus(List<LabelledText> texts) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config().text(), folder)) {
      texts.forEach(builder::addTraining);
      texts.forEach(builder::addValidation);
      return builder.build();
    }
  }

  private TrainingConfig config() {
    return ToyData.config(folder, "ngrams.maxBigrams", "100");
  }

  private static List<LabelledText> texts() {
    Random random = new Random(3);
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      int category = i % CATEGORIES.size();
      StringBuilder text =
          new StringBuilder("number" + (char) ('a' + i % 26) + (char) ('a' + i / 26));
      for (int word = 0; word < 6; word++) {
        text.append(' ').append("word").append((char) ('a' + random.nextInt(8)));
      }
      texts.add(new LabelledText(CATEGORIES.get(category), text + TELLING.get(category)));
    }
    return texts;
  }
}
