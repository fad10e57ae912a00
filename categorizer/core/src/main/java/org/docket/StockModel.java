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

  static DoccatModel read(InputStream in) throws IOException {
    String here = here();
    if (here.equals(ORIGINAL)) {
      return new DoccatModel(in);
    }
    ExtensionLoader.registerAllowedPackage(here);
    return new DoccatModel(withNames(in, ORIGINAL, here));
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
   */
  static InputStream withNames(InputStream model, String from, String to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(model);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(MANIFEST)) {
          out.write(manifest(in, from, to).getBytes(StandardCharsets.ISO_8859_1));
        } else {
          in.transferTo(out);
        }
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static String manifest(InputStream in, String from, String to) throws IOException {
    Properties manifest = new Properties();
    manifest.load(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    manifest.replaceAll((key, value) -> names(value.toString(), from, to));
    StringWriter text = new StringWriter();
    manifest.store(text, null);
    return text.toString();
  }

  /** Of one name, or of many with commas between. */
  private static String names(String value, String from, String to) {
    return Arrays.stream(value.split(",", -1))
        .map(name -> name.startsWith(from) ? to + name.substring(from.length()) : name)
        .collect(Collectors.joining(","));
  }
}
