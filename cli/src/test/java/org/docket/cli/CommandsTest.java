/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, with a small stock model. */
class CommandsTest {

  private static final String CORPUS =
      "category,narrative\nHome loan,my house loan\nHome loan,house escrow\n"
          + "Card,my plastic fee\nCard,house\n";

  @TempDir static Path models;

  private static Path model;

  private final CommandRunner docket = new CommandRunner();

  @TempDir Path folder;

  @BeforeAll
  static void trainStockModel() throws IOException {
    model = TinyStockModel.train(models.resolve("stock.bin"));
  }

  @Test
  void evaluatePrintsOneJsonObject() throws IOException {
    Path corpus = file("c.csv", CORPUS);
    assertThat(docket.run("evaluate", "--model", model, "--input", corpus, "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(docket.out());
    assertThat(docket.out().lines()).hasSize(1);
    assertThat(json.get("documents").asInt()).isEqualTo(4);
    assertThat(json.get("accuracy").asDouble()).isEqualTo(0.75);
    assertThat(json.get("macroF1").asDouble()).isBetween(0.7, 0.75);
    assertThat(json.get("ece").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.get("perCategory")).hasSize(2);
  }

  @Test
  void evaluateWritesAReportToLookAt() throws IOException {
    Path report = folder.resolve("a/report");
    Path corpus = file("c.csv", CORPUS);
    assertThat(docket.run("evaluate", "--model", model, "--input", corpus, "--report", report))
        .isZero();
    assertThat(docket.out()).contains("accuracy 0.7500").contains("Home loan");
    assertThat(report.resolve("index.html")).content().contains("Home loan", "confusion.png");
    for (String chart : List.of("confusion.png", "reliability.png")) {
      assertThat(ImageIO.read(report.resolve(chart).toFile()).getWidth()).isGreaterThan(500);
    }
  }

  @Test
  void classifyLinesInAllFormats() throws IOException {
    Path lines = file("lines.txt", "my house\n\nplastic fee\n");
    assertThat(docket.run("classify", "--model", model, lines, "--top", "2")).isZero();
    List<String> text = docket.out().lines().toList();
    assertThat(text).hasSize(3);
    assertThat(text.get(0)).startsWith("Home loan 0.").contains("  Card 0.").endsWith("| my house");
    assertThat(text.get(1)).isEqualTo("(no text)  | ");
    assertThat(text.get(2)).startsWith("Card 0.");

    assertThat(docket.run("classify", "--model", model, lines, "--format", "jsonl")).isZero();
    JsonNode first = new ObjectMapper().readTree(docket.out().lines().findFirst().orElseThrow());
    assertThat(first.get("category").asText()).isEqualTo("Home loan");

    assertThat(docket.run("classify", "--model", model, lines, "--format", "csv", "--explain"))
        .isZero();
    assertThat(docket.out().lines().findFirst())
        .contains("row,category,probability,abstains,truncated,reason,words,text");
    assertThat(docket.out()).contains("house +");
  }

  @Test
  void classifyAColumn() throws IOException {
    Path csv = file("c.csv", "id,words\n1,\"my\nhouse\"\n2,plastic\n");
    assertThat(docket.run("classify", "--model", model, csv, "--text-column", "words")).isZero();
    assertThat(docket.out().lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Home loan ").endsWith("| my house"),
            second -> assertThat(second).startsWith("Card ").endsWith("| plastic"));
  }

  @Test
  void inspectAlsoTellsOfStockModels() {
    assertThat(docket.run("inspect", model)).isZero();
    assertThat(docket.out()).contains("Home loan", "sha256", "naive Bayes of OpenNLP");
  }

  @Test
  void convertBothWaysKeepsLabels() throws IOException {
    Path csv = file("c.csv", CORPUS);
    Path train = folder.resolve("c.train");
    Path back = folder.resolve("back.csv.gz");
    assertThat(docket.run("convert", "--input", csv, "--output", train)).isZero();
    assertThat(train).content().startsWith("Home%20loan my house loan\n");
    assertThat(docket.run("convert", "--input", train, "--output", back)).isZero();
    assertThat(docket.err()).contains("wrote 4 documents");
    assertThat(docket.run("evaluate", "--model", model, "--input", back)).isZero();
    assertThat(docket.out()).contains("4 documents");
  }

  @Test
  void aBadRowLeavesNoHalfFile() throws IOException {
    Path csv = file("c.csv", "category,narrative\na,b\nc,d,e\n");
    Path output = folder.resolve("c.train");
    assertThat(docket.run("convert", "--input", csv, "--output", output)).isEqualTo(2);
    assertThat(docket.err()).contains("c.csv, line 3").doesNotContain("\tat ");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(csv);
    }
  }

  @Test
  void mistakesOfUsersGetOneLineAndExitCodeTwo() throws IOException {
    Path corpus = file("c.csv", CORPUS);
    wrong("missing.bin does not exist", "inspect", folder.resolve("missing.bin"));
    wrong("is no model that tags texts, but a table or a text", "inspect", corpus);
    wrong(
        "no.csv does not exist", "evaluate", "--model", model, "--input", folder.resolve("no.csv"));
    wrong("no column \"x\"", "evaluate", "--model", model, "--input", corpus, "--text-column", "x");
    wrong("evaluate needs --model MODEL", "evaluate", "--input", corpus);
    wrong("start it as ./docket train", "train", "--input", corpus);
    wrong("start it as ./docket tune", "tune", "--input", corpus);
    wrong("start it as ./docket demo", "demo", "--exit");
    wrong("--top must be at least 1", "classify", "--model", model, corpus, "--top", "0");
    wrong("inspect has no option --frobnicate", "inspect", model, "--frobnicate");
    wrong(
        "is not a writable folder",
        "convert",
        "--input",
        corpus,
        "--output",
        folder.resolve("no/c.train"));
    wrong(
        "line 1: a line must be label,category",
        "evaluate",
        "--model",
        model,
        "--input",
        corpus,
        "--label-map",
        file("m.csv", "a\n"));
  }

  @Test
  void labelsThatTheModelLacksAreNamed() throws IOException {
    Path corpus = file("c.csv", "category,narrative\nBoat,my house\nCard,plastic\n");
    assertThat(docket.run("evaluate", "--model", model, "--input", corpus)).isZero();
    assertThat(docket.err()).contains("does not have 1 of the labels, \"Boat\"");
  }

  @Test
  void skippedRowsAreCountedWhereAnswersAreFewer() throws IOException {
    Path csv = file("c.csv", "narrative,id\nmy house,1\ntoo,many,columns\n");
    assertThat(docket.run("classify", "--model", model, csv, "--on-bad-row", "skip")).isZero();
    assertThat(docket.err()).contains("rows without an answer: 1 bad");
  }

  @Test
  void linksAndDevicesAreNotReplaced() throws IOException {
    Path corpus = file("c.csv", CORPUS);
    Path link = Files.createSymbolicLink(folder.resolve("link.train"), model);
    wrong("is a link or a device", "convert", "--input", corpus, "--output", link);
    wrong(
        "--report needs a folder",
        "evaluate",
        "--model",
        model,
        "--input",
        corpus,
        "--report",
        corpus);
    wrong("zip", "convert", "--input", corpus, "--output", folder.resolve("c.csv.zip"));
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(corpus)).isEqualTo(CORPUS);
  }

  @Test
  void helpListsEveryCommandAlsoThoseOfOtherModules() {
    assertThat(docket.run("--help")).isZero();
    assertThat(docket.out())
        .containsPattern(
            "(?s)\n  demo .*\n  train .*\n  evaluate .*\n  compare .*\n  classify .*"
                + "\n  inspect .*\n  profile .*\n  convert .*\n  benchmark .*\n  help ");
  }

  private void wrong(String message, Object... args) {
    assertThat(docket.run(args)).as(message).isEqualTo(2);
    assertThat(docket.err()).startsWith("docket: ").contains(message);
    assertThat(docket.err().lines()).as(message).hasSize(1);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
