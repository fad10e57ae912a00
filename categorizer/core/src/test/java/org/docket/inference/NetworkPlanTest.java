/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.docket.error.DocketException;
import org.docket.kernel.Kernels;
import org.docket.memory.Heap;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;

class NetworkPlanTest {

  @Test
  void countsByHand() {
    NetworkShape shape = new NetworkShape(1000, 20, List.of(5, 9), true, Pooling.MEAN_MAX, true, 4);
    NetworkPlan plan = NetworkPlan.of(shape, 0);
    // Rows of 4 x 5 gates are padded to 32, of 4 x 9 to 48, of 4 categories to 16.
    long bottom = (1000 + 5) * 32;
    long top = (2 * 5 + 9) * 48;
    assertThat(plan.arenaFloats()).isEqualTo(2 * (bottom + top));
    assertThat(plan.headFloats()).isEqualTo(16000);
    assertThat(plan.bytes()).isEqualTo(4 * (2 * (bottom + top) + 2 * (5 * 32 + top) + 16000));
  }

  @Test
  void ngramsTakeRecordsOfWholeLongs() {
    NetworkShape shape = head(20, true, 4);
    NetworkPlan without = NetworkPlan.of(shape, 0);
    NetworkPlan with = NetworkPlan.of(shape.withNgrams(true), 5);
    // For each token a record, an empty one, and where its bigrams begin; 3 records for 2 bigrams;
    // an id, a frequency and four weights in each.
    long records = 100 + 100 + 7;
    assertThat(with.bytes() - without.bytes()).isEqualTo(records * 16 + 8 + 101 * 4);
  }

  @Test
  void aTableGrowsFourTimesTheEmbeddingAtMostUnlessItIsSmall() {
    assertThat(input(1_000_000, 16, 16)).isEqualTo(LayerPlan.Input.TABLE);
    assertThat(input(1_000_000, 15, 16)).isEqualTo(LayerPlan.Input.EMBEDDING);
    assertThat(input(1 << 14, 1, 16)).isEqualTo(LayerPlan.Input.TABLE);
    assertThat(input((1 << 14) + 1, 1, 16)).isEqualTo(LayerPlan.Input.EMBEDDING);
    assertThat(input(1 << 23, 100, 16)).isEqualTo(LayerPlan.Input.EMBEDDING);
  }

  @Test
  void aHeadFoldsUnlessThereAreMoreCategoriesThanNumbersInAnEmbedding() {
    // Rows are padded to 32, so that they are read as whole vectors.
    assertThat(Head.foldedFloats(head(20, true, 20))).isEqualTo(3200);
    assertThat(Head.foldedFloats(head(20, true, 21))).isZero();
    assertThat(Head.foldedFloats(head(20, false, 4))).isZero();
  }

  @Test
  void aNetworkThatDoesNotFitIsRefusedBeforeItIsMade() {
    NetworkShape shape = head(20, true, 4);
    NetworkWeights weights = NetworkWeights.random(shape, 1);
    long bytes = NetworkPlan.of(shape, 0).bytes();
    // A tenth of the heap stays free.
    new LstmNetwork(weights, Kernels.best(), Heap.of(10 * bytes, 8 * bytes));
    assertThatThrownBy(
            () -> new LstmNetwork(weights, Kernels.best(), Heap.of(10 * bytes, 8 * bytes + 1)))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("its network takes ")
        .hasMessageContaining("SOLR_HEAP");
  }

  private static LayerPlan.Input input(int vocabulary, int embedding, int units) {
    NetworkShape shape =
        new NetworkShape(vocabulary, embedding, List.of(units), false, Pooling.LAST, false, 2);
    return NetworkPlan.of(shape, 0).layers().get(0).input();
  }

  private static NetworkShape head(int embedding, boolean embeddingMean, int categories) {
    return new NetworkShape(
        100, embedding, List.of(3), false, Pooling.LAST, embeddingMean, categories);
  }
}
