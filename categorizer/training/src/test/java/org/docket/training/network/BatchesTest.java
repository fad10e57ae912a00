/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.docket.training.ToyData;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.BatchPlan;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.ToyTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

class BatchesTest {

  @TempDir Path folder;

  @Test
  void everyTextStandsInOneBatch() {
    List<int[]> batches = BatchPlan.draw(texts(1003), 16, new Random(1));

    assertThat(batches).hasSize(BatchPlan.count(1003, 16));
    assertThat(batches.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1003).toArray());
  }

  @Test
  void textsOfABatchHaveSimilarLengths() {
    EncodedTexts texts = texts(3000);
    long padded = 0;
    long tokens = 0;
    for (int[] batch : BatchPlan.draw(texts, 16, new Random(1))) {
      int longest = Arrays.stream(batch).map(texts::length).max().orElseThrow();
      padded += (long) longest * batch.length;
      tokens += Arrays.stream(batch).map(texts::length).sum();
    }

    assertThat((double) padded / tokens).isLessThan(1.05);
  }

  /** Texts of one length, so that their lengths do not say which go together. */
  @Test
  void otherTextsGoTogetherInEachEpoch() {
    EncodedTexts texts = ToyTexts.encoded(Collections.nCopies(64, new int[] {1}), new int[64]);

    assertThat(groups(texts, 1)).isEqualTo(groups(texts, 1)).isNotEqualTo(groups(texts, 2));
    assertThat(groups(texts, 1)).doesNotContain(IntStream.range(0, 8).boxed().toList());
  }

  private static Set<List<Integer>> groups(EncodedTexts texts, int seed) {
    return BatchPlan.draw(texts, 8, new Random(seed)).stream()
        .map(batch -> Arrays.stream(batch).sorted().boxed().toList())
        .collect(Collectors.toSet());
  }

  @Test
  void shortBatchesDoNotComeFirst() {
    EncodedTexts texts = texts(800);
    int[] lengths =
        BatchPlan.draw(texts, 16, new Random(1)).stream()
            .mapToInt(batch -> texts.length(batch[0]))
            .toArray();

    int[] sorted = lengths.clone();
    Arrays.sort(sorted);
    assertThat(lengths).isNotEqualTo(sorted);
  }

  @Test
  void batchesAreDrawnAnewForEachEpochAndTheSameForTheSameSeed() {
    EncodedTexts texts = texts(500);

    assertThat(first(texts, 1)).isEqualTo(first(texts, 1)).isNotEqualTo(first(texts, 2));
  }

  @Test
  void aBatchIsPaddedMaskedAndSmoothed() {
    EncodedTexts texts = ToyTexts.encoded(List.of(new int[] {4, 5, 6}, new int[] {7}), 1, 0);
    TrainingConfig config =
        ToyData.config(
            folder, "regularization.wordDropout", "0", "regularization.labelSmoothing", "0.1");

    DataSet batch = new EpochBatches(texts, 2, config, 1).next().dataSet();

    assertThat(batch.getFeatures().shape()).containsExactly(2, 1, 3);
    // Sorted by length: the text of one token comes first.
    assertThat(values(batch.getFeatures())).containsExactly(7, 0, 0, 4, 5, 6);
    assertThat(values(batch.getFeaturesMaskArray())).containsExactly(1, 0, 0, 1, 1, 1);
    assertThat(values(batch.getLabels())).containsExactly(0.95f, 0.05f, 0.05f, 0.95f);
  }

  @Test
  void wordDropoutHidesItsShareOfTheWords() {
    int[] ids = new int[10_000];
    Arrays.fill(ids, 3);
    EncodedTexts texts = ToyTexts.encoded(List.of(ids), 0);
    TrainingConfig config = ToyData.config(folder, "regularization.wordDropout", "0.15");

    DataSet batch = new EpochBatches(texts, 2, config, 1).next().dataSet();

    int hidden = 0;
    for (float id : values(batch.getFeatures())) {
      assertThat(id).isIn(0f, 3f);
      hidden += id == 0 ? 1 : 0;
    }
    assertThat(hidden).isBetween(1350, 1650);
    assertThat(values(batch.getFeaturesMaskArray())).containsOnly(1f);
  }

  private List<Float> first(EncodedTexts texts, int epoch) {
    List<Float> ids = new ArrayList<>();
    DataSet batch = new EpochBatches(texts, 3, ToyData.config(folder), epoch).next().dataSet();
    for (float id : values(batch.getFeatures())) {
      ids.add(id);
    }
    return ids;
  }

  private static float[] values(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static EncodedTexts texts(int count) {
    Random random = new Random(2);
    List<int[]> ids = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      ids.add(random.ints(1 + random.nextInt(300), 0, 90).toArray());
      labels[i] = random.nextInt(3);
    }
    return ToyTexts.encoded(ids, labels);
  }
}
