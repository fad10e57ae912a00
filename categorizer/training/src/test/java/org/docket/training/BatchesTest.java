/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

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

  @Test
  void batchesAreDrawnAnewForEachEpochAndTheSameForTheSameSeed() {
    EncodedTexts texts = texts(500);

    assertThat(first(texts, 1)).isEqualTo(first(texts, 1)).isNotEqualTo(first(texts, 2));
  }

  @Test
  void aBatchIsPaddedMaskedAndSmoothed() {
    EncodedTexts.Builder builder = new EncodedTexts.Builder();
    builder.add(new int[] {4, 5, 6}, 1);
    builder.add(new int[] {7}, 0);
    TrainingConfig config =
        ToyData.config(
            folder, "regularization.wordDropout", "0", "regularization.labelSmoothing", "0.1");

    MultiDataSet batch = new BatchIterator(builder.build(), 2, config, 1).next();

    assertThat(batch.getFeatures(0).shape()).containsExactly(2, 1, 3);
    // Sorted by length: the text of one token comes first.
    assertThat(values(batch.getFeatures(0))).containsExactly(7, 0, 0, 4, 5, 6);
    assertThat(values(batch.getFeaturesMaskArray(0))).containsExactly(1, 0, 0, 1, 1, 1);
    assertThat(values(batch.getLabels(0))).containsExactly(0.95f, 0.05f, 0.05f, 0.95f);
  }

  @Test
  void wordDropoutHidesItsShareOfTheWords() {
    EncodedTexts.Builder builder = new EncodedTexts.Builder();
    int[] ids = new int[10_000];
    Arrays.fill(ids, 3);
    builder.add(ids, 0);
    TrainingConfig config = ToyData.config(folder, "regularization.wordDropout", "0.15");

    MultiDataSet batch = new BatchIterator(builder.build(), 2, config, 1).next();

    int hidden = 0;
    for (float id : values(batch.getFeatures(0))) {
      assertThat(id).isIn(0f, 3f);
      hidden += id == 0 ? 1 : 0;
    }
    assertThat(hidden).isBetween(1350, 1650);
    assertThat(values(batch.getFeaturesMaskArray(0))).containsOnly(1f);
  }

  private List<Float> first(EncodedTexts texts, int epoch) {
    List<Float> ids = new ArrayList<>();
    MultiDataSet batch = new BatchIterator(texts, 3, ToyData.config(folder), epoch).next();
    for (float id : values(batch.getFeatures(0))) {
      ids.add(id);
    }
    return ids;
  }

  private static float[] values(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static EncodedTexts texts(int count) {
    Random random = new Random(2);
    EncodedTexts.Builder texts = new EncodedTexts.Builder();
    for (int i = 0; i < count; i++) {
      texts.add(random.ints(1 + random.nextInt(300), 0, 90).toArray(), random.nextInt(3));
    }
    return texts.build();
  }
}
