/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The models of OpenNLP's own trainers work wherever a command takes a model. */
class StockModelsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CommandRunner docket = new CommandRunner();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void evaluate(String algorithm) throws IOException {
    Path model = model(algorithm);
    Path corpus =
        Files.writeString(
            folder.resolve("corpus.csv"),
            "category,narrative\nHome loan,my house loan\nCard,plastic limit\nHome loan,fee\n");
    assertThat(docket.run("evaluate", "--model", model, "--input", corpus, "--json")).isZero();
    assertThat(JSON.readTree(docket.out()).get("accuracy").asDouble()).isEqualTo(2 / 3.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON", "NAIVEBAYES"})
  void classifyAndExplain(String algorithm) throws IOException {
    Path model = model(algorithm);
    Path lines = Files.writeString(folder.resolve("lines.txt"), "the\u00a0house of my aunt\n");
    assertThat(docket.run("classify", "--model", model, "--explain", lines)).isZero();
    assertThat(docket.out()).startsWith("Home loan 0.").contains("house +");
    assertThat(docket.out()).doesNotContain("aunt +");
  }

  @ParameterizedTest
  @CsvSource({
    "MAXENT, maxent of OpenNLP, 6",
    "MAXENT_QN, maxent (quasi-Newton) of OpenNLP, 6",
    "PERCEPTRON, perceptron of OpenNLP, 2",
    "NAIVEBAYES, naive Bayes of OpenNLP, 6"
  })
  void inspect(String algorithm, String kind, int features) throws IOException {
    Path model = model(algorithm);
    assertThat(docket.run("inspect", model, "--json")).isZero();
    JsonNode facts = JSON.readTree(docket.out());
    assertThat(facts.get("kind").asText()).isEqualTo(kind);
    assertThat(facts.get("bytes").asLong()).isEqualTo(Files.size(model));
    assertThat(facts.get("sha256").asText()).hasSize(64);
    assertThat(facts.get("categories")).hasSize(2);
    assertThat(facts.get("language").asText()).isEqualTo("en");
    // Of house, loan, escrow, plastic, fee and limit; the perceptron needs fewer.
    assertThat(facts.get("features").asInt()).isEqualTo(features);
    assertThat(facts.get("factory").asText()).isEqualTo("opennlp.tools.doccat.DoccatFactory");
    assertThat(facts.at("/feature generators/0").asText()).endsWith("BagOfWordsFeatureGenerator");
    assertThat(facts.get("OpenNLP").asText()).isEqualTo("2.5.11");
    assertThat(facts.at("/training/event hash").asText()).isNotEmpty();

    assertThat(docket.run("inspect", model)).isZero();
    assertThat(docket.out()).contains(kind, "Home loan", "BagOfWordsFeatureGenerator");
  }

  private Path model(String algorithm) throws IOException {
    return TinyStockModel.train(algorithm, "Home%20loan", "Card", folder.resolve("stock.bin"));
  }
}
