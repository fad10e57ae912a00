/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.doccat.DoccatModel;
import org.docket.error.DocketException;
import org.docket.io.Reopenable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock models behind our door. */
class CategorizersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void stockModelsAreLoaded(String algorithm) throws IOException {
    Path file = folder.resolve("stock.bin");
    StockModels.train(algorithm).serialize(file);
    TextCategorizer categorizer = Categorizers.load(file);
    assertThat(categorizer.categories()).containsExactlyInAnyOrder("Mortgage", "Card");
    assertThat(categorizer.categorize("my house loan").best().category()).isEqualTo("Mortgage");
    assertThat(categorizer.categorize("my plastic fee").best().category()).isEqualTo("Card");
    Categorization empty = categorizer.categorize(" ");
    assertThat(empty.abstains()).isTrue();
    assertThat(empty.best().probability()).isCloseTo(0.5, within(1e-9));
    assertThat(categorizer.categorize("zxqv blorp").abstains()).isTrue();
    assertThat(categorizer.categorize("zxqv house").abstains()).isFalse();
  }

  /** OpenNLP's readers take a file at its word. */
  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void aCorruptStockModelIsRefusedOrAnswersWithProbabilities(String algorithm) throws IOException {
    Map<String, byte[]> entries = entries(StockModels.train(algorithm));
    byte[] weights = entries.get("doccat.model");
    int refused = 0;
    for (int place = 0; place < weights.length; place++) {
      for (int value : new int[] {0, '1', 0x7F, 0x80, 0xFF}) {
        byte[] corrupt = weights.clone();
        corrupt[place] = (byte) value;
        entries.put("doccat.model", corrupt);
        refused += isRefused(zip(entries)) ? 1 : 0;
      }
    }
    assertThat(refused).isBetween(weights.length / 2, 5 * weights.length - 1);
  }

  private static boolean isRefused(byte[] model) {
    TextCategorizer categorizer;
    try {
      categorizer = Categorizers.load(() -> new ByteArrayInputStream(model), "the file");
    } catch (DocketException e) {
      assertThat(e.getMessage())
          .startsWith("the file is not a usable model: ")
          .doesNotContain("\n")
          .doesNotEndWith("null");
      return true;
    }
    for (String text : List.of("", "my house loan", "plastic")) {
      assertThat(categorizer.categorize(text).ranked().stream())
          .allSatisfy(scored -> assertThat(scored.probability()).isBetween(0.0, 1.0));
      assertThat(
              categorizer.categorize(text).ranked().stream()
                  .mapToDouble(ScoredCategory::probability)
                  .sum())
          .isCloseTo(1, within(1e-6));
    }
    return false;
  }

  private static Map<String, byte[]> entries(DoccatModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.serialize(bytes);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entries.put(entry.getName(), zip.readAllBytes());
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void anErrorIsOneLineWhateverTheFileSays() throws IOException {
    byte[] model = zip(Map.of("manifest.properties", new byte[0], "a.b\nc", new byte[0]));
    assertThatThrownBy(() -> Categorizers.load(() -> new ByteArrayInputStream(model), "x"))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("x is not a usable model: ")
        .message()
        .doesNotContain("\n");
  }

  /** The answer of MAXENT alone is not a number then. */
  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void stockModelsAnswerToVeryLongTexts(String algorithm) {
    DoccatTextCategorizer categorizer = new DoccatTextCategorizer(StockModels.train(algorithm));
    String text = "my plastic fee limit ".repeat(50_000);
    Categorization answer = categorizer.categorize(text);
    assertThat(answer.best().category()).isEqualTo("Card");
    assertThat(answer.ranked().stream().mapToDouble(ScoredCategory::probability).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(answer.truncated()).isEqualTo(answer.tokens() < 200_000);
    assertThat(answer.truncated()).isEqualTo(algorithm.equals("MAXENT"));
  }

  @Test
  void brokenFilesAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.bin"), "not a model");
    assertThatThrownBy(() -> Categorizers.load(text))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(text + " is not a usable model: it is not a zip");
    Path missing = folder.resolve("missing.bin");
    assertThatThrownBy(() -> Categorizers.load(missing))
        .isInstanceOf(DocketException.class)
        .hasMessage("the model file " + missing + " does not exist");
  }

  @Test
  void modelsNeedNotBeFiles() throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    StockModels.train("NAIVEBAYES").serialize(model);
    Reopenable source = () -> new ByteArrayInputStream(model.toByteArray());

    assertThat(Categorizers.load(source, "the resource x").categorize("my house loan").best())
        .extracting(ScoredCategory::category)
        .isEqualTo("Mortgage");
  }

  @Test
  void brokenStreamsAreNamed() {
    Reopenable source = () -> new ByteArrayInputStream(new byte[] {1, 2, 3});

    assertThatThrownBy(() -> Categorizers.load(source, "the resource x"))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the resource x is not a usable model: it is not a zip");
  }
}
