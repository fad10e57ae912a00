/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.docket.Categorizers;
import org.docket.cli.Docket;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;
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
  void writesForTensorBoardAndSaysHowToWatch() throws Exception {
    Path model = folder.resolve("model.bin");
    Path logs = folder.resolve("logs of mine");

    train("--input", input, "--output", model, "--config", preset, "--tensorboard", logs);

    assertThat(failure).isNull();
    assertThat(out.toString())
        .contains("to watch it: tensorboard --logdir \"" + logs + "\"")
        .contains("TensorBoard: " + logs.resolve("model-1") + ", with 2 words in the projector");
    for (String run : List.of("train", "validation")) {
      assertThat(logs.resolve("model-1").resolve(run))
          .isDirectoryContaining("glob:**/events.out.tfevents.*");
    }
    assertThat(logs.resolve("model-1/train/projector_config.pbtxt")).exists();
  }

  @Test
  void aFolderForTensorBoardThatCannotBeWrittenIsToldBeforeTheInputIsRead() {
    Path model = folder.resolve("model.bin");
    Path missing = folder.resolve("missing.csv");

    train("--input", missing, "--output", model, "--config", preset, "--tensorboard", input);

    assertThat(failure)
        .isInstanceOf(DocketException.class)
        .hasMessage("--tensorboard needs a folder, and " + input + " is a file");
  }

  @Test
  void jsonIsOneObjectAboutTheModelAndNothingElse() throws Exception {
    Path model = folder.resolve("model.bin");

    assertThat(train("--json", "--input", input, "--output", model, "--config", preset)).isZero();

    assertThat(out.toString().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("model").asText()).isEqualTo(model.toString());
    assertThat(json.get("sha256").asText()).isEqualTo(Sha256.hex(model));
    assertThat(json.get("epochs").asInt()).isEqualTo(2);
    assertThat(json.get("bestEpoch").asInt()).isBetween(1, 2);
    assertThat(json.get("interrupted").asBoolean()).isFalse();
    assertThat(json.get("seconds").asDouble()).isPositive();
    assertThat(json.get("report").isNull()).isTrue();
    assertThat(json.at("/validation/accuracy").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.get("history")).hasSize(2);
  }

  @Test
  void quietLeavesTheResult() {
    Path model = folder.resolve("model.bin");

    String[] command = {
      "train",
      "--quiet",
      "--input",
      input.toString(),
      "--output",
      model.toString(),
      "--config",
      preset.toString()
    };
    assertThat(Docket.commandLine().setOut(new PrintWriter(out)).execute(command)).isZero();

    assertThat(out.toString())
        .startsWith("\nbest epoch ")
        .endsWith("model: " + model + "\n")
        .doesNotContain("documents to train on", "#####", "epoch     loss");
  }

  @Test
  void validatesOnAFileIfThereIsOne() {
    Path model = folder.resolve("model.bin");

    train("--input", input, "--validation", input, "--output", model, "--config", preset);

    assertThat(failure).isNull();
    assertThat(out.toString()).contains("60 documents to train on, 60 to validate on");
  }

  @Test
  void tellsWhatTheLengthOfTheTextsDoesToStopWords() throws Exception {
    Path model = folder.resolve("model.bin");
    String csv = Files.readString(input);
    Path longer =
        Files.writeString(
            folder.resolve("longer.csv"),
            csv.replaceAll("(?m)(loan|card) (..)$", "$1 $2" + " $1".repeat(60)));
    String text = Files.readString(preset);
    Path english =
        Files.writeString(
            folder.resolve("english.properties"),
            text.replace("text.stopWords=auto", "text.stopWords=english"));

    train("--input", input, "--output", model, "--config", preset);
    assertThat(out.toString())
        .contains("stop words are kept: 60 of the first 60 texts have fewer than 50 words");

    out.getBuffer().setLength(0);
    train("--input", longer, "--output", model, "--config", preset);
    assertThat(failure).isNull();
    assertThat(out.toString())
        .contains("stop words are left out: 0 of the first 60 texts have fewer than 50 words");

    out.getBuffer().setLength(0);
    train("--input", input, "--output", model, "--config", english);
    assertThat(failure).isNull();
    assertThat(out.toString()).contains("best epoch").doesNotContain("stop words");
  }

  @Test
  void theReportListsLikelyLabelErrorsOfTheValidationFile() throws Exception {
    Path validation = folder.resolve("validation.csv");
    String html = "loan <script>alert(1)</script> loan";
    Files.writeString(validation, Files.readString(input) + "Card," + html + "\n");
    Path report = folder.resolve("report");

    train(
        "--input",
        input,
        "--validation",
        validation,
        "--output",
        folder.resolve("model.bin"),
        "--config",
        longer(preset),
        "--report",
        report);

    assertThat(failure).isNull();
    assertThat(report.resolve("index.html"))
        .content()
        .contains("validation.csv, row 61, line 62")
        .doesNotContain(html);
    JsonNode errors = json(report.resolve("report.json")).get("labelErrors");
    assertThat(errors.get("documents").asInt()).isEqualTo(61);
    assertThat(errors.at("/pairs/0/likely").asText()).isEqualTo("Loan");
    assertThat(errors.at("/first/0/text").asText()).isEqualTo(html);
    assertThat(report.resolve("label-errors.csv")).content().contains(html);
    assertThat(out.toString()).contains("likely label errors of the validation part: 1");
    assertThat(report.resolve("metrics.json")).content().contains("\"listed\" : 1");
  }

  /** Some labels of all are wrong; those that are listed are of the validation part. */
  @Test
  void theReportListsLikelyLabelErrorsOfThePartThatWasSplitOff() throws Exception {
    StringBuilder csv = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 600; i++) {
      String word = i % 2 == 0 ? "loan" : "card";
      String label = (i % 2 == 0) == (i % 20 != 7 && i % 20 != 14) ? "Loan" : "Card";
      csv.append(label).append(',').append(word).append(' ');
      csv.append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ').append(word);
      csv.append('\n');
    }
    Files.writeString(input, csv);
    List<String> lines = Files.readAllLines(input);
    Path report = folder.resolve("report");

    train(
        "--input",
        input,
        "--output",
        folder.resolve("model.bin"),
        "--config",
        longer(preset),
        "--report",
        report);

    assertThat(failure).isNull();
    List<String> errors = Files.readAllLines(report.resolve("label-errors.csv"));
    assertThat(errors.subList(1, errors.size()))
        .hasSizeBetween(2, 30)
        .allSatisfy(
            error -> {
              String[] fields = error.split(",");
              String line = lines.get(Integer.parseInt(fields[2]) - 1);
              assertThat(line).isEqualTo(fields[4] + "," + fields[8]);
              assertThat(fields[8]).startsWith(fields[6].toLowerCase(Locale.ROOT));
              assertThat(fields[6]).isNotEqualTo(fields[4]);
            });
  }

  @Test
  void aFileThatChangesWhileTrainingIsToldInPlaceOfLabelErrors() throws Exception {
    TrainingFiles files = new TrainingFiles(CorpusOptions.defaults(), folder);
    TrainingData data = files.read(List.of(input), List.of(), TrainingConfig.load(preset + ""));
    try (EncodedCorpus corpus = data.corpus()) {
      assertThat(corpus.categories()).hasSize(2);
      TrainingDocuments documents =
          new TrainingDocuments(CorpusOptions.defaults(), data, Reviews.none(), null);
      Files.writeString(input, "Card,one more\n", StandardOpenOption.APPEND);

      assertThatThrownBy(
              () -> documents.collect(List.of(input), List.of(), (document, place, answer) -> {}))
          .isInstanceOf(DocketException.class)
          .hasMessage(input + " has changed since the training began");
    }
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

    assertThatThrownBy(() -> ModelTraining.deleteCheckpoint(checkpoint, model))
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

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  /** With which the toy is learned. */
  private static Path longer(Path preset) throws IOException {
    String text = Files.readString(preset);
    return Files.writeString(
        preset, text.replaceAll("(training\\.(epochs|patience))=2\\n", "$1=12\n"));
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
