/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.docket.cli.CommandRunner;
import org.docket.cli.ShippedModel;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many documents were longer than what the shipped model reads. */
class TruncatedTest {

  @TempDir Path folder;

  private final CommandRunner docket = new CommandRunner();
  private Path corpus;

  @BeforeEach
  void writeCorpus() throws IOException {
    corpus =
        Files.writeString(
            folder.resolve("c.csv"),
            "category,narrative\nMortgage,my mortgage\nMortgage," + "my mortgage ".repeat(9000));
  }

  @Test
  void evaluateTellsThem() throws IOException {
    docket.run("evaluate", "--model", ShippedModel.MODEL, "--input", corpus);
    assertThat(docket.out()).contains("1 documents were longer than what the model reads");

    docket.run("evaluate", "--model", ShippedModel.MODEL, "--input", corpus, "--json");
    assertThat(new ObjectMapper().readTree(docket.out()).get("truncated").asInt()).isEqualTo(1);
  }

  @Test
  void compareTellsThemOfEachModel() throws IOException {
    Path stock = TinyStockModel.train(folder.resolve("stock.bin"));
    Object[] command = {
      "compare", "--models", ShippedModel.MODEL, stock, "--input", corpus, "--rounds", 1
    };
    docket.run(command);
    assertThat(docket.out())
        .contains("complaints-en.bin reads less than the whole of 1 of the documents")
        .doesNotContain("stock.bin reads less");

    Object[] json = Arrays.copyOf(command, command.length + 1);
    json[command.length] = "--json";
    docket.run(json);
    JsonNode models = new ObjectMapper().readTree(docket.out()).get("models");
    assertThat(models.get(0).get("truncated").asInt()).isEqualTo(1);
    assertThat(models.get(1).get("truncated").asInt()).isZero();
  }
}
