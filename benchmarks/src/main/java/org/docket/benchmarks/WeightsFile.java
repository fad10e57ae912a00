/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.model.LstmWeights;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/**
 * Writes the weights that {@code peers/onnx_network.py} makes an ONNX network of, so that both
 * engines run the same one.
 *
 * <p>All big-endian. 32-bit integers: vocabulary V, embedding E, number of layers, units H of each,
 * whether the features are the mean and the maximum of all steps (1) or the last step (0), whether
 * the mean of the embeddings follows, whether the logits of n-grams follow, categories C. 32-bit
 * floats, row-major: embedding [V x E]; for each layer input [inputs x 4H], recurrent [H x 4H],
 * bias [4H], with the gates in the order i, f, g, o; output [features x C], output bias [C]. The
 * n-grams themselves are not there: ONNX has no operator for them.
 */
public final class WeightsFile {

  private WeightsFile() {}

  /** Writes the weights of a {@link MeasuredNetwork} into a file; both are named. */
  public static void main(String[] args) throws IOException {
    write(MeasuredNetwork.of(args[0]).weights(), Path.of(args[1]));
  }

  static void write(NetworkWeights weights, Path file) throws IOException {
    if (weights.shape().bidirectional()) {
      throw new IllegalArgumentException("a network in two directions is not exported");
    }
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      writeShape(weights.shape(), out);
      write(weights.embedding().values(), out);
      for (LstmWeights layer : weights.forward()) {
        write(layer.input().values(), out);
        write(layer.recurrent().values(), out);
        write(layer.bias(), out);
      }
      write(weights.output().values(), out);
      write(weights.outputBias(), out);
    }
  }

  private static void writeShape(NetworkShape shape, DataOutputStream out) throws IOException {
    out.writeInt(shape.vocabularySize());
    out.writeInt(shape.embeddingSize());
    out.writeInt(shape.units().size());
    for (int units : shape.units()) {
      out.writeInt(units);
    }
    out.writeInt(shape.pooling() == Pooling.MEAN_MAX ? 1 : 0);
    out.writeInt(shape.embeddingMean() ? 1 : 0);
    out.writeInt(shape.ngrams() ? 1 : 0);
    out.writeInt(shape.categories());
  }

  private static void write(float[] values, DataOutputStream out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }
}
