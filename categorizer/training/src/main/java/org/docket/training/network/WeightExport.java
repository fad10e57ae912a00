/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.params.LSTMParamInitializer;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.training.dl4j.LstmEncoder;
import org.docket.training.dl4j.NativeFloats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies the weights of a Deeplearning4j network of {@link NetworkBuilder}'s into plain arrays.
 *
 * <p>Deeplearning4j's LSTM keeps its gates in the order candidate, forget, output, input (its
 * {@code LSTMHelpers} calls them I, F, O, G); Docket's order is input, forget, candidate, output.
 */
final class WeightExport {

  /** For each block of Docket's, the block of Deeplearning4j's. */
  private static final int[] GATES = {3, 1, 0, 2};

  private final ComputationGraph network;

  private WeightExport(ComputationGraph network) {
    this.network = network;
  }

  /** A copy of the weights; the network may go on learning. */
  static NetworkWeights export(ComputationGraph network, NetworkShape shape) {
    WeightExport export = new WeightExport(network);
    String weights = DefaultParamInitializer.WEIGHT_KEY;
    return new NetworkWeights(
        shape,
        export.embedding(),
        export.layers(shape, false),
        shape.bidirectional() ? export.layers(shape, true) : List.of(),
        export.matrix(NetworkBuilder.OUTPUT, weights),
        export.matrix(NetworkBuilder.OUTPUT, DefaultParamInitializer.BIAS_KEY).values());
  }

  private List<LstmWeights> layers(NetworkShape shape, boolean backward) {
    List<LstmWeights> layers = new ArrayList<>();
    for (int layer = 0; layer < shape.units().size(); layer++) {
      layers.add(
          new LstmWeights(
              reordered(lstm(layer, backward, LSTMParamInitializer.INPUT_WEIGHT_KEY)),
              reordered(lstm(layer, backward, LSTMParamInitializer.RECURRENT_WEIGHT_KEY)),
              reordered(lstm(layer, backward, LSTMParamInitializer.BIAS_KEY)).values()));
    }
    return layers;
  }

  private Matrix embedding() {
    String layer = hasEncoder() ? NetworkBuilder.ENCODER : NetworkBuilder.EMBEDDING;
    return matrix(layer, DefaultParamInitializer.WEIGHT_KEY);
  }

  private Matrix lstm(int layer, boolean backward, String parameter) {
    return hasEncoder()
        ? matrix(NetworkBuilder.ENCODER, LstmEncoder.key(parameter, layer, backward))
        : matrix(NetworkBuilder.lstm(layer, backward), parameter);
  }

  private boolean hasEncoder() {
    return network.getConfiguration().getVertices().containsKey(NetworkBuilder.ENCODER);
  }

  private Matrix matrix(String layer, String parameter) {
    INDArray values = network.getLayer(layer).getParam(parameter);
    return new Matrix(
        Math.toIntExact(values.rows()),
        Math.toIntExact(values.columns()),
        NativeFloats.copy(values));
  }

  private static Matrix reordered(Matrix from) {
    int units = from.columns() / GATES.length;
    Matrix to = Matrix.zeros(from.rows(), from.columns());
    for (int row = 0; row < from.rows(); row++) {
      int start = row * from.columns();
      for (int gate = 0; gate < GATES.length; gate++) {
        int source = start + GATES[gate] * units;
        System.arraycopy(from.values(), source, to.values(), start + gate * units, units);
      }
    }
    return to;
  }
}
