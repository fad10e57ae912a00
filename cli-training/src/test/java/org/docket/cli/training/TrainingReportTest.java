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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docket.cli.training.reviewed.Reviews;
import org.docket.corpus.CorpusOptions;
import org.docket.model.ModelFile;
import org.docket.training.Trainer;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a training of a toy, and of one whose file has changed meanwhile. */
class TrainingReportTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final List<String> warnings = new ArrayList<>();
  private Path input;
  private Path report;

  @BeforeEach
  void writeInput() throws IOException {
    StringBuilder csv = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 200; i++) {
      String word = i % 2 == 0 ? "loan" : "card";
      csv.append(i % 2 == 0 ? "Loan" : "Card").append(',').append(word).append(' ');
      csv.append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
      csv.append((" " + word).repeat(i % 10 == 0 ? 30 : 1)).append('\n');
    }
    input = Files.writeString(folder.resolve("toy.csv"), csv);
    report = folder.resolve("report");
  }

  @Test
  void hasBothPartsAndAllEpochs() throws IOException {
    JsonNode data = train(() -> {});

    assertThat(warnings).isEmpty();
    assertThat(data.get("kind").asText()).isEqualTo("training");
    assertThat(data.at("/epochs/rows")).hasSize(2);
    assertThat(data.at("/epochs/words").asText()).isNotEmpty();
    assertThat(data.at("/epochs/best").asInt()).isBetween(1, 2);
    for (String key : List.of("seconds", "trainLoss", "networkMacroF1", "validationAccuracy")) {
      assertThat(data.at("/epochs/rows/1/" + key).isNumber()).as(key).isTrue();
    }
    assertThat(data.at("/histogram/parts/0/name").asText()).isEqualTo("training");
    assertThat(data.at("/histogram/parts/1/name").asText()).isEqualTo("validation");
    int training = data.at("/lengths/parts/0/documents").asInt();
    int validation = data.at("/lengths/parts/1/documents").asInt();
    assertThat(training + validation).isEqualTo(200);
    assertThat(data.at("/summary/documents").asInt()).isEqualTo(validation);
    int cut = data.at("/lengths/parts/0/cut").asInt() + data.at("/lengths/parts/1/cut").asInt();
    assertThat(cut).isEqualTo(20);
    assertThat(data.at("/lengths/limit").asInt()).isEqualTo(20);
    assertThat(data.get("findings").toString()).contains("training texts", "longer than what");
    assertThat(Files.readAllLines(report.resolve("predictions.csv"))).hasSize(validation + 1);
    assertThat(Files.readAllLines(report.resolve("history.csv")).get(0))
        .startsWith(
            "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,"
                + "validation_macro_f1,");
    assertThat(report.resolve("macro-f1.png")).isNotEmptyFile();
    assertThat(data.get("facts").findValuesAsText("name"))
        .contains("Parameters", "Training data", "Versions of the training", "Times");
  }

  @Test
  void withoutItsDocumentsHasTheFiguresAndSaysWhy() throws IOException {
    JsonNode data =
        train(() -> Files.writeString(input, "Card,one more\n", StandardOpenOption.APPEND));

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("the report has no documents and no label errors", "has changed since");
    assertThat(data.at("/epochs/rows")).hasSize(2);
    assertThat(data.at("/confusion/counts")).hasSize(2);
    assertThat(data.has("documents")).isFalse();
    assertThat(data.has("labelErrors")).isFalse();
    assertThat(report.resolve("predictions.csv")).doesNotExist();
    assertThat(report.resolve("label-errors.csv")).doesNotExist();
    assertThat(report.resolve("index.html")).isNotEmptyFile();
    assertThat(report).isDirectoryNotContaining("glob:**/.*");
  }

  @FunctionalInterface
  private interface Meanwhile {
    void happens() throws IOException;
  }

  private JsonNode train(Meanwhile meanwhile) throws IOException {
    TrainingConfig preset = preset();
    Path model = folder.resolve("model.bin");
    RunTimes times = new RunTimes();
    TrainingFiles files = new TrainingFiles(CorpusOptions.defaults(), folder);
    TrainingData data = files.read(List.of(input), List.of(), preset);
    try (EncodedCorpus corpus = data.corpus();
        TrainingReport writing =
            new TrainingReport(
                report, CorpusOptions.defaults(), List.of(input), List.of(), Reviews.none())) {
      assertThat(corpus.categories()).containsExactly("Card", "Loan");
      TrainingResult result =
          Trainer.train(data, preset, folder.resolve("checkpoint"), false, times);
      ModelFile.write(result.model(), model);
      meanwhile.happens();
      writing.write(
          new TrainingReport.Run(model, data, result, "", times),
          new TrainingReport.Output(new PrintWriter(out), warnings::add));
    }
    return new ObjectMapper().readTree(report.resolve("report.json").toFile());
  }

  private TrainingConfig preset() throws IOException {
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.putAll(
        Map.of(
            "network.embedding", "8",
            "network.units", "4",
            "text.maxTokens", "20",
            "vocabulary.minDocuments", "2",
            "training.batchSize", "8",
            "training.epochs", "2",
            "training.patience", "2",
            "training.learningRate", "0.05"));
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return TrainingConfig.load(
        Files.writeString(folder.resolve("toy.properties"), text).toString());
  }
}
