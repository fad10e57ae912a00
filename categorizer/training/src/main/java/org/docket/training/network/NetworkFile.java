/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/** A network in Deeplearning4j's own format, with the state of the updater. */
final class NetworkFile {

  /** What Deeplearning4j writes. */
  private static final Set<String> ENTRIES =
      Set.of(
          ModelSerializer.CONFIGURATION_JSON,
          ModelSerializer.COEFFICIENTS_BIN,
          ModelSerializer.UPDATER_BIN);

  private NetworkFile() {}

  static void write(ComputationGraph network, OutputStream out) throws IOException {
    // Deeplearning4j closes what it writes to.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, bytes, true);
    bytes.writeTo(out);
  }

  static ComputationGraph read(byte[] bytes) throws IOException {
    requireData(bytes);
    try {
      return ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(bytes), true);
    } catch (RuntimeException e) { // Deeplearning4j has many for what it does not understand.
      throw new IOException("its network is unknown to Deeplearning4j: " + e.getMessage(), e);
    }
  }

  /** Deeplearning4j reads a preprocessor by Java's deserialization, which can run code. */
  private static void requireData(byte[] network) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(network))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!ENTRIES.contains(entry.getName())) {
          throw new IOException("its network has an unknown entry " + entry.getName());
        }
      }
    }
  }
}
