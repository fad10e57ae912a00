/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.CommandRunner;
import org.docket.cli.DocketProcess;
import org.docket.cli.ExitCode;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LabelErrorsTest {

  private static final String WRONG = "plastic fee,\n<script>\"limit\"</script> plastic";

  @TempDir Path folder;

  private final CommandRunner docket = new CommandRunner();
  private Path model;
  private Path corpus;

  /** Ten documents of each category, and one of which the label is wrong. */
  @BeforeEach
  void writeFiles() throws IOException {
    model = TinyStockModel.train("NAIVEBAYES", "<i>Home", "Card", folder.resolve("stock.bin"));
    StringBuilder csv = new StringBuilder("key,category,narrative\n");
    for (int i = 0; i < 10; i++) {
      csv.append("a").append(i).append(",<i>Home,house loan\n");
      csv.append("b").append(i).append(",Card,plastic fee\n");
    }
    csv.append("x-7,<i>Home,\"").append(WRONG.replace("\"", "\"\"")).append("\"\n");
    csv.append("y-8,unheard of,house\n");
    corpus = Files.writeString(folder.resolve("c.csv"), csv);
  }

  @Test
  void standInTheTextWithTheirPlaceAndFirstWords() {
    assertThat(run()).isZero();

    assertThat(docket.out())
        .contains("likely label errors: 4.8 % of 21 documents by estimate (1), 1 listed")
        .contains("        1  <i>Home -> Card")
        .containsPattern(
            "row 21 \\(line 22\\): <i>Home 0\\.\\d+ -> Card 0\\.\\d+\\R +plastic fee, <script>")
        .doesNotContain("c.csv");
  }

  @Test
  void haveTheirIdAndTheirFileIfThereAreSeveral() throws IOException {
    Path second = Files.copy(corpus, folder.resolve("d.csv"));

    run("--input", second, "--id-column", "key");

    assertThat(docket.out())
        .contains("c.csv, row 21 (line 22, x-7): <i>Home")
        .contains("d.csv, row 21 (line 22, x-7): <i>Home");
  }

  @Test
  void standInTheJson() throws IOException {
    run("--json", "--id-column", "key");

    JsonNode errors = new ObjectMapper().readTree(docket.out()).get("labelErrors");
    assertThat(errors.get("documents").asInt()).isEqualTo(21);
    assertThat(errors.get("estimatedShare").asDouble()).isBetween(0.04, 0.05);
    assertThat(errors.get("listed").asInt()).isEqualTo(1);
    assertThat(errors.at("/pairs/0/likely").asText()).isEqualTo("Card");
    assertThat(errors.at("/first/0/place/id").asText()).isEqualTo("x-7");
    assertThat(errors.at("/first/0/likely/category").asText()).isEqualTo("Card");
    assertThat(errors.at("/first/0/start").asText()).startsWith("plastic fee, <script>");
  }

  @Test
  void areWrittenAsCsvWithTheirWholeTexts() throws IOException {
    Path csv = folder.resolve("errors.csv");

    assertThat(run("--label-errors", csv, "--id-column", "key")).isZero();

    assertThat(docket.err()).contains("docket: 1 likely label errors are in " + csv);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> records = reader.stream().toList();
      assertThat(records)
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.getField("file")).isEqualTo(corpus.toString());
                assertThat(error.getField("row")).isEqualTo("21");
                assertThat(error.getField("line")).isEqualTo("22");
                assertThat(error.getField("id")).isEqualTo("x-7");
                assertThat(error.getField("given")).isEqualTo("<i>Home");
                assertThat(error.getField("given_probability")).startsWith("0.0");
                assertThat(error.getField("likely")).isEqualTo("Card");
                assertThat(error.getField("likely_probability")).startsWith("0.9");
                assertThat(error.getField("text")).isEqualTo(WRONG);
              });
    }
  }

  @Test
  void standInTheReportAsTextNotAsHtml() throws IOException {
    Path report = folder.resolve("report");

    run("--report", report);

    assertThat(report.resolve("index.html"))
        .content()
        .contains("label-errors.csv", "plastic fee")
        .doesNotContain("plastic fee, <script>", "<i>Home", folder.toString());
    JsonNode section =
        new ObjectMapper().readTree(report.resolve("report.json").toFile()).get("labelErrors");
    assertThat(section.get("documents").asInt()).isEqualTo(21);
    assertThat(section.at("/pairs/0/given").asText()).isEqualTo("<i>Home");
    assertThat(section.at("/first/0/where").asText()).isEqualTo("c.csv, row 21, line 22");
    assertThat(section.at("/first/0/text").asText()).startsWith("plastic fee, <script>");
    assertThat(report.resolve("label-errors.csv")).content().contains("<script>");
    assertThat(
            new ObjectMapper()
                .readTree(report.resolve("metrics.json").toFile())
                .at("/labelErrors/listed")
                .asInt())
        .isEqualTo(1);
    assertThat(folder).isDirectoryNotContaining("glob:**/*.tmp");
  }

  @Test
  void aCorpusWithoutAnySaysSo() throws IOException {
    Files.writeString(corpus, "category,narrative\nCard,plastic fee\n<i>Home,house loan\n");
    Path csv = folder.resolve("errors.csv");

    assertThat(run("--label-errors", csv)).isZero();

    assertThat(docket.out())
        .contains("likely label errors: 0.0 % of 2 documents by estimate (0), 0 listed")
        .doesNotContain("->");
    assertThat(csv).content().hasLineCount(1);
  }

  @Test
  void theFileIsCheckedBeforeAnyWork() {
    assertMistake("cannot write", "--label-errors", folder.resolve("no/errors.csv"));
    assertMistake("would be written over " + corpus, "--label-errors", corpus);
    assertMistake("would be written over " + model, "--label-errors", model);
    Path bad = folder.resolve("bad.csv");
    assertMistake(
        "--label-errors would be written over ", "--label-errors", bad, "--bad-rows", bad);
    assertMistake("no column \"nix\"", "--id-column", "nix");
  }

  /** Which can be read only once. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeHasThemToo() throws Exception {
    Path csv = folder.resolve("errors.csv");
    DocketProcess process = new DocketProcess(folder).from(corpus);

    int code =
        process.run("evaluate", "--model", model, "--input", "/dev/stdin", "--label-errors", csv);

    assertThat(code).as(Files.readString(process.err())).isZero();
    assertThat(csv).content().contains("/dev/stdin,21,22,", "<script>");
  }

  private void assertMistake(String message, Object... more) {
    assertThat(run(more)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(docket.err()).contains(message);
    assertThat(docket.out()).isEmpty();
  }

  private int run(Object... more) {
    Object[] command = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"evaluate", "--model", model, "--input", corpus}, 0, command, 0, 5);
    System.arraycopy(more, 0, command, 5, more.length);
    return docket.run(command);
  }
}
