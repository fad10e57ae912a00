/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.util.Version;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/**
 * The model file: a standard OpenNLP doccat model, which is a zip of {@code manifest.properties}
 * and {@code doccat.model} (see {@link ModelStream}).
 *
 * <p>The manifest names the classes of {@code org.docket.opennlp} that OpenNLP's own machinery
 * loads. Reading here needs none of that machinery: it looks for the entry that it knows, reads no
 * more than the bounds allow, and runs nothing that the file names.
 */
public final class ModelFile {

  /** The name that OpenNLP gives to the entry of a doccat model. */
  static final String MODEL_ENTRY = "doccat.model";

  private static final String MANIFEST_ENTRY = "manifest.properties";

  /** The key of the manifest that names the class which reads the model. */
  private static final String SERIALIZER = "serializer-class-" + MODEL_ENTRY;

  /** Bytes that are read of a file at once. */
  private static final int BUFFER = 1 << 16;

  private static final int MAX_ENTRIES = 100;
  private static final int MAX_MANIFEST = 1 << 20;

  /**
   * The same moment as an extended timestamp (id "UT", 5 bytes, flag 1, seconds since 1970). Java
   * adds one by itself, in the time zone of the machine.
   */
  private static final byte[] MIDNIGHT_UTC = HexFormat.of().parseHex("555405000100a6ce12");

  private ModelFile() {}

  /**
   * Writes a model. The same model gives the same bytes. The file appears whole or not at all.
   *
   * @throws IOException if the disk is full, the folder missing, and the like
   */
  public static void write(CategorizerModel model, Path file) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            write(model, out);
          }
        });
  }

  /** Writes a model as a zip; the stream is left open. */
  public static void write(CategorizerModel model, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(entry(MANIFEST_ENTRY));
    zip.write(manifest(model.language()).getBytes(StandardCharsets.ISO_8859_1));
    zip.putNextEntry(entry(MODEL_ENTRY));
    ModelStream.write(model, zip);
    zip.finish();
    zip.flush();
  }

  /**
   * Reads a model of Docket.
   *
   * @throws DocketException if the file is missing or is not a model of Docket, or is truncated,
   *     corrupt or too large; the message names the file
   */
  public static CategorizerModel read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return read(in);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /**
   * Reads a model of Docket from wherever a URL leads, such as the class path.
   *
   * @throws DocketException if nothing is there or it is not a usable model; the message names the
   *     URL
   */
  public static CategorizerModel read(URL url) {
    try (InputStream in = new BufferedInputStream(url.openStream())) {
      return read(in);
    } catch (IOException e) {
      throw new DocketException("there is no usable model at " + url + ": " + problem(e), e);
    }
  }

  /**
   * Reads a model of Docket from a stream, such as a resource of the class path. The stream is left
   * open.
   *
   * @throws ModelFormatException if it is not a usable model of Docket
   */
  public static CategorizerModel read(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    try {
      for (int i = 0; i < MAX_ENTRIES; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          throw new ModelFormatException("it is not a zip with an entry " + MODEL_ENTRY);
        }
        if (entry.getName().equals(MODEL_ENTRY)) {
          return ModelStream.readEntry(zip);
        }
        if (zip.readNBytes(MAX_MANIFEST + 1).length > MAX_MANIFEST) {
          throw new ModelFormatException("its entry " + entry.getName() + " is too large");
        }
      }
      throw new ModelFormatException("it has more than " + MAX_ENTRIES + " entries");
    } catch (ZipException | EOFException e) {
      throw new ModelFormatException("it is truncated or corrupt: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException("an entry of the zip has a broken name", e);
    }
  }

  /**
   * Whether the manifest of an OpenNLP model says that the model is one of Docket. The stream is
   * left open.
   *
   * @throws IOException if it is not a zip with a manifest, as OpenNLP's models are
   */
  public static boolean isDocketModel(InputStream in) throws IOException {
    return manifest(in).getProperty(SERIALIZER, "").startsWith("org.docket.");
  }

  private static Properties manifest(InputStream model) throws IOException {
    ZipInputStream zip = new ZipInputStream(model);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(MANIFEST_ENTRY)) {
        String content = new String(zip.readNBytes(MAX_MANIFEST), StandardCharsets.ISO_8859_1);
        Properties manifest = new Properties();
        manifest.load(new StringReader(content));
        return manifest;
      }
    }
    throw new IOException(
        "it is not a zip with an entry " + MANIFEST_ENTRY + ", as OpenNLP's models are");
  }

  /** What to tell a person of a model file that cannot be read. */
  public static DocketException unusable(Path file, Exception cause) {
    if (cause instanceof NoSuchFileException) {
      return new DocketException("the model file " + file + " does not exist", cause);
    }
    if (Files.isDirectory(file)) {
      return new DocketException(file + " is a folder, not a model file", cause);
    }
    return unusable(file.toString(), cause);
  }

  /** What to tell a person of a model that cannot be read, whatever it is called. */
  public static DocketException unusable(String name, Exception cause) {
    return new DocketException(name + " is not a usable model: " + problem(cause), cause);
  }

  /** On one line, even where it quotes what stands in the file. */
  private static String problem(Exception cause) {
    if (cause.getMessage() == null) {
      return cause instanceof EOFException ? "it is truncated" : cause.toString();
    }
    return cause.getMessage().replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  /** Properties.store would add the date and its own order; the timestamp would differ too. */
  private static String manifest(String language) {
    return String.join(
        "\n",
        "Manifest-Version=1.0",
        "Component-Name=DocumentCategorizerME",
        "Language=" + language,
        "OpenNLP-Version=" + Version.currentVersion(),
        "Timestamp=0",
        "factory=org.docket.opennlp.LstmDoccatFactory",
        SERIALIZER + "=org.docket.opennlp.LstmModelSerializer",
        "");
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    // Midnight of the first day that a zip knows: no two writings may differ.
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    entry.setExtra(MIDNIGHT_UTC.clone());
    return entry;
  }
}
