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

/**
 * Writes the weights that {@code peers/onnx_network.py} makes an ONNX network of, so that both
 * engines run the same one.
 *
 * <p>All big-endian. 32-bit integers: vocabulary V, embedding E, number of layers, units H of each,
 * categories C. 32-bit floats, row-major: embedding [V x E]; for each layer input [inputs x 4H],
 * recurrent [H x 4H], bias [4H], with the gates in the order i, f, g, o; output [features x C],
 * output bias [C].
 */
public final class WeightsFile {

  private WeightsFile() {}

  /** Writes the weights of {@link SeedNetwork} into the file that is named. */
  public static void main(String[] args) throws IOException {
    write(SeedNetwork.weights(), Path.of(args[0]));
  }

  static void write(NetworkWeights weights, Path file) throws IOException {
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
    out.writeInt(shape.categories());
  }

  private static void write(float[] values, DataOutputStream out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }
}
