/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.docket.cli.Docket;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TuneCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Exception failure;
  private Path input;
  private Path preset;
  private Path best;
  private Path report;

  @BeforeEach
  void writeFiles() throws IOException {
    input = ToyFiles.csv(folder.resolve("toy.csv"), ToyFiles.texts(180, 1));
    preset =
        ToyFiles.preset(
            folder.resolve("toy.properties"),
            ToyFiles.config("training.epochs", "4", "training.patience", "4"));
    best = folder.resolve("best.properties");
    report = folder.resolve("report");
  }

  @Test
  void writesAPresetThatTrainTakesAndAllTrials() throws IOException {
    int code = tune("--trials", 4, "--report", report);

    assertThat(failure).isNull();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("4 trials around the preset toy, seed 42")
        .contains("how long: 4 for 1 epoch, then the best 2 for 2 epochs, then the best 1 for 4")
        .contains("rung 1 of 3", "rung 3 of 3", "on go: 0", "the preset itself")
        .contains("trial    loss  accuracy  macro-F1  state")
        .contains("preset: " + best);
    TrainingConfig tuned = TrainingConfig.load(best);
    assertThat(tuned.parameters().keySet())
        .isEqualTo(TrainingConfig.load(preset).parameters().keySet());
    assertThat(best)
        .content()
        .contains("# Tuned from the preset toy: trial ", " of 4 ", "# Data: toy.csv, sha256 ");
    JsonNode json = new ObjectMapper().readTree(report.resolve("trials.json").toFile());
    assertThat(json.get("kind").asText()).isEqualTo("tuning");
    assertThat(json.get("trials").get("rows")).hasSize(4);
    assertThat(json.get("trials").get("rungs")).hasSize(3);
    assertThat(report.resolve("trials.csv")).content().startsWith("trial,state,rung,epochs,");
    assertThat(report.resolve("trials.html")).content().contains("Search around the preset toy");
    assertThat(files())
        .containsExactlyInAnyOrder("toy.csv", "toy.properties", "best.properties", "report");
  }

  @Test
  void jsonIsOneObjectAndNothingElse() throws IOException {
    tune("--trials", 2, "--json");

    assertThat(failure).isNull();
    assertThat(out.toString()).hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("trials").get("rows")).hasSize(2);
    assertThat(best).exists();
  }

  @Test
  void theSameSeedAndDataGiveTheSameTrialsAndTheSamePreset() throws IOException {
    tune("--trials", 4, "--report", report);
    String first = Files.readString(best);
    String trials = withoutSeconds(report.resolve("trials.json"));

    tune("--trials", 4, "--report", report);

    assertThat(failure).isNull();
    assertThat(best).content().isEqualTo(first);
    assertThat(withoutSeconds(report.resolve("trials.json"))).isEqualTo(trials);
    tune("--trials", 4, "--report", report, "--seed", 7);
    assertThat(withoutSeconds(report.resolve("trials.json"))).isNotEqualTo(trials);
  }

  /** Wherever it is interrupted. */
  @Test
  void anInterruptedSearchGoesOnAndComesOutTheSame() throws IOException {
    tune("--trials", 4, "--report", report);
    assertThat(failure).isNull();
    String whole = Files.readString(best);
    String trials = withoutSeconds(report.resolve("trials.json"));
    Files.delete(best);
    Path notes = folder.resolve("best.properties.trials");

    for (String line : List.of("    2       1 ", "rung 2 of 3", "    0       4 ")) {
      tuneUntil(line, "--trials", 4, "--report", report, "--resume");
      assertThat(failure).hasMessage("killed");
      assertThat(notes).exists();
      assertThat(best).doesNotExist();
    }
    out.getBuffer().setLength(0);
    tune("--trials", 4, "--report", report, "--resume");

    assertThat(failure).isNull();
    assertThat(best).content().isEqualTo(whole);
    assertThat(withoutSeconds(report.resolve("trials.json"))).isEqualTo(trials);
    assertThat(out.toString()).doesNotContain("rung 1 of 3", "rung 2 of 3"); // all noted
    assertThat(files())
        .containsExactlyInAnyOrder("toy.csv", "toy.properties", "best.properties", "report");
  }

  @Test
  void aSearchThatHasNothingToResumeFromSaysSo() {
    tuneUntil("rung 2 of 3", "--trials", 4, "--resume");

    assertThat(err.toString())
        .contains("there is no " + best + ".trials to resume from: starting at the beginning");
  }

  @Test
  void notesOfAnotherSearchAreRefused() throws IOException {
    tuneUntil("rung 2 of 3", "--trials", 4);

    assertMistake(
        "best.properties.trials is of another search: of other data, another preset or other options",
        "--trials",
        5,
        "--resume");
    assertMistake("is of another search", "--trials", 4, "--seed", 1, "--resume");
    input = ToyFiles.csv(input, ToyFiles.texts(180, 2));
    assertMistake("is of another search", "--trials", 4, "--resume");
    Files.writeString(folder.resolve("best.properties.trials"), "{\"fingerprint\":1}");
    assertMistake("cannot be read as the notes of a search", "--trials", 4, "--resume");
  }

  /** What tells the category is the seventh word: shorter texts say nothing. */
  @Test
  void aTrialThatCannotBeTrainedIsToldAndNotTheEnd() throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 6; word++) {
        text.append("w").append(Integer.toString(10_000 + 6 * i + word, 36)).append(' ');
      }
      String category = i % 2 == 0 ? "Loan" : "Card";
      texts.add(new LabelledText(category, text + category));
    }
    input = ToyFiles.csv(input, texts);
    preset =
        ToyFiles.preset(
            preset, ToyFiles.config("text.maxTokens", "8", "vocabulary.minDocuments", "5"));

    tune("--trials", 8, "--report", report);

    assertThat(failure).isNull();
    assertThat(out.toString())
        .contains("lost: no text of the category \"Card\" has a word that occurs often enough")
        .containsPattern("trials? (was|were) lost; the table says why")
        .contains("preset: " + best);
    assertThat(report.resolve("trials.csv")).content().contains(",\"lost: no text");
  }

  @Test
  void mistakesAreToldInALineBeforeAnyWork() throws IOException {
    assertMistake("--trials must be from 2 to 1000, but is 0", "--trials", 0);
    assertMistake("--trials must be from 2 to 1000, but is 1001", "--trials", 1001);
    assertMistake("--eta must be from 2 to 4, but is 1", "--eta", 1);
    best = preset;
    assertMistake("--output is the preset that is searched around", "--trials", 2);
    best = folder.resolve("no/best.properties");
    assertMistake("cannot write", "--trials", 2);
  }

  @Test
  void ofASearchWhoseTrialsAreAllLostNothingIsKeptToResumeFrom() throws IOException {
    ToyFiles.preset(preset, ToyFiles.config("vocabulary.minDocuments", "1000"));

    tune("--trials", 2);

    assertThat(failure)
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("all trials were lost; the preset itself because ");
    assertThat(folder).isDirectoryNotContaining("glob:**best.properties*");
  }

  @Test
  void aTableIsNoPresetToBeReplaced() throws IOException {
    best = ToyFiles.csv(folder.resolve("labelled.csv"), ToyFiles.texts(30, 2));
    String before = Files.readString(best);

    assertMistake(
        "labelled.csv is a table or a text, and --output would put a preset in its place");

    assertThat(best).hasContent(before);
  }

  @Test
  void aReportNeedsAFolderWithAName() {
    assertMistake("--report needs a folder, and " + input + " is a file", "--report", input);
    assertMistake("--report is empty: name the folder", "--report", "");
  }

  @Test
  void theCommandLineFindsIt() {
    assertThat(Docket.commandLine().getSubcommands().get("tune").getCommandSpec().userObject())
        .isInstanceOf(TuneCommand.class);
  }

  private void assertMistake(String message, Object... arguments) {
    out.getBuffer().setLength(0);
    tune(arguments);
    assertThat(failure).isInstanceOf(DocketException.class).hasMessageContaining(message);
    assertThat(failure.getMessage()).doesNotContain("\n");
    assertThat(out.toString()).doesNotContain("rung 1");
  }

  private int tune(Object... arguments) {
    return tune(new PrintWriter(out), arguments);
  }

  /** As if the process were killed when it prints this. */
  private void tuneUntil(String line, Object... arguments) {
    PrintWriter killing =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public PrintWriter printf(java.util.Locale locale, String format, Object... values) {
            if (String.format(locale, format, values).contains(line)) {
              throw new IllegalStateException("killed");
            }
            return this;
          }
        };
    tune(killing, arguments);
  }

  private int tune(PrintWriter to, Object... arguments) {
    failure = null;
    List<String> all = new ArrayList<>();
    Stream.of("--input", input, "--config", preset, "--output", best)
        .forEach(each -> all.add(each.toString()));
    Stream.of(arguments).forEach(each -> all.add(each.toString()));
    return new CommandLine(new TuneCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(to)
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              failure = exception;
              return 1;
            })
        .execute(all.toArray(String[]::new));
  }

  private static String withoutSeconds(Path file) throws IOException {
    return Files.readString(file).replaceAll("\"seconds\" : [0-9.E-]+", "");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
