/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.ArrayList;
import java.util.List;
import org.docket.kernel.Kernel;
import org.docket.model.NetworkShape;

/** The LSTM weights of an encoder: for each layer, bottom up, one or two directions. */
final class EncoderWeights {

  private final int directions;
  private final List<CellWeights> cells = new ArrayList<>();

  EncoderWeights(Kernel kernel, NetworkShape shape) {
    this.directions = shape.directions();
    for (int layer = 0; layer < shape.units().size(); layer++) {
      for (int direction = 0; direction < directions; direction++) {
        cells.add(new CellWeights(kernel, shape.inputSize(layer), shape.units().get(layer)));
      }
    }
  }

  CellWeights cell(int layer, int direction) {
    return cells.get(layer * directions + direction);
  }

  /** All, layer by layer, forward before backward. */
  List<CellWeights> cells() {
    return cells;
  }

  /** Gradients of all, in the same order. */
  List<CellWeights.Gradient> newGradients() {
    return cells.stream().map(CellWeights::newGradient).toList();
  }
}
