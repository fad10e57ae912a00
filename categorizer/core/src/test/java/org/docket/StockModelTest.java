/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

/** Stock models where OpenNLP lives in another package, as in the Solr plugin. */
class StockModelTest {

  private static final long LIMIT = 1 << 20;

  private static final String GENERATORS =
      "opennlp.tools.doccat.BagOfWordsFeatureGenerator,opennlp.tools.doccat.NGramFeatureGenerator";

  @Test
  void namesOfOpenNlpFollowIt() throws IOException {
    Map<String, byte[]> moved =
        entries(StockModel.withNames(stock(GENERATORS), "opennlp.tools.", "elsewhere.", LIMIT));

    Properties manifest = manifest(moved);
    assertThat(manifest)
        .containsEntry("factory", "elsewhere.doccat.DoccatFactory")
        .containsEntry(
            "doccat.featureGenerators",
            "elsewhere.doccat.BagOfWordsFeatureGenerator,elsewhere.doccat.NGramFeatureGenerator");
  }

  @Test
  void noMoreIsReadThanAModelMayHold() throws IOException {
    InputStream model = stock(GENERATORS);

    assertThatThrownBy(() -> StockModel.withNames(model, "opennlp.tools.", "elsewhere.", 300))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it holds more than a model may");
  }

  @Test
  void allElseStays() throws IOException {
    byte[] model = stock("com.acme.opennlp.tools.Own").readAllBytes();
    Map<String, byte[]> stock = entries(new ByteArrayInputStream(model));
    Map<String, byte[]> moved =
        entries(
            StockModel.withNames(
                new ByteArrayInputStream(model), "opennlp.tools.", "elsewhere.", LIMIT));

    assertThat(moved.keySet()).containsExactlyElementsOf(stock.keySet());
    assertThat(moved.get("doccat.model")).isEqualTo(stock.get("doccat.model"));
    Properties before = manifest(stock);
    before.remove("factory");
    assertThat(manifest(moved)).containsAllEntriesOf(before);
  }

  @Test
  void namesTheClassThatIsMissing() throws IOException {
    byte[] model = stock("opennlp.tools.doccat.Gone").readAllBytes();
    assertThatThrownBy(() -> Categorizers.load(() -> new ByteArrayInputStream(model), "tiny.bin"))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("tiny.bin is not a usable model: ")
        .hasMessageContaining("opennlp.tools.doccat.Gone");
  }

  /** A model that names these feature generators. */
  private static InputStream stock(String featureGenerators) throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    StockModels.train("NAIVEBAYES").serialize(model);
    Map<String, byte[]> entries = entries(new ByteArrayInputStream(model.toByteArray()));
    Properties manifest = manifest(entries);
    manifest.setProperty("doccat.featureGenerators", featureGenerators);
    StringWriter lines = new StringWriter();
    manifest.store(lines, null);
    entries.put("manifest.properties", lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    return zip(entries);
  }

  private static InputStream zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static Map<String, byte[]> entries(InputStream model) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(model)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static Properties manifest(Map<String, byte[]> entries) throws IOException {
    Properties manifest = new Properties();
    manifest.load(
        new StringReader(
            new String(entries.get("manifest.properties"), StandardCharsets.ISO_8859_1)));
    return manifest;
  }
}
