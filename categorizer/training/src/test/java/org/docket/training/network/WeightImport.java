/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.NetworkWeights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Puts weights back into a Deeplearning4j network: written apart from the export, to check it. */
public final class WeightImport {

  private WeightImport() {}

  public static void into(ComputationGraph network, NetworkWeights weights) {
    put(network, "embedding", "W", array(weights.embedding()));
    for (int layer = 0; layer < weights.forward().size(); layer++) {
      putLstm(network, "forward" + layer, weights.forward().get(layer));
    }
    for (int layer = 0; layer < weights.backward().size(); layer++) {
      putLstm(network, "backward" + layer, weights.backward().get(layer));
    }
    put(network, "output", "W", array(weights.output()));
    put(network, "output", "b", row(weights.outputBias()));
  }

  private static void putLstm(ComputationGraph network, String name, LstmWeights lstm) {
    put(network, name, "W", gates(array(lstm.input())));
    put(network, name, "RW", gates(array(lstm.recurrent())));
    put(network, name, "b", gates(row(lstm.bias())));
  }

  /** From input, forget, candidate, output to candidate, forget, output, input. */
  private static INDArray gates(INDArray from) {
    long units = from.columns() / 4;
    INDArray[] blocks = new INDArray[4];
    int[] order = {2, 1, 3, 0};
    for (int i = 0; i < 4; i++) {
      blocks[i] =
          from.get(
              NDArrayIndex.all(), NDArrayIndex.interval(order[i] * units, (order[i] + 1) * units));
    }
    return Nd4j.hstack(blocks);
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.create(matrix.values(), new long[] {matrix.rows(), matrix.columns()}, 'c');
  }

  private static INDArray row(float[] values) {
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }

  private static void put(ComputationGraph network, String layer, String key, INDArray values) {
    network.getLayer(layer).getParam(key).assign(values);
  }
}
