/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.util.List;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;

/**
 * The topology; what the parts mean stands at {@link NetworkShape}.
 *
 * @param embedding length of a token's vector
 * @param units of each LSTM layer, bottom up; one or two
 * @param bidirectional whether each layer also reads from the end
 * @param pooling how the top layer's outputs become features
 * @param embeddingMean whether the mean of the embeddings joins the features
 */
public record NetworkConfig(
    int embedding,
    List<Integer> units,
    boolean bidirectional,
    Pooling pooling,
    boolean embeddingMean) {

  public NetworkConfig {
    units = List.copyOf(units);
  }

  public NetworkShape shape(int vocabularySize, int categories) {
    return new NetworkShape(
        vocabularySize, embedding, units, bidirectional, pooling, embeddingMean, categories);
  }
}
