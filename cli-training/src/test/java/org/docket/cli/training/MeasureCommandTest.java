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
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code train --folds} and {@code train --learning-curve}. */
class MeasureCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Exception failure;
  private Path input;
  private Path preset;
  private Path model;
  private Path report;

  @BeforeEach
  void writeFiles() throws IOException {
    input = ToyFiles.csv(folder.resolve("toy.csv"), ToyFiles.texts(240, 1));
    preset = ToyFiles.preset(folder.resolve("toy.properties"), ToyFiles.config());
    model = folder.resolve("model.bin");
    report = folder.resolve("report");
  }

  @Test
  void crossValidatesWithoutWritingAModel() throws IOException {
    int code = train("--input", input, "--config", preset, "--folds", 3, "--report", report);

    assertThat(failure).isNull();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("fold  documents  learned from", "mean and standard deviation of the 3 folds")
        .containsPattern("accuracy +0\\.\\d{4} ± 0\\.\\d{4}")
        .containsPattern("Mortgage +0\\.\\d{3} ± 0\\.\\d{3}")
        .doesNotContain("model:");
    JsonNode json = new ObjectMapper().readTree(report.resolve("folds.json").toFile());
    assertThat(json.get("kind").asText()).isEqualTo("folds");
    assertThat(json.get("folds").get("rows")).hasSize(3);
    assertThat(json.get("folds").get("spreads").get("accuracy").get("mean").asDouble())
        .isBetween(0.5, 1.0);
    assertThat(report.resolve("folds.html")).content().contains("Cross-validation, 3 folds");
    assertThat(report.resolve("folds.csv")).content().hasLineCount(1 + 3 * 4);
    assertThat(files(folder)).containsExactlyInAnyOrder("toy.csv", "toy.properties", "report");
  }

  @Test
  void jsonIsOneObjectAndNothingElse() throws IOException {
    train("--input", input, "--config", preset, "--folds", 2, "--output", model, "--json");

    assertThat(failure).isNull();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(out.toString()).hasLineCount(1);
    assertThat(json.get("kind").asText()).isEqualTo("folds");
    assertThat(json.get("folds").get("rows")).hasSize(2);
    assertThat(json.get("training").get("model").asText()).isEqualTo(model.toString());
  }

  @Test
  void trainsTheUsualModelAfterCrossValidation() throws IOException {
    train("--input", input, "--config", preset, "--output", folder.resolve("usual.bin"));

    train("--input", input, "--config", preset, "--output", model, "--folds", 2);

    assertThat(failure).isNull();
    assertThat(Files.readAllBytes(model))
        .isEqualTo(Files.readAllBytes(folder.resolve("usual.bin")));
    assertThat(files(folder))
        .containsExactlyInAnyOrder("toy.csv", "toy.properties", "model.bin", "usual.bin");
  }

  @Test
  void theWholeOfALearningCurveIsTheUsualModel() throws IOException {
    train("--input", input, "--config", preset, "--output", folder.resolve("usual.bin"));
    out.getBuffer().setLength(0);

    train(
        "--input",
        input,
        "--config",
        preset,
        "--output",
        model,
        "--learning-curve",
        "--report",
        report);

    assertThat(failure).isNull();
    assertThat(Files.readAllBytes(model))
        .isEqualTo(Files.readAllBytes(folder.resolve("usual.bin")));
    assertThat(out.toString())
        .contains(" 10 % of the documents", " 25 % of", " 50 % of", "100 % of")
        .contains("learning curve, each size measured on the same 24 documents")
        .contains("model: " + model);
    JsonNode json = new ObjectMapper().readTree(report.resolve("learning-curve.json").toFile());
    assertThat(json.get("kind").asText()).isEqualTo("learning-curve");
    assertThat(json.get("learningCurve").get("points")).hasSize(4);
    assertThat(json.get("learningCurve").get("points").get(0).get("runs")).hasSize(3);
    assertThat(report.resolve("learning-curve.html")).content().contains("Learning curve, up to");
    assertThat(report.resolve("learning-curve.csv")).content().hasLineCount(1 + 3 + 3 + 2 + 1);
    assertThat(report.resolve("index.html")).exists(); // of the model
    assertThat(files(folder))
        .containsExactlyInAnyOrder("toy.csv", "toy.properties", "model.bin", "usual.bin", "report");
  }

  @Test
  void aLearningCurveOnlyMeasuresWithoutOutput() throws IOException {
    train("--input", input, "--validation", input, "--config", preset, "--learning-curve");

    assertThat(failure).isNull();
    assertThat(out.toString())
        .contains("each size measured on the same 240 documents")
        .doesNotContain("model:");
    assertThat(files(folder)).containsExactlyInAnyOrder("toy.csv", "toy.properties");
  }

  @Test
  void mistakesAreToldInALineBeforeAnyWork() throws IOException {
    assertMistake("--folds must be from 2 to 20, but is 1", "--folds", 1);
    assertMistake("--folds must be from 2 to 20, but is 21", "--folds", 21);
    assertMistake("leave out one of them", "--folds", 2, "--learning-curve");
    assertMistake("measure without it", "--folds", 2, "--unlabelled", input);
    assertMistake("measure without it", "--learning-curve", "--soft-labels", input);
    assertMistake("--resume with --folds needs --output or --report", "--folds", 2, "--resume");
    Path soft = folder.resolve("soft.csv");
    Files.writeString(
        soft,
        "category,narrative,p(Card),p(Loan)\nCard,card a,1,0\nLoan,loan b,0,1\n"
            + "Card,card c,1,0\nLoan,loan d,0,1\n");
    input = soft;
    assertMistake("--folds does not go with the probabilities", "--folds", 2);
  }

  @Test
  void aCategoryThatIsTooSmallForTheFoldsIsNamed() throws IOException {
    Files.writeString(input, Files.readString(input) + "Rare,one of two\nRare,two of two\n");

    assertMistake("3 different documents of each category, but \"Rare\" has 2", "--folds", 3);
  }

  @Test
  void withoutMeasuringTheOutputIsNeeded() {
    int code = train("--input", input);

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("train needs --output MODEL");
  }

  private void assertMistake(String message, Object... arguments) {
    Object[] all =
        Stream.concat(Stream.of("--input", input, "--config", preset), Stream.of(arguments))
            .toArray();
    train(all);
    assertThat(failure).isInstanceOf(DocketException.class).hasMessageContaining(message);
    assertThat(failure.getMessage()).doesNotContain("\n");
    assertThat(out.toString()).doesNotContain("epoch  accuracy");
  }

  private int train(Object... arguments) {
    failure = null;
    return new CommandLine(new TrainCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              failure = exception;
              return 1;
            })
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private static Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
