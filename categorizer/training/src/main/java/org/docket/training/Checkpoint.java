/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;
import org.docket.model.NetworkShape;
import org.docket.training.network.TrainableNetwork;

/**
 * A training after an epoch: enough to go on as if it had never stopped.
 *
 * <p>The file is a zip of {@code state} (see {@link #writeState}), {@code network.zip}
 * (Deeplearning4j's own format, with the state of Adam) and {@code best} (the weights of the best
 * epoch, as big-endian floats). It appears whole or not at all.
 *
 * @param fingerprint of data and configuration, which must be the same when it is resumed
 * @param network after the last epoch
 * @param history of all epochs so far; at least one
 * @param bestParameters of the best epoch so far, in Deeplearning4j's order
 */
record Checkpoint(
    String fingerprint,
    TrainableNetwork network,
    List<EpochMetrics> history,
    float[] bestParameters) {

  private static final String STATE = "state";
  private static final String NETWORK = "network.zip";
  private static final String BEST = "best";

  /** Of an array, in Java. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  void write(Path file) {
    try {
      WholeFile.write(
          file,
          part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
              write(out);
            }
          });
    } catch (IOException e) {
      throw new DocketException("the checkpoint " + e.getMessage(), e);
    }
  }

  /**
   * Reads a checkpoint.
   *
   * @param fingerprint of the data and configuration at hand
   * @param shape of the network, as data and configuration make it
   * @throws DocketException if it is broken, or of a training with other data or another
   *     configuration
   */
  static Checkpoint read(Path file, String fingerprint, NetworkShape shape) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<EpochMetrics> history = readState(file, fingerprint, zip);
      TrainableNetwork network = TrainableNetwork.read(entry(zip, NETWORK), shape);
      return new Checkpoint(fingerprint, network, history, readBest(zip, network.size()));
    } catch (IOException e) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the checkpoint %s cannot be read: %s; delete it to train from the start",
              file,
              reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof ZipException) {
      return "it is damaged, or none";
    }
    return e instanceof EOFException ? "it ends too early" : e.getMessage();
  }

  private void write(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(STATE));
    writeState(new DataOutputStream(zip));
    zip.putNextEntry(new ZipEntry(NETWORK));
    network.write(zip);
    zip.putNextEntry(new ZipEntry(BEST));
    zip.write(toBytes(bestParameters));
    zip.finish();
  }

  /** The fingerprint, the number of epochs, and for each its eleven numbers. */
  private void writeState(DataOutputStream out) throws IOException {
    out.writeUTF(fingerprint);
    out.writeInt(history.size());
    for (EpochMetrics epoch : history) {
      out.writeInt(epoch.epoch());
      out.writeDouble(epoch.objective());
      writeScores(epoch.training(), out);
      writeScores(epoch.network(), out);
      writeScores(epoch.validation(), out);
    }
    out.flush();
  }

  private static List<EpochMetrics> readState(Path file, String fingerprint, ZipFile zip)
      throws IOException {
    try (DataInputStream in = input(entry(zip, STATE))) {
      if (!in.readUTF().equals(fingerprint)) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "the checkpoint %s is of a training with other data, another configuration or"
                    + " another version of Docket; delete it, or train without resuming",
                file));
      }
      List<EpochMetrics> history = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        history.add(
            new EpochMetrics(
                in.readInt(), in.readDouble(), readScores(in), readScores(in), readScores(in)));
      }
      if (history.isEmpty()) {
        throw new IOException("it has no epoch");
      }
      return history;
    }
  }

  private static float[] readBest(ZipFile zip, int count) throws IOException {
    try (DataInputStream in = input(entry(zip, BEST))) {
      float[] values = new float[count];
      for (int i = 0; i < values.length; i++) {
        values[i] = in.readFloat();
      }
      return values;
    }
  }

  private static byte[] toBytes(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(4, values.length));
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static void writeScores(Scores scores, DataOutputStream out) throws IOException {
    out.writeDouble(scores.loss());
    out.writeDouble(scores.accuracy());
    out.writeDouble(scores.macroF1());
  }

  private static Scores readScores(DataInputStream in) throws IOException {
    return new Scores(in.readDouble(), in.readDouble(), in.readDouble());
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /**
   * The bytes of an entry, with the checksum that ZipFile leaves to its callers. They are written
   * without compression: one that is larger than the file is none of ours, and could be without
   * end.
   */
  private static byte[] entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      long size = Files.size(Path.of(zip.getName()));
      byte[] bytes = in.readNBytes(Math.toIntExact(Math.min(size, MOST_BYTES)));
      if (in.read() >= 0) {
        throw new IOException("its entry " + name + " is larger than the file");
      }
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      if (checksum.getValue() != entry.getCrc()) {
        throw new IOException("its entry " + name + " is damaged");
      }
      return bytes;
    }
  }
}
