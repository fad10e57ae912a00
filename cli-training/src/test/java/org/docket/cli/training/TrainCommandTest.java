/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.docket.Categorizers;
import org.docket.cli.Docket;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private Exception failure;
  private Path input;
  private Path preset;

  @BeforeEach
  void writeFiles() throws Exception {
    StringBuilder csv = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i % 2 == 0 ? "Loan" : "Card").append(',');
      csv.append(
          (i % 2 == 0 ? "loan " : "card ") + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "\n");
    }
    input = Files.writeString(folder.resolve("toy.csv"), csv);
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.putAll(
        Map.of(
            "network.embedding", "8",
            "network.units", "4",
            "vocabulary.minDocuments", "2",
            "training.batchSize", "8",
            "training.epochs", "2",
            "training.patience", "2",
            "training.learningRate", "0.05"));
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    preset = Files.writeString(folder.resolve("toy.properties"), text);
  }

  @Test
  void trainsAModelAndAReport() {
    Path model = folder.resolve("model.bin");
    Path report = folder.resolve("report");

    int code = train("--input", input, "--output", model, "--config", preset, "--report", report);

    assertThat(failure).isNull();
    assertThat(code).isZero();
    assertThat(Categorizers.load(model).categories()).containsExactly("Card", "Loan");
    assertThat(out.toString())
        .contains("Card  #######")
        .contains("documents to train on")
        .contains("    1  ")
        .contains("    2  ")
        .contains("best epoch")
        .contains("model: " + model);
    assertThat(report.resolve("index.html")).exists();
    assertThat(report.resolve("history.csv")).content().hasLineCount(3);
    assertThat(folder.resolve("model.bin.checkpoint")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**/.part*");
  }

  @Test
  void validatesOnAFileIfThereIsOne() {
    Path model = folder.resolve("model.bin");

    train("--input", input, "--validation", input, "--output", model, "--config", preset);

    assertThat(failure).isNull();
    assertThat(out.toString()).contains("60 documents to train on, 60 to validate on");
  }

  @Test
  void mistakesAreToldBeforeAnyWork() {
    Path model = folder.resolve("model.bin");
    Path missing = folder.resolve("missing.csv");

    assertMistake("cannot write", "--input", input, "--output", folder.resolve("no/model.bin"));
    assertMistake(
        "the file " + missing + " does not exist",
        "--input",
        input,
        "--validation",
        missing,
        "--output",
        model);
    assertMistake(
        "there is no training preset nice",
        "--input",
        input,
        "--output",
        model,
        "--config",
        "nice");
    assertMistake(
        "no column \"Produce\"", "--input", input, "--output", model, "--label-column", "Produce");
    assertThat(model).doesNotExist();
  }

  @Test
  void theCheckpointStaysUntilTheModelHasBeenRead() throws Exception {
    Path checkpoint = Files.writeString(folder.resolve("model.bin.checkpoint"), "checkpoint");
    Path model = Files.writeString(folder.resolve("model.bin"), "no model");

    assertThatThrownBy(() -> TrainCommand.deleteCheckpoint(checkpoint, model))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(model.toString());

    assertThat(checkpoint).exists();
  }

  @Test
  void theCommandLineFindsTheCommandsThatTrain() {
    Map<String, CommandLine> commands = Docket.commandLine().getSubcommands();

    assertThat(commands.get("train").getCommandSpec().userObject())
        .isInstanceOf(TrainCommand.class);
    assertThat(commands.get("benchmark").getCommandSpec().userObject())
        .isInstanceOf(TrainingBenchmarkCommand.class);
  }

  private void assertMistake(String message, Object... arguments) {
    train(arguments);
    assertThat(failure).isInstanceOf(DocketException.class).hasMessageContaining(message);
    assertThat(out.toString()).doesNotContain("epoch");
  }

  private int train(Object... arguments) {
    String[] strings = new String[arguments.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = arguments[i].toString();
    }
    failure = null;
    return new CommandLine(new TrainCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              failure = exception;
              return 1;
            })
        .execute(strings);
  }
}
