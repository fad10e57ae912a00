/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.docket.cli.Docket;
import org.docket.training.benchmark.TrainingBenchmark;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TrainingBenchmarkCommandTest {

  private static final List<String> SMALL =
      List.of("--length=3", "--units=4,3", "--batch=5", "--threads=2", "--seconds=0.01");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path input;
  private Path preset;

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder csv = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 10; i++) {
      csv.append("Loan,loan credit\nCard,card credit plastic money\n");
    }
    input = Files.writeString(folder.resolve("toy.csv"), csv);
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.putAll(
        Map.of("network.embedding", "8", "network.units", "4", "training.batchSize", "6"));
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    preset = Files.writeString(folder.resolve("toy.properties"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "stock"})
  void measuresStepsOnRandomDocuments(String layers) throws IOException {
    JsonNode json = json(Stream.concat(SMALL.stream(), Stream.of("--layers", layers)).toArray());

    assertThat(json.get("batch").asInt()).isEqualTo(5);
    assertThat(json.get("length").asInt()).isEqualTo(3);
    assertThat(json.get("threads").asInt()).isEqualTo(2);
    assertThat(json.get("kernel").asText())
        .isEqualTo(layers.equals("stock") ? "Deeplearning4j's" : TrainingBenchmark.kernel());
  }

  @Test
  void measuresEpochsOfACorpus() throws IOException {
    JsonNode json = json("--input", input, "--config", preset, "--epochs", 2);

    assertThat(json.get("batch").asInt()).isEqualTo(6);
    assertThat(json.get("length").asInt()).as("mean of 2 and 4").isEqualTo(3);
    assertThat(json.get("threads").asInt()).isEqualTo(1);
    assertThat(json.get("kernel").asText()).isEqualTo(TrainingBenchmark.kernel());
  }

  @Test
  void writesBatchesAndMeasuresNothing() throws IOException {
    Path batches = folder.resolve("batches.txt");

    run("--input", input, "--config", preset, "--write-batches", batches);

    assertThat(out.toString()).isEqualTo(String.format(Locale.ROOT, "batches: %s%n", batches));
    List<String> lines = Files.readAllLines(batches);
    assertThat(lines).hasSize(1 + 20 + 4).filteredOn(String::isEmpty).hasSize(4);
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void batchesThatCannotBeWrittenAreToldBeforeAnyWork() {
    Path missing = folder.resolve("no");
    wrong(
        "cannot write " + missing.resolve("b.txt") + ": " + missing + " is not a writable folder",
        "--input",
        folder.resolve("is not read.csv"),
        "--write-batches",
        missing.resolve("b.txt"));
  }

  @Test
  void filesThatAreWrongAreNamed() {
    Path missing = folder.resolve("missing.csv");
    wrong("the file " + missing + " does not exist", "--input", missing);
    wrong(folder + " ", "--input", folder);
    wrong("there is no training preset nice", "--input", input, "--config", "nice");
    wrong("no column \"Produce\"", "--input", input, "--label-column", "Produce");
  }

  @Test
  void optionsWithoutEffectAreRefused() {
    wrong("--layers must be one of fast, stock, but is", "--layers", "x");
    wrong("--write-batches needs --input", "--write-batches", folder.resolve("b.txt"));
    wrong("--config needs --input", "--config", "seed");
    wrong("--epochs needs --input", "--epochs", 2);
    wrong("--epochs must be at least 1", "--input", input, "--epochs", 0);
    wrong("--on-bad-row needs --input", "--on-bad-row", "skip");
    for (String option : List.of("--layers=stock", "--length=3", "--batch=2", "--seconds=1")) {
      String name = option.substring(0, option.indexOf('='));
      wrong(name + " does not go with --input", "--input", input, option);
    }
    Path batches = folder.resolve("b.txt");
    wrong(
        "--json does not go with --write-batches",
        "--json",
        "--input",
        input,
        "--write-batches",
        batches);
    assertThat(batches).doesNotExist();
    wrongWithoutTrain("--input needs --train", "--input", input);
    wrongWithoutTrain("--layers needs --train", "--layers", "stock");
  }

  private JsonNode json(Object... arguments) throws IOException {
    Object[] all = Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray();
    run(all);
    assertThat(out.toString().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("docsPerSecond").asDouble()).isPositive();
    assertThat(json.get("medianMillisPerBatch").asDouble()).isPositive();
    return json;
  }

  private void run(Object... arguments) {
    int code = execute(Stream.concat(Stream.of("--train"), Stream.of(arguments)));
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
  }

  private void wrong(String message, Object... arguments) {
    wrongWithoutTrain(message, Stream.concat(Stream.of("--train"), Stream.of(arguments)).toArray());
  }

  private void wrongWithoutTrain(String message, Object... arguments) {
    assertThat(execute(Stream.of(arguments))).as(message).isEqualTo(2);
    assertThat(err.toString()).startsWith("docket: ").contains(message);
    assertThat(err.toString().lines()).as(message).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  private int execute(Stream<Object> arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine = Docket.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return commandLine.execute(
        Stream.concat(Stream.of("benchmark"), arguments)
            .map(Object::toString)
            .toArray(String[]::new));
  }
}
