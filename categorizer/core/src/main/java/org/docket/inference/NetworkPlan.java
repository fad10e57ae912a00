/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.List;
import java.util.stream.IntStream;
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
    List<LayerPlan> layers =
        IntStream.range(0, shape.units().size())
            .mapToObj(layer -> LayerPlan.of(shape, layer))
            .toList();
    long ngrams =
        shape.ngrams() ? NgramTable.bytes(shape.vocabularySize(), bigrams, shape.categories()) : 0;
    return new NetworkPlan(shape.directions(), layers, Head.foldedFloats(shape), ngrams);
  }

  /** How many floats go into the {@link Arena}. */
  long arenaFloats() {
    return directions * layers.stream().mapToLong(LayerPlan::floats).sum();
  }

  /** How many bytes a network takes beside the weights that it is made of. */
  long bytes() {
    long copied = directions * layers.stream().mapToLong(LayerPlan::copiedFloats).sum();
    return Float.BYTES * (arenaFloats() + copied + headFloats) + ngramBytes;
  }
}
