/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/**
 * The file that keeps vectors while they are computed, so that an interrupted work goes on: what it
 * is of (a hash of encoder and texts), then batch by batch, in their order, the vectors and a
 * checksum. What the interruption cut off or spoilt is computed again. For one thread.
 */
final class EmbeddingFile implements Closeable {

  private static final byte[] MAGIC = {'D', 'K', 'T', 'V', 0, 0, 0, 1};
  private static final int HEADER = MAGIC.length + Sha256.SIZE;

  private final FileChannel channel;

  private EmbeddingFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file that begins anew.
   *
   * @param fingerprint of encoder and texts
   */
  static EmbeddingFile begin(Path file, byte[] fingerprint) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(ByteBuffer.allocate(HEADER).put(MAGIC).put(fingerprint), channel);
    return new EmbeddingFile(channel);
  }

  /**
   * Opens a file to go on with.
   *
   * @param sizes how many floats each batch has
   * @param batches gets the floats of each batch that is there, in their order
   * @throws DocketException if it is of other texts, or another encoder
   */
  static EmbeddingFile resume(Path file, byte[] fingerprint, int[] sizes, Consumer<float[]> batches)
      throws IOException {
    long good = HEADER;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        DataInputStream in = new DataInputStream(bytes)) {
      byte[] header = in.readNBytes(HEADER);
      byte[] wanted = ByteBuffer.allocate(HEADER).put(MAGIC).put(fingerprint).array();
      if (!Arrays.equals(header, wanted)) {
        throw new DocketException(
            file
                + (header.length < HEADER || !Arrays.equals(header, 0, 8, MAGIC, 0, 8)
                    ? " is no file of vectors"
                    : " has vectors of other texts or another encoder")
                + "; delete it, or train without resuming");
      }
      for (int size : sizes) {
        byte[] record = in.readNBytes(Math.multiplyExact(4, size));
        if (record.length < 4 * size || in.readLong() != checksum(record)) {
          break;
        }
        float[] values = new float[size];
        ByteBuffer.wrap(record).asFloatBuffer().get(values);
        batches.accept(values);
        good += record.length + (long) Long.BYTES;
      }
    } catch (EOFException e) {
      // Cut off within a checksum.
    } catch (NoSuchFileException e) {
      return begin(file, fingerprint);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(good);
    channel.position(good);
    return new EmbeddingFile(channel);
  }

  /** Appends the floats of a batch. */
  void append(float[] values) throws IOException {
    byte[] record = new byte[4 * values.length];
    ByteBuffer.wrap(record).asFloatBuffer().put(values);
    ByteBuffer bytes = ByteBuffer.allocate(record.length + Long.BYTES);
    write(bytes.put(record).putLong(checksum(record)), channel);
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }

  private static void write(ByteBuffer bytes, FileChannel to) throws IOException {
    Channels.newOutputStream(to).write(bytes.array());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
