/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.docket.cli.CommandRunner;
import org.docket.cli.TinyStockModel;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docket classify} answers each row, so that answers can be joined to what was asked. */
class RowsTest {

  private static final InputStream STANDARD_INPUT = System.in;

  private static final String IDS =
      "Complaint ID,narrative,state\n1001,my house,NY\n1002,,CA\n1003,plastic fee,TX\n";

  @TempDir static Path models;

  private static Path model;

  private final CommandRunner docket = new CommandRunner();

  @TempDir Path folder;

  @BeforeAll
  static void trainStockModel() throws IOException {
    model = TinyStockModel.train(models.resolve("stock.bin"));
  }

  @AfterEach
  void putStandardInputBack() {
    System.setIn(STANDARD_INPUT);
  }

  @Test
  void rowsWithoutTextHaveAnAnswerThatSaysSo() throws IOException {
    assertThat(csv(file("c.csv", IDS)))
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .isEqualTo("row,category,probability,abstains,truncated,reason,text"),
            row -> assertThat(row).matches("1,Home loan,0\\.\\d{4},false,false,,my house"),
            row -> assertThat(row).isEqualTo("2,,,true,false,no text,"),
            row -> assertThat(row).matches("3,Card,0\\.\\d{4},false,false,,plastic fee"));
    assertThat(docket.err()).isEqualTo("docket: rows without an answer: 1 without text\n");
  }

  @Test
  void badRowsHaveAnAnswerThatSaysSo() throws IOException {
    Path ragged = file("c.csv", "id,narrative\n1,my house\n2,too,many\n3,plastic fee\n4,plastic\n");

    List<String> rows = csv(ragged, "--on-bad-row", "skip", "--id-column", "id");

    assertThat(rows).hasSize(5);
    assertThat(rows.get(1)).startsWith("1,1,Home loan,");
    assertThat(rows.get(2)).startsWith("2,,,,true,false,").contains("bad row: ");
    assertThat(rows.get(3)).startsWith("3,3,Card,");
    assertThat(docket.err()).contains("rows without an answer: 1 bad");
  }

  @Test
  void idsAndColumnsComeAlong() throws IOException {
    Path ids = file("c.csv", IDS);

    assertThat(csv(ids, "--id-column", "Complaint ID"))
        .satisfies(lines -> assertThat(lines.get(0)).startsWith("row,Complaint ID,category,"))
        .satisfies(lines -> assertThat(lines.get(2)).startsWith("2,1002,,,true,"));
    assertThat(csv(ids, "--id-column", "Complaint ID", "--keep", "state").get(1))
        .startsWith("1,1001,NY,Home loan,");
    assertThat(csv(ids, "--keep", "state,Complaint ID").get(1)).startsWith("1,NY,1001,Home loan,");
    assertThat(csv(ids, "--keep", "state", "--keep", "Complaint ID").get(1))
        .startsWith("1,NY,1001,Home loan,");
    assertThat(csv(ids, "--keep-all").get(0))
        .isEqualTo("row,Complaint ID,state,category,probability,abstains,truncated,reason,text");

    assertThat(docket.run("classify", "--model", model, ids, "--id-column", "Complaint ID"))
        .isZero();
    assertThat(docket.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("1001  Home loan 0."),
            line -> assertThat(line).isEqualTo("1002  (no text)  | "),
            line -> assertThat(line).startsWith("1003  Card 0."));
  }

  @Test
  void aColumnWithACommaInItsNameStandsInQuotes() throws IOException {
    Path csv = file("c.csv", "narrative,\"Disputed, by whom\",id\nmy house,me,7\n");
    assertThat(csv(csv, "--keep", "\"Disputed, by whom\", id").get(1))
        .startsWith("1,me,7,Home loan");
  }

  @Test
  void columnsThatAreNotThereAreNamed() throws IOException {
    Path ids = file("c.csv", IDS);
    for (String[] options :
        List.of(
            new String[] {"--id-column", "Complaint id no"},
            new String[] {"--keep", "state,county"},
            new String[] {"--keep-all", "--id-column", "no"})) {
      List<Object> all = new ArrayList<>(List.of("classify", "--model", model, ids));
      all.addAll(List.of(options));
      assertThat(docket.run(all.toArray())).isEqualTo(2);
      assertThat(docket.err()).startsWith("docket: ").contains("has no column").hasLineCount(1);
      assertThat(docket.out()).isEmpty();
    }
  }

  @Test
  void aColumnThatIsNamedAsOursGetsAnotherName() throws IOException {
    Path labelled = file("c.csv", "category,narrative,text\nCard,my house,x\n");

    assertThat(csv(labelled, "--keep-all").get(0))
        .startsWith("row,input_category,input_text,category,probability,");
    List<JsonNode> rows = jsonl(labelled, "--keep-all");
    assertThat(rows.get(0).get("input_category").asText()).isEqualTo("Card");
    assertThat(rows.get(0).get("category").asText()).isEqualTo("Home loan");
  }

  @Test
  void otherFormatsHaveTheSameAnswers() throws IOException {
    Path lines =
        file("c.jsonl", "{\"id\":7,\"narrative\":\"my house\"}\n{\"id\":8,\"narrative\":\"\"}\n");
    List<JsonNode> rows = jsonl(lines, "--id-column", "id");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("id").asText()).isEqualTo("7");
    assertThat(rows.get(0).get("category").asText()).isEqualTo("Home loan");
    assertThat(rows.get(1).get("id").asText()).isEqualTo("8");
    assertThat(rows.get(1).get("category").isNull()).isTrue();
    assertThat(rows.get(1).get("reason").asText()).isEqualTo("no text");

    assertThat(csv(file("c.txt", "my house\n\nplastic fee"))).hasSize(4);
  }

  @Test
  void standardInputIsReadAsFilesAre() throws IOException {
    Path ids = file("c.csv", IDS);
    List<String> expected = csv(ids, "--id-column", "Complaint ID");

    System.setIn(new ByteArrayInputStream(IDS.getBytes(StandardCharsets.UTF_8)));

    assertThat(csv(Path.of("-"), "--id-column", "Complaint ID")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void answersAreInTheOrderOfTheRowsHoweverManyThreads(int threads) throws IOException {
    StringBuilder rows = new StringBuilder("id,narrative\n");
    for (int i = 0; i < 5000; i++) {
      rows.append(String.format(Locale.ROOT, "id%d,%s%n", i, "plastic ".repeat(i * 7919 % 97)));
    }
    List<String> answers =
        csv(file("c.csv", rows.toString()), "--id-column", "id", "--threads", "" + threads);

    assertThat(answers).hasSize(5001);
    for (int i = 0; i < 5000; i++) {
      assertThat(answers.get(i + 1)).startsWith((i + 1) + ",id" + i + ",");
    }
  }

  @Test
  void rowsBeforeOneThatEndsAllHaveTheirAnswers() throws IOException {
    String csv = "id,narrative\n" + "1,my house\n".repeat(1000) + "2,too,many\n";

    assertThat(docket.run("classify", "--model", model, file("c.csv", csv), "--format", "jsonl"))
        .isEqualTo(2);

    assertThat(docket.out()).hasLineCount(1000);
    assertThat(docket.err()).contains("line 1002").hasLineCount(1);
  }

  @Test
  void csvOfOursIsReadBackEqual() throws IOException {
    List<String> texts =
        List.of(
            "plain",
            "a \"quoted\" word, and a comma",
            "a\nb\r\nc\rd",
            "\"",
            "\"\"",
            " blanks around ",
            "ends in a backslash \\",
            "a \\\"backslash\\\" before quotes, and more",
            "#no comment",
            "sep=;",
            "=1+1",
            "tab\tand|bar;semicolon",
            "'",
            "na\u00efve \uD83C\uDFE0 \u2028 \u0085",
            ",,,",
            "\n");
    assertThat(readBack(texts)).isEqualTo(texts);
    for (String text : texts) {
      assertThat(readBack(List.of(text))).as(text).containsExactly(text);
    }
  }

  /** Texts, classified as they are, and read from the answers. */
  private List<String> readBack(List<String> texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    ObjectMapper mapper = new ObjectMapper();
    for (String text : texts) {
      String json = mapper.writeValueAsString(text);
      lines.append("{\"narrative\":").append(json);
      lines.append(",\"id\":").append(json).append("}\n");
    }
    docket.run(
        "classify",
        "--model",
        model,
        file("c.jsonl", lines.toString()),
        "--format=csv",
        "--keep=id");
    Path answers = file("answers.csv", docket.out());
    List<Row> rows = new ArrayList<>();
    CorpusOptions options =
        CorpusOptions.builder().labelled(false).textColumn("text").keep(List.of("id")).build();
    Corpus.rows(Input.of(answers), options, rows::add);
    assertThat(rows).extracting(row -> row.kept().get(0)).isEqualTo(texts);
    return rows.stream().map(Row::text).toList();
  }

  @Test
  void explanationsComeWithAllOfIt() throws IOException {
    Path ids = file("c.csv", IDS);
    assertThat(csv(ids, "--explain", "--id-column", "Complaint ID"))
        .satisfies(lines -> assertThat(lines.get(0)).endsWith(",reason,words,text"))
        .satisfies(lines -> assertThat(lines.get(1)).contains("house +"))
        .satisfies(lines -> assertThat(lines.get(2)).isEqualTo("2,1002,,,true,false,no text,,"));
    assertThat(jsonl(ids, "--explain").get(1).get("words")).isEmpty();
  }

  @Test
  void whoSeesATerminalIsToldThatItIsTheirTurn() {
    System.setIn(InputStream.nullInputStream());
    System.setProperty("docket.typed", "true");
    try {
      docket.run("classify", "--model", model);
      assertThat(docket.err()).contains("docket: type documents, one a line; end with Ctrl-D");
    } finally {
      System.clearProperty("docket.typed");
    }
    docket.run("classify", "--model", model);
    assertThat(docket.err()).doesNotContain("Ctrl-D");
  }

  @Test
  void numbersOfThreadsThatMakeNoSenseAreRefused() throws IOException {
    for (String threads : List.of("0", "-1", "1025")) {
      assertThat(docket.run("classify", "--model", model, "--threads", threads)).isEqualTo(2);
      assertThat(docket.err()).contains("--threads must be from 1 to 1024, but is " + threads);
    }
  }

  private List<String> csv(Path input, String... options) {
    return run("csv", input, options).lines().toList();
  }

  private List<JsonNode> jsonl(Path input, String... options) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : run("jsonl", input, options).lines().toList()) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  private String run(String format, Path input, String... options) {
    List<Object> all = new ArrayList<>(List.of("classify", "--model", model, input));
    all.addAll(List.of("--format", format));
    all.addAll(List.of(options));
    assertThat(docket.run(all.toArray())).as(docket.err()).isZero();
    return docket.out();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
