/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Texts that are learned in one step: ids [texts x 1 x longest] with a mask [texts x longest] that
 * is 1 where a token is, and labels [texts x categories].
 */
public final class TrainingBatch {

  private final DataSet dataSet;

  private TrainingBatch(DataSet dataSet) {
    this.dataSet = dataSet;
  }

  /**
   * Makes a batch.
   *
   * @param texts the ids of each text's tokens; at least one text
   * @param labels the shares of the categories, text after text, [texts x categories]
   */
  public static TrainingBatch of(int[][] texts, float[] labels) {
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
    INDArray features = Nd4j.create(ids, new long[] {texts.length, 1, longest});
    return new TrainingBatch(
        new DataSet(
            features,
            Nd4j.create(labels, new long[] {texts.length, labels.length / texts.length}),
            Nd4j.create(mask, new long[] {texts.length, longest}),
            null));
  }

  /** How many texts it has. */
  public int size() {
    return dataSet.numExamples();
  }

  /** As Deeplearning4j takes it. */
  public DataSet dataSet() {
    return dataSet;
  }
}
