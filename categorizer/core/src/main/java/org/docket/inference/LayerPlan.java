/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import org.docket.kernel.Kernel;
import org.docket.model.LstmWeights;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;

/**
 * What one LSTM layer keeps in the {@link Arena}, in each direction.
 *
 * @param input where its input comes from
 * @param inputRows rows of the input's weights, or of its table
 * @param units of the layer, which are the rows of its recurrent weights
 */
record LayerPlan(Input input, int inputRows, int units) {

  /** The kinds of {@link LayerInput}. */
  enum Input {
    TABLE,
    EMBEDDING,
    SEQUENCE
  }

  static LayerPlan of(NetworkShape shape, int layer) {
    int units = shape.units().get(layer);
    if (layer > 0) {
      return new LayerPlan(Input.SEQUENCE, shape.inputSize(layer), units);
    }
    return TableInput.fits(shape)
        ? new LayerPlan(Input.TABLE, shape.vocabularySize(), units)
        : new LayerPlan(Input.EMBEDDING, shape.embeddingSize(), units);
  }

  /** How many floats it keeps. */
  long floats() {
    return ((long) inputRows + units) * Gates.stride(units);
  }

  /** How many floats kernels copy of them, at most: all but a table. */
  long copiedFloats() {
    return input == Input.TABLE ? (long) units * Gates.stride(units) : floats();
  }

  /** Puts the layer's weights into the arena. */
  LstmLayer place(
      NetworkWeights network, LstmWeights weights, boolean backward, Arena arena, Kernel kernel) {
    LayerInput placed =
        switch (input) {
          case TABLE -> new TableInput(network.embedding(), weights, backward, arena);
          case EMBEDDING ->
              new EmbeddingInput(network.embedding(), weights, backward, arena, kernel);
          case SEQUENCE ->
              new SequenceInput(weights, network.shape().directions(), backward, arena, kernel);
        };
    return new LstmLayer(weights, placed, arena, kernel);
  }
}
