/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.CommandRunner;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docket compare --report}: models of which one is always right and one never. */
class ComparisonReportTest {

  @TempDir Path folder;

  private final CommandRunner docket = new CommandRunner();
  private Path report;
  private JsonNode data;

  @BeforeEach
  void compare() throws IOException {
    Path right = TinyStockModel.train("MAXENT", "Home%20loan", "Card", folder.resolve("right.bin"));
    Path wrong =
        TinyStockModel.train("NAIVEBAYES", "Card", "Home%20loan", folder.resolve("wrong.bin"));
    Path foreign =
        TinyStockModel.train("PERCEPTRON", "House", "Card", folder.resolve("foreign.bin"));
    StringBuilder csv = new StringBuilder("key,category,narrative\n");
    for (int i = 0; i < 40; i++) {
      csv.append("a").append(i).append(",Home loan,house loan\n");
      csv.append("b").append(i).append(",Card,plastic </script>\n");
    }
    csv.append("x,nobody's,house\n");
    Path corpus = Files.writeString(folder.resolve("corpus.csv"), csv);
    report = folder.resolve("report");
    int code =
        docket.run(
            "compare",
            "--models",
            right,
            wrong,
            foreign,
            "--input",
            corpus,
            "--rounds",
            1,
            "--report",
            report,
            "--id-column",
            "key");
    assertThat(code).as(docket.err()).isZero();
    data = new ObjectMapper().readTree(report.resolve("report.json").toFile());
  }

  @Test
  void modelsStandSideBySideInTheSameCategories() {
    assertThat(data.get("kind").asText()).isEqualTo("comparison");
    assertThat(data.get("categories")).hasSize(4); // of all models, and of other labels
    assertThat(data.get("models")).hasSize(3);
    for (JsonNode model : data.get("models")) {
      assertThat(model.get("perCategory")).hasSize(4);
      assertThat(model.at("/confusion/counts")).hasSize(4);
      assertThat(model.at("/reliability/bins")).hasSize(15);
      assertThat(model.get("riskCoverage")).isNotEmpty();
      assertThat(model.get("documentsPerSecond").asDouble()).isPositive();
    }
    assertThat(data.at("/models/0/accuracy/value").asDouble()).isEqualTo(80 / 81.0);
    assertThat(data.at("/models/0/accuracy/low").asDouble()).isLessThan(80 / 81.0);
    assertThat(data.at("/models/1/accuracy/value").asDouble()).isZero();
  }

  @Test
  void pairsHaveTheirTestAndDocumentsOnWhichTheyDiffer() {
    assertThat(data.get("pairs")).hasSize(3);
    JsonNode pair = data.at("/pairs/0");
    assertThat(pair.get("onlyFirstRight").asInt()).isEqualTo(80);
    assertThat(pair.get("onlySecondRight").asInt()).isZero();
    assertThat(pair.get("p").asDouble()).isLessThan(1e-10);
    assertThat(pair.get("documents").size()).isBetween(5, 40);
    for (JsonNode each : data.get("pairs")) {
      int first = each.get("first").asInt();
      int second = each.get("second").asInt();
      for (JsonNode place : each.get("documents")) {
        JsonNode answers = data.get("documents").get(place.asInt()).get("answers");
        assertThat(answers).hasSize(3);
        assertThat(answers.get(first).get(0)).isNotEqualTo(answers.get(second).get(0));
      }
    }
  }

  @Test
  void theFindingsNameTheBestAndWhetherItMayBeChance() {
    assertThat(data.at("/findings/0").asText()).startsWith("right.bin gets most right");
    assertThat(data.get("findings").toString())
        .contains("80 documents only right.bin gets right, 0 only wrong.bin: that is hardly chance")
        .contains("do not have the same categories")
        .contains("No model has 1 of the labels")
        .contains("it is not corrected for the number of pairs");
  }

  @Test
  void filesHoldTheAnswersOfAll() throws IOException {
    List<String> predictions = Files.readAllLines(report.resolve("predictions.csv"));
    assertThat(predictions).hasSize(82);
    assertThat(predictions.get(0))
        .startsWith("file,row,line,id,label,prediction: right.bin,probability: right.bin,");
    assertThat(predictions.get(1)).contains(",a0,Home loan,Home loan,");
    assertThat(Files.readAllLines(report.resolve("models.csv"))).hasSize(4);
    assertThat(Files.readAllLines(report.resolve("pairs.csv"))).hasSize(4);
    assertThat(Files.readAllLines(report.resolve("per-category.csv"))).hasSize(13);
    assertThat(
            new ObjectMapper()
                .readTree(report.resolve("comparison.json").toFile())
                .at("/mcnemar/0/test/onlyFirstRight")
                .asInt())
        .isEqualTo(80);
    assertThat(report.resolve("models.png")).isNotEmptyFile();
    assertThat(report.resolve("index.html")).isNotEmptyFile();
    assertThat(folder).isDirectoryNotContaining("glob:**/.part*");
  }
}
