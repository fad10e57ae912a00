/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.util.ext.ExtensionLoader;
import opennlp.tools.util.ext.ExtensionNotLoadedException;
import org.docket.error.DocketException;
import org.docket.model.ModelFormatException;
import org.docket.model.ModelSize;

/**
 * Reads a model of OpenNLP's own trainers, also where OpenNLP has been moved into another package.
 *
 * <p>The Solr plugin carries OpenNLP under another name, because Solr's own modules bring another
 * version. The manifest of a model names classes of OpenNLP (its factory, its feature generators,
 * its serializers), which then have to be looked for where they are.
 */
final class StockModel {

  /** In two words: what moves OpenNLP also changes constants that begin with its package. */
  private static final String ORIGINAL = String.join(".", "opennlp", "tools", "");

  private static final String MANIFEST = "manifest.properties";

  private StockModel() {}

  /**
   * Reads a model.
   *
   * @throws IOException if it is not one, or is corrupt
   * @throws IllegalArgumentException if OpenNLP refuses a part of it
   * @throws ExtensionNotLoadedException if it names a class that OpenNLP may not or cannot load
   * @throws DocketException if it is too large
   */
  static DoccatModel read(InputStream in) throws IOException {
    try {
      DoccatModel model = doccat(in);
      StockWeights.requireSound(model.getMaxentModel());
      return model;
    } catch (IllegalArgumentException | ExtensionNotLoadedException | DocketException e) {
      throw e;
    } catch (RuntimeException e) {
      // OpenNLP's readers take a file at its word: whatever an index or a size leads to.
      throw new ModelFormatException(
          "it is corrupt: OpenNLP fails to read it (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static DoccatModel doccat(InputStream in) throws IOException {
    String here = here();
    if (here.equals(ORIGINAL)) {
      return new DoccatModel(in);
    }
    ExtensionLoader.registerAllowedPackage(here);
    return new DoccatModel(withNames(in, ORIGINAL, here, ModelSize.LIMIT));
  }

  /** The package that OpenNLP is in, with a dot at its end. */
  private static String here() {
    String doccat = DoccatModel.class.getPackageName();
    return doccat.substring(0, doccat.lastIndexOf('.') + 1);
  }

  /**
   * The same model with other names of classes in its manifest.
   *
   * @param from what the names to change begin with
   * @param to what they begin with afterwards
   * @param limit how many bytes the model may hold, below 2^31
   */
  static InputStream withNames(InputStream model, String from, String to, long limit)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long room = limit;
    try (ZipInputStream in = new ZipInputStream(model);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = content(in, room);
        room -= content.length;
        out.write(entry.getName().equals(MANIFEST) ? manifest(content, from, to) : content);
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** A few bytes of a zip may stand for very many. */
  private static byte[] content(InputStream in, long room) throws IOException {
    byte[] content = in.readNBytes((int) room + 1);
    if (content.length > room) {
      throw new DocketException(
          "it holds more than a model may, " + (ModelSize.LIMIT >> 20) + " MiB");
    }
    return content;
  }

  private static byte[] manifest(byte[] content, String from, String to) throws IOException {
    Properties manifest = new Properties();
    manifest.load(
        new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.ISO_8859_1));
    manifest.replaceAll((key, value) -> names(value.toString(), from, to));
    StringWriter text = new StringWriter();
    manifest.store(text, null);
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Of one name, or of many with commas between. */
  private static String names(String value, String from, String to) {
    return Arrays.stream(value.split(",", -1))
        .map(name -> name.startsWith(from) ? to + name.substring(from.length()) : name)
        .collect(Collectors.joining(","));
  }
}
