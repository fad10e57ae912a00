/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {

  @TempDir Path folder;

  @Test
  void aPooledNetworkWithNgramsIsWrittenWithAllItsFeatures() throws IOException {
    NetworkShape shape = new NetworkShape(7, 3, List.of(2), false, Pooling.MEAN_MAX, true, true, 5);
    Path file = folder.resolve("weights");
    WeightsFile.write(NetworkWeights.random(shape, 1), file);
    ByteBuffer written = ByteBuffer.wrap(Files.readAllBytes(file));
    for (int expected : new int[] {7, 3, 1, 2, 1, 1, 1, 5}) {
      assertThat(written.getInt()).isEqualTo(expected);
    }
    assertThat(written.remaining()).isEqualTo(4 * shape.weights());
    // Mean and maximum, the mean of the embeddings, the logits of the n-grams.
    assertThat(shape.features()).isEqualTo(2 * 2 + 3 + 5);
  }

  @Test
  void aNetworkInTwoDirectionsIsRefused() {
    NetworkShape shape = new NetworkShape(7, 3, List.of(2), true, Pooling.LAST, false, 5);
    assertThatThrownBy(
            () -> WeightsFile.write(NetworkWeights.random(shape, 1), folder.resolve("weights")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two directions");
  }

  @Test
  void aNetworkIsThatOfThePresetOrOfAFile() {
    assertThat(MeasuredNetwork.of("seed").weights().shape().units()).containsExactly(50, 20);
    assertThat(MeasuredNetwork.of("../models/complaints-en.bin").weights().shape().pooling())
        .isEqualTo(Pooling.MEAN_MAX);
  }
}
