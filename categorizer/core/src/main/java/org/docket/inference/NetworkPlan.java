/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.ArrayList;
import java.util.List;
import org.docket.model.NetworkShape;

/**
 * How a network lies in memory, decided once from its shape, before anything is allocated.
 *
 * @param directions of each layer
 * @param layers bottom up
 * @param headFloats what the head makes for itself
 * @param ngramBytes what the n-grams make for themselves
 */
record NetworkPlan(int directions, List<LayerPlan> layers, long headFloats, long ngramBytes) {

  /**
   * The plan of a network.
   *
   * @param bigrams how many it has; of no meaning without n-grams
   */
  static NetworkPlan of(NetworkShape shape, int bigrams) {
    List<LayerPlan> layers = new ArrayList<>();
    for (int layer = 0; layer < shape.units().size(); layer++) {
      layers.add(LayerPlan.of(shape, layer));
    }
    long ngrams =
        shape.ngrams() ? NgramTable.bytes(shape.vocabularySize(), bigrams, shape.categories()) : 0;
    return new NetworkPlan(shape.directions(), layers, Head.foldedFloats(shape), ngrams);
  }

  /** How many floats go into the {@link Arena}. */
  long arenaFloats() {
    long floats = 0;
    for (LayerPlan layer : layers) {
      floats += layer.floats();
    }
    return directions * floats;
  }

  /** How many bytes a network takes beside the weights that it is made of. */
  long bytes() {
    long copied = 0;
    for (LayerPlan layer : layers) {
      copied += layer.copiedFloats();
    }
    return Float.BYTES * (arenaFloats() + directions * copied + headFloats) + ngramBytes;
  }
}
