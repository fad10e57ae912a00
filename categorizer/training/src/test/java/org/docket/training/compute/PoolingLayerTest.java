/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;

/** Two texts, of three tokens and of one, by hand. */
class PoolingLayerTest {

  /** In a packed batch: the first tokens of both texts, then the rest of the longer one. */
  private final PackedBatch packed =
      new PackedBatch(new int[] {1, 0}, new int[][] {{1}, {0, 1, 0}});

  /** Of the top layer, one unit forwards and one backwards; a row for each token. */
  private final float[] hidden = {4, 2, /* other text: */ -1, -2, 1, 9, 7, 3};

  @Test
  void theLastStepOfEachDirectionIsTheFirstOfTheOneBackwards() {
    PoolingLayer pooling = layer(Pooling.LAST, false);
    float[] features = new float[4];
    pooling.run(packed, hidden, new float[0], features);

    assertThat(features).containsExactly(-1, -2, 7, 2);

    float[] dHidden = new float[8];
    Arrays.fill(dHidden, Float.NaN);
    pooling.backpropagate(packed, new float[] {10, 20, 30, 40}, dHidden);
    assertThat(dHidden).containsExactly(0, 40, 10, 20, 0, 0, 30, 0);
  }

  @Test
  void meanAndMaximumOverTheTokensOfATextAndTheMeanOfItsEmbeddings() {
    PoolingLayer pooling = layer(Pooling.MEAN_MAX, true);
    float[] embeddings = {6, 3};
    float[] features = new float[10];
    Arrays.fill(features, Float.NaN);
    pooling.run(packed, hidden, embeddings, features);

    assertThat(features)
        .containsExactly(
            new float[] {-1, -2, -1, -2, 3, /* other text: */ 4, 14 / 3f, 7, 9, 5}, within(1e-6f));

    float[] dHidden = new float[8];
    Arrays.fill(dHidden, Float.NaN);
    pooling.backpropagate(packed, new float[] {1, 2, 10, 20, 0, 3, 6, 30, 60, 0}, dHidden);
    assertThat(dHidden).containsExactly(1, 2, 11, 22, 1, 62, 31, 2);
  }

  private static PoolingLayer layer(Pooling pooling, boolean embeddingMean) {
    NetworkShape shape = new NetworkShape(2, 1, List.of(1), true, pooling, embeddingMean, 1);
    return new PoolingLayer(TrainingKernels.best(), shape);
  }
}
