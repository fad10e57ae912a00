/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.docket.model.NetworkShape;

/** A network in Deeplearning4j's own format, with the state of the updater. */
final class NetworkFile {

  /** The configuration of a network has some ten kilobytes. */
  private static final int MOST_CONFIGURATION = 1 << 20;

  /** What stands before the numbers of an array has some two hundred bytes. */
  private static final int ARRAY_HEADER = 1 << 10;

  /** Adam keeps two moments for each weight. */
  private static final int MOMENTS = 2;

  private NetworkFile() {}

  static void write(ComputationGraph network, OutputStream out) throws IOException {
    // Deeplearning4j closes what it writes to.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, bytes, true);
    bytes.writeTo(out);
  }

  static ComputationGraph read(byte[] bytes, NetworkShape shape) throws IOException {
    requireEntries(bytes, sizes(shape.weights()));
    ComputationGraph network;
    try {
      network = ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(bytes), true);
    } catch (RuntimeException e) { // Deeplearning4j has many for what it does not understand.
      throw new IOException("its network is unknown to Deeplearning4j: " + e.getMessage(), e);
    }
    if (network.numParams() != shape.weights()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "its network has %d weights in place of %d",
              network.numParams(),
              shape.weights()));
    }
    return network;
  }

  /** What Deeplearning4j writes: each entry with the bytes that it has at most. */
  private static Map<String, Long> sizes(long weights) {
    long coefficients = ARRAY_HEADER + Float.BYTES * weights;
    return Map.of(
        ModelSerializer.CONFIGURATION_JSON,
        (long) MOST_CONFIGURATION,
        ModelSerializer.COEFFICIENTS_BIN,
        coefficients,
        ModelSerializer.UPDATER_BIN,
        MOMENTS * coefficients);
  }

  /**
   * Deeplearning4j holds all entries that there are, however large they inflate, and reads a
   * preprocessor by Java's deserialization, which can run code.
   */
  private static void requireEntries(byte[] network, Map<String, Long> sizes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(network))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Long size = sizes.get(entry.getName());
        if (size == null) {
          throw new IOException("its network has an unknown entry " + entry.getName());
        }
        if (zip.skip(size + 1) > size) {
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "%s of its network is larger than the %d bytes that it could need",
                  entry.getName(),
                  size));
        }
      }
    }
  }
}
