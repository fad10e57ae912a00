/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.cli.CommandRunner;
import org.docket.cli.DocketProcess;
import org.docket.cli.ShippedModel;
import org.docket.cli.TinyStockModel;
import org.docket.io.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code docket evaluate --report}: what is in report.json and in the files beside it. */
class EvaluationReportTest {

  @TempDir Path folder;

  private final CommandRunner docket = new CommandRunner();
  private Path stock;
  private Path report;

  @BeforeEach
  void trainModel() throws IOException {
    stock = TinyStockModel.train(folder.resolve("stock.bin"));
    report = folder.resolve("report");
  }

  @Test
  void theFiguresOfOurOwnModelAreAllThere() throws IOException {
    JsonNode data = evaluate(ShippedModel.MODEL, ShippedModel.DEMO, "--label-column", "category");

    int documents = data.at("/summary/documents").asInt();
    assertThat(data.get("kind").asText()).isEqualTo("evaluation");
    assertThat(data.get("title").asText()).isEqualTo("Evaluation of complaints-en.bin");
    assertInterval(data.at("/summary/accuracy"));
    assertInterval(data.at("/summary/macroF1"));
    assertThat(data.at("/findings/0").asText()).startsWith("Accuracy is ").contains("interval");
    assertThat(data.get("perCategory")).hasSameSizeAs(data.get("categories"));
    assertThat(data.at("/lengths/limit").asInt()).isEqualTo(400);
    assertThat(sum(data.at("/lengths/parts/0/bins"), "documents")).isEqualTo(documents);
    assertThat(sum(data.at("/reliability/bins"), "documents")).isEqualTo(documents);
    assertThat(sum(data.at("/confusion/cells"), "total")).isEqualTo(documents);
    assertThat(data.at("/riskCoverage/0/kept").asInt()).isEqualTo(documents);
    assertThat(data.get("confidentMistakes")).isNotEmpty();
    assertThat(data.get("leastCertain")).hasSize(20);
    assertThat(data.at("/documents/0/top")).hasSize(5);
    assertThat(data.get("documents")).anySatisfy(d -> assertThat(d.get("marks")).isNotEmpty());
    assertThat(data.get("tellingWords")).isNotEmpty();
    assertThat(fact(data, "Parameters", "text.maxTokens")).isEqualTo("400");
    assertThat(fact(data, "Data", "file1.sha256")).isEqualTo(Sha256.hex(ShippedModel.DEMO));
    assertThat(fact(data, "Versions", "OpenNLP")).startsWith("2.");
    assertThat(fact(data, "Report", "bootstrap seed")).isEqualTo("1993");
    assertThat(fact(data, "Times", "Reading and evaluating")).endsWith(" seconds");
  }

  @Test
  void theDocumentsOfACellAreInIt() throws IOException {
    JsonNode data = evaluate(ShippedModel.MODEL, ShippedModel.DEMO, "--label-column", "category");

    for (JsonNode cell : data.at("/confusion/cells")) {
      int count =
          data.at("/confusion/counts")
              .get(cell.get("actual").asInt())
              .get(cell.get("predicted").asInt())
              .asInt();
      assertThat(cell.get("total").asInt()).isEqualTo(count);
      assertThat(cell.get("documents").size()).isBetween(1, Math.min(20, count));
      for (JsonNode place : cell.get("documents")) {
        JsonNode document = data.get("documents").get(place.asInt());
        assertThat(document.get("actual")).isEqualTo(cell.get("actual"));
        assertThat(document.get("predicted")).isEqualTo(cell.get("predicted"));
      }
    }
  }

  @Test
  void filesBesideThePageHoldTheSameFigures() throws IOException {
    JsonNode data = evaluate(ShippedModel.MODEL, ShippedModel.DEMO, "--label-column", "category");

    List<NamedCsvRecord> predictions = csv("predictions.csv");
    assertThat(predictions).hasSize(data.at("/summary/documents").asInt());
    long right = predictions.stream().filter(r -> r.getField("right").equals("true")).count();
    assertThat((double) right / predictions.size())
        .isEqualTo(data.at("/summary/accuracy/value").asDouble());
    assertThat(csv("per-category.csv")).hasSameSizeAs(data.get("categories"));
    assertThat(csv("confusion.csv")).hasSameSizeAs(data.get("categories"));
    assertThat(csv("reliability.csv")).hasSize(15);
    assertThat(csv("risk-coverage.csv")).hasSameSizeAs(data.get("riskCoverage"));
    assertThat(csv("lengths.csv")).hasSameSizeAs(data.at("/lengths/parts/0/bins"));
    assertThat(csv("telling-words.csv")).isNotEmpty();
    List<String> named = data.get("files").findValuesAsText("name");
    List<String> there = new ArrayList<>();
    try (var files = Files.list(report)) {
      files.forEach(file -> there.add(file.getFileName().toString()));
    }
    assertThat(there).containsExactlyInAnyOrderElementsOf(named);
    assertThat(named).contains("histogram.png", "lengths.png", "per-category.png");
    assertThat(folder).isDirectoryNotContaining("glob:**/.part*");
  }

  /** Markup, marks of direction, letters beyond 16 bits, formulas: nothing is run or lost. */
  @Test
  void hostileTextsAreData() throws IOException {
    Path corpus =
        Files.writeString(
            folder.resolve("c.jsonl"),
            """
            {"id":"=1+1","label":"Card","text":"plastic </script><script>alert(1)</script>"}
            {"id":"b","label":"Card","text":"house \\ud83d\\ude00 \\u2028 \\u202e loan"}
            {"id":"c","label":"nobody's </script>","text":"nothing known"}
            {"id":"d","label":"Home loan","text":"house"}
            """);

    JsonNode data = evaluate(stock, corpus, "--id-column", "id");

    assertThat(data.get("categories").get(2).asText()).isEqualTo("(other labels)");
    assertThat(data.at("/summary/abstained").asInt()).isEqualTo(1);
    List<NamedCsvRecord> predictions = csv("predictions.csv");
    assertThat(predictions)
        .extracting(r -> r.getField("id"))
        .containsExactly("=1+1", "b", "c", "d");
    assertThat(predictions.get(2).getField("label")).isEqualTo("nobody's </script>");
    JsonNode text = document(data, "=1+1").get("text");
    assertThat(text.asText()).isEqualTo("plastic </script><script>alert(1)</script>");
    assertThat(document(data, "c").get("label").asText()).endsWith("</script>");
    assertThat(document(data, "c").get("abstains").asBoolean()).isTrue();
    assertThat(Files.readString(report.resolve("index.html")).contains("<script>alert")).isFalse();
  }

  @Test
  void oneDocumentHasAReportThatSaysHowLittleThatIs() throws IOException {
    Path corpus = Files.writeString(folder.resolve("c.csv"), "category,text\nCard,plastic\n");

    JsonNode data = evaluate(stock, corpus);

    assertThat(data.get("findings").toString())
        .contains("on 1 document;")
        .contains("All answers are right, so the interval is only a point")
        .contains("up to 100.0 % of others may be wrong")
        .contains("have fewer than 20 documents", "have no document here")
        .contains("about as sure as it should be, so far as these documents tell")
        .doesNotContain("over-confident", "under-confident");
    assertThat(data.at("/lengths/limit").isMissingNode()).isTrue();
    assertThat(data.get("confidentMistakes")).isEmpty();
    assertThat(data.get("leastCertain")).hasSize(1);
  }

  @Test
  void labelsThatAreAllUnknownHaveAReportToo() throws IOException {
    Path corpus = Files.writeString(folder.resolve("c.csv"), "category,text\nx,plastic\ny,house\n");

    JsonNode data = evaluate(stock, corpus);

    assertThat(data.at("/summary/accuracy/value").asDouble()).isZero();
    assertThat(data.get("findings").toString())
        .contains("The model does not have 2 of the labels", "All answers are wrong")
        .contains("No threshold makes 95 % of the kept tags right");
  }

  @Test
  void theDoubtsOfAModelThatIsOftenWrongAreNotTakenForLabelErrors() throws IOException {
    Path hard = ShippedModel.DEMO.resolveSibling("complaints-hard.csv");

    JsonNode data = evaluate(ShippedModel.MODEL, hard, "--label-column", "category");

    assertThat(data.at("/summary/accuracy/value").asDouble()).isLessThan(0.7);
    assertThat(data.get("findings").toString())
        .contains("from a model that is itself often wrong that says little")
        .doesNotContain("of the labels are wrong");
  }

  /** Which can be read once. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void standardInputHasAReportWithoutAHash() throws Exception {
    Path corpus = Files.writeString(folder.resolve("c.csv"), "category,text\nCard,plastic\n");
    DocketProcess process = new DocketProcess(folder).from(corpus);

    int code =
        process.run("evaluate", "--model", stock, "--input", "/dev/stdin", "--report", report);

    assertThat(code).as(Files.readString(process.err())).isZero();
    JsonNode data = new ObjectMapper().readTree(report.resolve("report.json").toFile());
    assertThat(data.at("/summary/documents").asInt()).isEqualTo(1);
    assertThat(data.at("/documents/0/file").asText()).isEqualTo("stdin");
  }

  /** Their texts, or all that is made of them, would not fit into the heap. */
  @Test
  void manyLongDocumentsNeedNoMemory() throws Exception {
    String text = "plastic house ".repeat(1500);
    List<String> lines = new ArrayList<>(List.of("category,text"));
    for (int i = 0; i < 4000; i++) {
      lines.add((i % 2 == 0 ? "Card," : "Home loan,") + text + i);
    }
    Path corpus = Files.write(folder.resolve("c.csv"), lines, StandardCharsets.UTF_8);
    lines.clear();
    DocketProcess process = new DocketProcess(folder, "-Xmx100m");

    int code = process.run("evaluate", "--model", stock, "--input", corpus, "--report", report);

    assertThat(code).as(Files.readString(process.err())).isZero();
    assertThat(report.resolve("index.html")).isNotEmptyFile();
  }

  private static void assertInterval(JsonNode interval) {
    assertThat(interval.get("low").asDouble()).isLessThan(interval.get("value").asDouble());
    assertThat(interval.get("high").asDouble()).isGreaterThan(interval.get("value").asDouble());
  }

  private static int sum(JsonNode entries, String key) {
    int sum = 0;
    for (JsonNode entry : entries) {
      sum += entry.get(key).asInt();
    }
    return sum;
  }

  private static JsonNode document(JsonNode data, String id) {
    for (JsonNode document : data.get("documents")) {
      if (document.get("id").asText().equals(id)) {
        return document;
      }
    }
    throw new AssertionError("no document " + id);
  }

  private static String fact(JsonNode data, String group, String name) {
    for (JsonNode facts : data.get("facts")) {
      if (facts.get("name").asText().equals(group)) {
        for (JsonNode entry : facts.get("entries")) {
          if (entry.get(0).asText().equals(name)) {
            return entry.get(1).asText();
          }
        }
      }
    }
    throw new AssertionError("no fact " + name + " in " + group);
  }

  private List<NamedCsvRecord> csv(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(report.resolve(name))) {
      return reader.stream().toList();
    }
  }

  private JsonNode evaluate(Path model, Path corpus, Object... more) throws IOException {
    List<Object> command =
        new ArrayList<>(
            List.of("evaluate", "--model", model, "--input", corpus, "--report", report));
    command.addAll(List.of(more));
    assertThat(docket.run(command.toArray())).as(docket.err()).isZero();
    return new ObjectMapper().readTree(report.resolve("report.json").toFile());
  }
}
