/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.memory.Heap;

/**
 * The entry {@code doccat.model} of a model file: a frame around the payload that tells at once
 * whether this is a model of Docket, whether this version can read it, and whether it arrived
 * whole.
 *
 * <pre>
 * 8 bytes   "DOCKETM" and a line feed, which a transfer as text would break
 * int       version of the format, big-endian
 * int       length of the payload in bytes: checked before it is read
 * 32 bytes  SHA-256 of the payload
 * payload   see {@link ModelPayload}
 * </pre>
 *
 * <p>The version changes when the payload does, for a model of an old version must not be
 * misunderstood. Docket reads each version that a release has written: a model outlives the program
 * that made it. A Docket of before a version refuses the new file and says that a newer Docket
 * reads it. A version may go at the second major release after the last that wrote it, if the
 * release between them says so. Version 2 has added the profile, version 3 the version of the
 * analysis chain, version 4 the n-grams beside the network. A model is written in the first version
 * that says all of it, so that it is read wherever it was: without n-grams in version 3, and one
 * with the chain of before, which is written again because it has a profile now, in version 2.
 *
 * <p>What holds this promise is a test: {@code src/test/resources} has models of each version,
 * which are never written again, with what they predicted when they were new; and writing one of
 * today's gives the same bytes.
 */
public final class ModelStream {

  /** The newest version, which models with n-grams are written in. All before it are read too. */
  public static final int VERSION = 4;

  private static final byte[] MAGIC = {'D', 'O', 'C', 'K', 'E', 'T', 'M', '\n'};

  private ModelStream() {}

  /**
   * Writes a model. The same model gives the same bytes. The stream is left open.
   *
   * @throws DocketException if the model is larger than {@link ModelSize#LIMIT}, so that nobody
   *     could read it; nothing is written then
   */
  public static void write(CategorizerModel model, OutputStream out) throws IOException {
    write(model, out, ModelSize.LIMIT);
  }

  static void write(CategorizerModel model, OutputStream out, long limit) throws IOException {
    // Twice, because length and hash stand before what they are of, and it is too large to hold.
    MessageDigest digest = Sha256.digest();
    OutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    long length = ModelPayload.write(model, hashing);
    if (length > limit) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the model takes %,d bytes, and at most %,d are written and read: train it with a"
                  + " lower vocabulary.maxSize or network.embedding",
              length,
              limit));
    }
    DataOutputStream data = new DataOutputStream(out);
    data.write(MAGIC);
    data.writeInt(ModelPayload.version(model));
    data.writeInt((int) length);
    data.write(digest.digest());
    ModelPayload.write(model, data);
    data.flush();
  }

  /**
   * Reads a model. The stream is left open, after the model's last byte.
   *
   * @throws ModelFormatException if it is not a model, or truncated, or corrupt, or too large for
   *     this Java's memory
   */
  public static CategorizerModel read(InputStream in) throws IOException {
    return read(in, Heap.ofJvm());
  }

  static CategorizerModel read(InputStream in, Heap heap) throws IOException {
    Header header = header(in, heap);
    DigestInputStream hashing = new DigestInputStream(in, Sha256.digest());
    return read(
        new PayloadReader(hashing, header.length(), heap),
        header.version(),
        () -> {
          if (!Arrays.equals(header.digest(), hashing.getMessageDigest().digest())) {
            throw new ModelFormatException("its checksum does not match: the file is corrupt");
          }
        });
  }

  /**
   * Reads a model that is an entry of a zip, to the entry's end. There the zip compares its own
   * checksum, so that ours, which takes a tenth of a second in a fresh JVM, is not needed.
   *
   * @throws ModelFormatException as {@link #read}, and if something follows the model
   * @throws java.util.zip.ZipException if the entry is corrupt
   */
  static CategorizerModel readEntry(ZipInputStream zip) throws IOException {
    Heap heap = Heap.ofJvm();
    Header header = header(zip, heap);
    return read(
        new PayloadReader(zip, header.length(), heap),
        header.version(),
        () -> {
          if (zip.read() >= 0) {
            throw new ModelFormatException("something follows the model in its entry of the zip");
          }
        });
  }

  /** What is wrong with a model as a whole, when all of it has been read. */
  @FunctionalInterface
  private interface Check {
    void run() throws IOException;
  }

  private static CategorizerModel read(PayloadReader payload, int version, Check check)
      throws IOException {
    CategorizerModel model;
    try {
      model = ModelPayload.read(payload, version);
    } catch (ModelFormatException e) {
      // In a corrupt file anything may be wrong first; that it is corrupt is what there is to say.
      payload.skipRest();
      check.run();
      throw e;
    }
    check.run();
    return model;
  }

  private record Header(int version, int length, byte[] digest) {}

  private static Header header(InputStream in, Heap heap) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      requireMagic(data);
      int version = requireVersion(data.readInt());
      int length = requireLength(data.readInt(), heap);
      byte[] digest = new byte[Sha256.SIZE];
      data.readFully(digest);
      return new Header(version, length, digest);
    } catch (EOFException e) {
      throw new ModelFormatException("it is truncated within its header", e);
    }
  }

  private static void requireMagic(DataInputStream data) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    data.readFully(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new ModelFormatException("it does not begin as a model of Docket does");
    }
  }

  private static int requireVersion(int version) throws ModelFormatException {
    if (version > VERSION) {
      throw new ModelFormatException(
          String.format(
              Locale.ROOT,
              "its format has version %d, and this Docket reads up to version %d: use a newer Docket",
              version,
              VERSION));
    }
    if (version < 1) {
      throw new ModelFormatException("its format has version " + version + ", which never was");
    }
    return version;
  }

  private static int requireLength(int length, Heap heap) throws ModelFormatException {
    if (length < 0 || length > ModelSize.LIMIT) {
      throw new ModelFormatException(
          String.format(
              Locale.ROOT, "it claims %d bytes, and at most %d are read", length, ModelSize.LIMIT));
    }
    long bytes = PayloadReader.roomFor(length);
    Optional<String> shortage = heap.shortage("reading its weights", bytes);
    if (shortage.isPresent()) {
      throw new ModelFormatException(shortage.get());
    }
    return length;
  }
}
