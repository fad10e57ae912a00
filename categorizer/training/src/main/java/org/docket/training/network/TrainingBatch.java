/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Texts that are learned in one step: ids [texts x 1 x longest] with a mask [texts x longest] that
 * is 1 where a token is, labels [texts x categories], and, for networks with an n-gram part, the
 * logits of the n-grams [texts x categories].
 */
public final class TrainingBatch {

  private final MultiDataSet dataSet;

  private TrainingBatch(MultiDataSet dataSet) {
    this.dataSet = dataSet;
  }

  /**
   * Makes a batch for a network without an n-gram part.
   *
   * @param texts the ids of each text's tokens; at least one text
   * @param labels the shares of the categories, text after text, [texts x categories]
   */
  public static TrainingBatch of(int[][] texts, float[] labels) {
    Ids ids = Ids.of(texts);
    return new TrainingBatch(
        new MultiDataSet(
            new INDArray[] {ids.values},
            new INDArray[] {matrix(labels, texts.length)},
            new INDArray[] {ids.mask},
            null));
  }

  /**
   * Makes a batch.
   *
   * @param texts the ids of each text's tokens; at least one text
   * @param labels the shares of the categories, text after text, [texts x categories]
   * @param ngrams the logits of the n-grams, [texts x categories]
   */
  public static TrainingBatch of(int[][] texts, float[] labels, float[] ngrams) {
    Ids ids = Ids.of(texts);
    return new TrainingBatch(
        new MultiDataSet(
            new INDArray[] {ids.values, matrix(ngrams, texts.length)},
            new INDArray[] {matrix(labels, texts.length)},
            new INDArray[] {ids.mask, null},
            null));
  }

  private static INDArray matrix(float[] values, int rows) {
    return Nd4j.create(values, new long[] {rows, values.length / rows});
  }

  /** Texts as Deeplearning4j takes them. */
  private record Ids(INDArray values, INDArray mask) {

    static Ids of(int[][] texts) {
      int longest = Arrays.stream(texts).mapToInt(text -> text.length).max().orElseThrow();
      float[] ids = new float[texts.length * longest];
      float[] mask = new float[texts.length * longest];
      for (int row = 0; row < texts.length; row++) {
        int offset = row * longest;
        for (int i = 0; i < texts[row].length; i++) {
          ids[offset + i] = texts[row][i];
          mask[offset + i] = 1;
        }
      }
      return new Ids(
          Nd4j.create(ids, new long[] {texts.length, 1, longest}),
          Nd4j.create(mask, new long[] {texts.length, longest}));
    }
  }

  /** How many texts it has. */
  public int size() {
    return Math.toIntExact(dataSet.getFeatures(0).size(0));
  }

  /** As Deeplearning4j takes it. */
  public MultiDataSet dataSet() {
    return dataSet;
  }
}
