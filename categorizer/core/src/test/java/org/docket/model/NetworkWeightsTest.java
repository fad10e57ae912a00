/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkWeightsTest {

  private static final NetworkShape SHAPE =
      new NetworkShape(7, 3, List.of(4, 2), true, Pooling.MEAN_MAX, true, 5);

  /** Benchmarks of different days measure the same network. */
  @Test
  void theSameSeedDrawsTheSameWeightsAlways() {
    NetworkShape oneDirection =
        new NetworkShape(7, 3, List.of(4, 2), false, Pooling.MEAN_MAX, true, 5);
    NetworkWeights pinned = NetworkWeights.random(oneDirection, 1);
    assertThat(pinned.embedding().values()).startsWith(0.13312314f, 0.49156353f);
    assertThat(pinned.outputBias())
        .containsExactly(-0.2730571f, 0.30826315f, 0.3551224f, 0.05057219f, -0.062141355f);
    NetworkWeights weights = NetworkWeights.random(SHAPE, 1);
    assertThat(NetworkWeights.random(SHAPE, 1).output().values())
        .isEqualTo(weights.output().values());
    assertThat(NetworkWeights.random(SHAPE, 2).output().values())
        .isNotEqualTo(weights.output().values());
  }

  @Test
  void eachDirectionHasWeightsOfItsOwn() {
    NetworkWeights weights = NetworkWeights.random(SHAPE, 1);
    assertThat(weights.backward()).hasSize(2);
    assertThat(weights.backward().get(0).input().values())
        .isNotEqualTo(weights.forward().get(0).input().values());
  }
}
