/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes to standard output and to standard error. */
class OutputTest {

  @TempDir static Path folder;

  private static Path model;
  private static Path other;
  private static Path corpus;

  private final CommandRunner docket = new CommandRunner();

  @BeforeAll
  static void write() throws IOException {
    model = TinyStockModel.train(folder.resolve("stock.bin"));
    other = TinyStockModel.train("MAXENT", "Home%20loan", "Card", folder.resolve("other.bin"));
    corpus =
        Files.writeString(
            folder.resolve("c.csv"),
            "category,narrative\n" + "Home loan,my house loan\nCard,my plastic fee\n".repeat(3));
  }

  static Stream<List<Object>> commands() {
    return Stream.of(
        List.of("evaluate", "--model", model, "--input", corpus),
        List.of("compare", "--models", model, other, "--rounds", "1", "--input", corpus),
        List.of("inspect", model),
        List.of("convert", "--input", corpus, "--output", folder.resolve("c.train")),
        List.of("benchmark", "--seconds", "0.1", "--model", model, "--input", corpus),
        List.of(
            "profile",
            "--model",
            ShippedModel.MODEL,
            "--input",
            corpus,
            "--output",
            folder.resolve("profiled.bin")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void jsonIsOneObjectAndNothingElse(List<Object> command) throws IOException {
    run(command, "--json");
    assertThat(docket.out().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(docket.out());
    assertThat(json.isObject()).isTrue();
    assertThat(json).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void quietLeavesResultsAndWarnings(List<Object> command) {
    run(command);
    String loud = docket.out();
    run(command, "--quiet");
    assertThat(docket.out().lines().count()).isEqualTo(loud.lines().count());
    assertThat(docket.err().lines())
        .allSatisfy(line -> assertThat(line).contains("too few (below 200)"));
  }

  @Test
  void quietStandsBeforeTheCommandToo() {
    run(List.of("convert", "--input", corpus, "--output", folder.resolve("c.train")));
    assertThat(docket.err()).contains("wrote 6 documents");
    run(List.of("--quiet", "convert", "--input", corpus, "--output", folder.resolve("c.train")));
    assertThat(docket.err()).isEmpty();
  }

  @Test
  void noEscapeSequenceGoesIntoAFile() throws Exception {
    DocketProcess process = new DocketProcess(folder).with("TERM", "xterm-256color");
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("--help"),
            List.of("evaluate", "--help"),
            List.of("no-such-command"),
            List.of("evaluate", "--model", model, "--input", corpus))) {
      process.run(command.toArray());
      assertThat(Files.readString(process.out())).doesNotContain("\u001b", "\r");
      assertThat(Files.readString(process.err())).doesNotContain("\u001b", "\r");
    }
  }

  private void run(List<Object> command, Object... more) {
    List<Object> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    assertThat(docket.run(all.toArray())).as(docket.err()).isZero();
  }
}
