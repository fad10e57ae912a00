/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.CommandRunner;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docket compare} over models whose answers are known: one is always right, one never. */
class CompareCommandTest {

  /** Six documents: the right model gets them all. */
  private static final String CORPUS =
      "category,narrative\nHome loan,my house loan\nHome loan,house escrow\nCard,plastic fee\n"
          + "Card,plastic limit\nCard,my plastic\nHome loan,a house\n";

  @TempDir static Path folder;

  private static Path right;
  private static Path wrong;
  private static Path foreign;
  private static Path corpus;

  private final CommandRunner docket = new CommandRunner();

  @BeforeAll
  static void trainModels() throws IOException {
    right = TinyStockModel.train("MAXENT", "Home%20loan", "Card", folder.resolve("right.bin"));
    wrong = TinyStockModel.train("NAIVEBAYES", "Card", "Home%20loan", folder.resolve("wrong.bin"));
    foreign = TinyStockModel.train("PERCEPTRON", "House", "Card", folder.resolve("foreign.bin"));
    corpus = Files.writeString(folder.resolve("corpus.csv"), CORPUS);
  }

  @Test
  void figuresOfEachModelAndTestOfEachPair() throws IOException {
    JsonNode json = compare(right, wrong, foreign);
    assertThat(json.get("documents").asInt()).isEqualTo(6);
    assertThat(json.get("sameCategories").asBoolean()).isFalse();
    assertThat(json.at("/models/0/name").asText()).isEqualTo("right.bin");
    assertThat(json.at("/models/0/bytes").asLong()).isEqualTo(Files.size(right));
    assertModel(json.at("/models/0"), 1, 1);
    assertModel(json.at("/models/1"), 0, 0);
    // Of the three categories that occur, it has Card alone.
    assertModel(json.at("/models/2"), 0.5, 1 / 3.0);

    assertPair(json.at("/mcnemar/0"), "right.bin", "wrong.bin", 6, 0, 2 / 64.0);
    assertPair(json.at("/mcnemar/1"), "right.bin", "foreign.bin", 3, 0, 2 / 8.0);
    assertPair(json.at("/mcnemar/2"), "wrong.bin", "foreign.bin", 0, 3, 2 / 8.0);
  }

  @Test
  void labelsThatAModelLacksAreTold() throws IOException {
    JsonNode json = compare(right, foreign);
    assertThat(json.at("/models/0/otherLabels/labels").asInt()).isZero();
    assertThat(json.at("/models/1/otherLabels/labels").asInt()).isEqualTo(1);
    assertThat(json.at("/models/1/otherLabels/documents").asInt()).isEqualTo(3);
    assertThat(json.at("/models/1/otherLabels/examples").toString()).isEqualTo("[\"Home loan\"]");

    assertThat(run(right, foreign)).isZero();
    assertThat(docket.out())
        .contains("The models do not have the same categories.")
        .contains("foreign.bin lacks 1 of the labels, \"Home loan\" for one: their 3 documents");
    assertThat(run(right, wrong)).isZero();
    assertThat(docket.out()).doesNotContain("lacks").doesNotContain("same categories");
  }

  @Test
  void tablesAreAlignedAndFitATerminal() throws IOException {
    Path long1 = Files.createDirectories(folder.resolve("a/folder/with/a/rather/long/name"));
    Path long2 = Files.copy(right, long1.resolve("a-model-that-has-a-long-name-too.bin"));
    assertThat(run(right, wrong, long2)).isZero();
    List<String> lines = docket.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("6 documents");
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(lines.subList(2, 6)).extracting(String::length).containsOnly(80);
    int tests = lines.indexOf(lines.stream().filter(l -> l.contains("chi-sq")).findAny().get());
    assertThat(lines.subList(tests, tests + 4)).extracting(String::length).containsOnly(78);
    assertThat(lines.get(tests + 1)).contains("1 : 2").contains("(exact)").endsWith("0.0313");
  }

  @Test
  void twoModelsOfOneNameAreToldApart() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other")).resolve("right.bin");
    Files.copy(wrong, other);
    JsonNode json = compare(right, other);
    assertThat(json.at("/models/0/name").asText()).isEqualTo(right.toString());
    assertThat(json.at("/mcnemar/0/second").asText()).isEqualTo(other.toString());
  }

  @Test
  void mistakesAreTold() throws IOException {
    refused("needs two models or more, but --models names 1", right);
    refused("names the same file twice", right, folder.resolve("./right.bin"));
    refused("missing.bin does not exist", right, folder.resolve("missing.bin"));
    refused("corpus.csv is no model that tags texts", right, corpus);
    assertThat(
            docket.run(
                "compare", "--models", right, wrong, "--input", corpus, "--text-column", "x"))
        .isEqualTo(2);
    assertThat(docket.err()).contains("no column \"x\"");
    assertThat(docket.run("compare", "--models", right, wrong, "--input", corpus, "--rounds", "0"))
        .isEqualTo(2);
    assertThat(docket.err()).contains("--rounds must be at least 1");
  }

  private void refused(String message, Object... models) {
    assertThat(run(models)).as(message).isEqualTo(2);
    assertThat(docket.err()).startsWith("docket: ").contains(message);
    assertThat(docket.err().lines()).hasSize(1);
  }

  private int run(Object... models) {
    Object[] args = new Object[models.length + 6];
    args[0] = "compare";
    args[1] = "--models";
    System.arraycopy(models, 0, args, 2, models.length);
    args[models.length + 2] = "--input";
    args[models.length + 3] = corpus;
    args[models.length + 4] = "--rounds";
    args[models.length + 5] = 1;
    return docket.run(args);
  }

  private JsonNode compare(Path... models) throws IOException {
    Object[] args = new Object[models.length + 7];
    args[0] = "compare";
    args[1] = "--json";
    args[2] = "--models";
    System.arraycopy(models, 0, args, 3, models.length);
    args[models.length + 3] = "--input";
    args[models.length + 4] = corpus;
    args[models.length + 5] = "--rounds";
    args[models.length + 6] = 1;
    assertThat(docket.run(args)).as(docket.err()).isZero();
    assertThat(docket.out().lines()).hasSize(1);
    return new ObjectMapper().readTree(docket.out());
  }

  private static void assertModel(JsonNode model, double accuracy, double macroF1) {
    assertThat(model.get("accuracy").asDouble()).isEqualTo(accuracy);
    assertThat(model.get("macroF1").asDouble()).isCloseTo(macroF1, within(1e-9));
    assertThat(model.get("ece").asDouble()).isBetween(0.0, 1.0);
    assertThat(model.get("docsPerSecond").asDouble()).isPositive();
  }

  private static void assertPair(
      JsonNode pair, String first, String second, int b, int c, double p) {
    assertThat(pair.get("first").asText()).isEqualTo(first);
    assertThat(pair.get("second").asText()).isEqualTo(second);
    assertThat(pair.at("/test/onlyFirstRight").asInt()).isEqualTo(b);
    assertThat(pair.at("/test/onlySecondRight").asInt()).isEqualTo(c);
    assertThat(pair.at("/test/exact").asBoolean()).isTrue();
    assertThat(pair.at("/test/p").asDouble()).isCloseTo(p, within(1e-12));
  }
}
