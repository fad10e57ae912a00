/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.docket.Categorization;
import org.docket.Categorizers;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.soft.SoftLabels;
import org.docket.corpus.soft.TextHash;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SoftLabelTrainingTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Exception failure;
  private Path input;
  private Path preset;
  private Path model;

  @BeforeEach
  void writeFiles() throws Exception {
    model = folder.resolve("model.bin");
    StringBuilder csv = new StringBuilder("nr,category,narrative\n");
    for (int i = 0; i < 60; i++) {
      csv.append("n" + i).append(',').append(category(i)).append(',').append(text(i)).append('\n');
    }
    input = Files.writeString(folder.resolve("toy.csv"), csv);
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.putAll(
        Map.of(
            "network.embedding", "8",
            "network.units", "4",
            "vocabulary.minDocuments", "2",
            "training.batchSize", "8",
            "training.epochs", "3",
            "training.patience", "3",
            "training.learningRate", "0.05"));
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    preset = Files.writeString(folder.resolve("toy.properties"), text);
  }

  @Test
  void columnsOfTheInputAreLearnedFromBesideTheLabel() throws Exception {
    StringBuilder csv = new StringBuilder("category,narrative,p(Loan),p(Card)\n");
    for (int i = 0; i < 60; i++) {
      csv.append(category(i)).append(',').append(text(i)).append(i % 2 == 0 ? ",0.9,0.1" : ",,");
      csv.append('\n');
    }
    input = file("columns.csv", csv.toString());

    train();

    assertThat(out.toString()).contains("soft labels beside the label: 30 of 60 documents");
    assertThat(provenance())
        .containsEntry("data.softLabels.documents", "30")
        .containsEntry("data.unlabelled.documents", "0");
  }

  @Test
  void jsonMayHaveAnObjectOfProbabilities() throws Exception {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String label = i < 50 ? "\"category\": \"" + category(i) + "\", " : "";
      json.append("{" + label + "\"text\": \"" + text(i) + "\", \"probabilities\": {");
      json.append(i % 2 == 0 ? "\"Loan\": 1, \"Card\": 0" : "\"Loan\": 0, \"Card\": 1");
      json.append("}}\n");
    }
    input = file("toy.jsonl", json.toString());

    train();

    assertThat(out.toString())
        .contains("soft labels beside the label: 50 of 50 documents")
        .contains("soft labels alone: 10 texts without a label" + System.lineSeparator());
  }

  @Test
  void aFileIsJoinedByTheHashOfTheTextAsItStandsInItsCell() throws Exception {
    input =
        file(
            "toy.csv",
            Files.readString(input) + "x,Loan,\" loan \"\"it\"\"\r\n said \"\ny,Card,card it\n");
    StringBuilder csv = new StringBuilder("text_hash,p(Card),p(Loan)\n");
    for (int i = 0; i < 60; i++) {
      csv.append(TextHash.of(text(i))).append(i % 2 == 0 ? ",0.25,0.75\n" : ",0.75,0.25\n");
    }
    csv.append(TextHash.of(" loan \"it\"\r\n said ")).append(",0,1\n");
    csv.append(TextHash.of("nobody wrote this")).append(",0,1\n");
    Path labels = file("soft.csv", csv.toString());

    train("--soft-labels", labels);

    assertThat(out.toString())
        .contains("soft labels beside the label: 61 of 62 documents")
        .contains(labels + ": 1 of its 62 soft labels are of no text to train on");
    assertThat(err.toString()).isEmpty();
    assertThat(provenance())
        .containsEntry("data.softLabels.file1", "soft.csv")
        .containsKey("data.softLabels.file1.sha256");
  }

  @Test
  void aFileIsJoinedByAnIdOrTheNumberOfTheRowAcrossAllInputs() throws Exception {
    train(
        "--soft-labels",
        file("ids.csv", "id,p(Card),p(Loan)\nn0,0,1\nn3,1,0\n"),
        "--id-column",
        "nr");
    assertThat(out.toString()).contains("soft labels beside the label: 2 of 60 documents");

    Path more = file("more.csv", "category,narrative\nLoan,\nLoan,loan other\n");
    train(
        "--input",
        more,
        "--soft-labels",
        file("rows.csv", "row,p(Card),p(Loan)\n62,0,1\n61,0,1\n"));
    assertThat(out.toString())
        .contains("soft labels beside the label: 1 of 61 documents")
        .contains("rows.csv: 1 of its 2 soft labels are of no text to train on");
  }

  @Test
  void textsWithoutLabelsAreLearnedFromByTheirProbabilities() throws Exception {
    StringBuilder labels = new StringBuilder("text_hash,p(Card),p(Loan)\n");
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String text = "escrow " + text(i).substring(5);
      texts.append(text).append('\n');
      if (i < 39) {
        labels.append(TextHash.of(text)).append(",0,1\n");
      }
    }
    train(
        "--soft-labels",
        file("soft.csv", labels.toString()),
        "--unlabelled",
        file("texts.txt", texts.toString()));

    assertThat(out.toString())
        .contains("soft labels beside the label: 0 of 60 documents")
        .contains("soft labels alone: 39 texts without a label; left out for they have neither: 1");
    Categorization escrow = Categorizers.load(model).categorize("escrow");
    assertThat(escrow.best().category()).isEqualTo("Loan");
    assertThat(provenance())
        .containsEntry("data.unlabelled.file1", "texts.txt")
        .containsEntry("data.unlabelled.documents", "39");
  }

  @Test
  void otherProbabilitiesAreAnotherTraining() throws Exception {
    train("--soft-labels", file("soft.csv", "id,p(Card),p(Loan)\nn0,0,1\n"), "--id-column", "nr");
    byte[] first = Files.readAllBytes(model);
    train("--soft-labels", file("soft.csv", "id,p(Card),p(Loan)\nn0,0,1\n"), "--id-column", "nr");
    assertThat(Files.readAllBytes(model)).isEqualTo(first);

    train("--soft-labels", file("soft.csv", "id,p(Card),p(Loan)\nn0,1,0\n"), "--id-column", "nr");
    assertThat(Files.readAllBytes(model)).isNotEqualTo(first);
  }

  @Test
  void aFileOfOtherTextsIsToldOrRefused() throws Exception {
    assertMistake(
        "none of the 1 soft labels of",
        "--soft-labels",
        file("soft.csv", "text_hash,p(Card),p(Loan)\n0123456789abcdef,1,0\n"));
    train("--soft-labels", file("few.csv", "row,p(Card),p(Loan)\n1,0,1\n901,0,1\n902,0,1\n"));
    assertThat(err.toString())
        .contains("few.csv: most of its soft labels, 2 of 3, are of no text to train on");
  }

  @Test
  void otherCategoriesThanThoseOfTheLabelsAreRefused() throws Exception {
    assertMistake(
        "more.csv has probabilities of \"Lone\", which no document to train on is labelled with; the"
            + " labels are: Card, Loan",
        "--soft-labels",
        file("more.csv", "row,p(Card),p(Loan),p(Lone)\n1,1,0,0\n"));
    assertMistake(
        "few.csv has no probabilities of \"Home\", the label of 1 of the documents; it has those of:"
            + " Card, Loan",
        "--input",
        file("home.csv", "category,narrative\nHome,home\n"),
        "--soft-labels",
        file("few.csv", "row,p(Card),p(Loan)\n1,1,0\n"));
  }

  @Test
  void theReportFindsTheValidationDocumentsAmongTextsWithoutLabels() throws Exception {
    StringBuilder csv = new StringBuilder("category,narrative,p(Loan),p(Card)\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i % 3 == 0 ? "," : category(i) + ",").append(text(i)).append(",0.5,0.5\n");
    }
    input = file("columns.csv", csv.toString());

    train("--report", folder.resolve("report"));

    assertThat(out.toString() + err).doesNotContain("has changed").doesNotContain("cannot be");
    assertThat(folder.resolve("report/index.html")).exists();
  }

  @Test
  void whereNothingHasALabelThatIsTold() throws Exception {
    input = file("columns.csv", "narrative,p(Loan),p(Card)\nloan,1,0\ncard,0,1\n");

    assertMistake("no document to train on has a label: beside probabilities some are needed");
  }

  @Test
  void categoriesAreThoseThatTheLabelMapGives() throws Exception {
    train(
        "--label-map",
        file("map.csv", "Card,Credit card\nLoan,Loan\n"),
        "--soft-labels",
        file("soft.csv", "row,p(Credit card),p(Loan)\n1,0,1\n"));

    assertThat(out.toString()).contains("soft labels beside the label: 1 of 60 documents");
  }

  @Test
  void whatDoesNotGoTogetherIsToldBeforeAnyWork() throws Exception {
    Path texts = file("texts.txt", "a text\n");
    assertMistake("--unlabelled gives texts to learn from by their", "--unlabelled", texts);
    assertMistake(
        "is joined by the number of the row in --input",
        "--unlabelled",
        texts,
        "--soft-labels",
        file("rows.csv", "row,p(Card),p(Loan)\n1,0,1\n"));
    assertMistake("--id-column joins the file of --soft-labels", "--id-column", "nr");
    input = file("columns.csv", "category,narrative,p(Loan),p(Card)\nLoan,loan,1,0\n");
    assertMistake(
        "columns.csv has columns of probabilities itself, and --soft-labels gives others",
        "--soft-labels",
        file("rows.csv", "row,p(Card),p(Loan)\n1,0,1\n"));
    assertMistake(
        "more.csv has no column p(Card), and has a column p(Lone) unlike",
        "--input",
        file("more.csv", "category,narrative,p(Loan),p(Lone)\nLoan,loan,1,0\n"));
  }

  @Test
  void aTeacherLabelsAllTextsButThoseThatAreValidatedOn() throws Exception {
    Path texts = file("texts.txt", "lend me\nlend again\n");

    train("--teacher", "--unlabelled", texts);

    Path labels = folder.resolve("model.bin.soft-labels.csv.gz");
    assertThat(out.toString()).contains("the toy is sure", "soft labels: " + labels);
    int taught = ToyTeacher.asked.labelled().size();
    assertThat(taught).isBetween(45, 59);
    assertThat(out.toString()).contains((taught + 2) + " documents to train on");
    assertThat(ToyTeacher.asked.unlabelled()).containsExactly("lend me", "lend again");
    assertThat(ToyTeacher.asked.cache()).doesNotExist();
    assertThat(provenance())
        .containsEntry("teacher.encoder", "toy")
        .containsEntry("data.softLabels.documents", String.valueOf(taught))
        .containsEntry("data.unlabelled.documents", "2");
    SoftLabels read = SoftLabels.read(labels, OnBadRow.FAIL, notice -> {});
    assertThat(read.size()).isEqualTo(taught + 2);
    assertThat(read.find(TextHash.of("lend me")).orElseThrow()[0]).isEqualTo(0.1234f);
  }

  @Test
  void theSoftLabelsOfATeacherTrainTheSameNetworkAgain() throws Exception {
    train("--teacher");
    Map<String, String> provenance = provenance();
    Path labels =
        Files.copy(folder.resolve("model.bin.soft-labels.csv.gz"), folder.resolve("s.gz"));

    train("--soft-labels", labels);

    assertThat(provenance().get("validation.loss")).isEqualTo(provenance.get("validation.loss"));
    assertThat(provenance().get("best.epoch")).isEqualTo(provenance.get("best.epoch"));
  }

  @Test
  void whatATeacherDoesNotGoWithIsTold() throws Exception {
    assertMistake(
        "--teacher makes soft labels, and --soft-labels gives others",
        "--teacher",
        "--soft-labels",
        file("rows.csv", "row,p(Card),p(Loan)\n1,0,1\n"));
    input = file("columns.csv", "category,narrative,p(Loan),p(Card)\nLoan,loan,1,0\n");
    assertMistake("has columns of probabilities itself, and --teacher makes others", "--teacher");
  }

  private static String category(int i) {
    return i % 2 == 0 ? "Loan" : "Card";
  }

  private static String text(int i) {
    return (i % 2 == 0 ? "loan " : "card ") + (char) ('a' + i % 26) + (char) ('a' + i / 26);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Map<String, String> provenance() throws IOException {
    CategorizerModel read = ModelFile.read(model);
    return read.provenance();
  }

  private void assertMistake(String message, Object... arguments) {
    run(arguments);
    assertThat(failure).isInstanceOf(DocketException.class).hasMessageContaining(message);
    assertThat(out.toString()).doesNotContain("epoch");
  }

  private void train(Object... arguments) {
    run(arguments);
    assertThat(failure).isNull();
  }

  private void run(Object... arguments) {
    String[] strings = new String[arguments.length + 6];
    String[] ours = {
      "--input", input.toString(), "--output", model.toString(), "--config", preset.toString()
    };
    System.arraycopy(ours, 0, strings, 0, ours.length);
    for (int i = 0; i < arguments.length; i++) {
      strings[ours.length + i] = arguments[i].toString();
    }
    failure = null;
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    new CommandLine(new TrainCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              failure = exception;
              return 1;
            })
        .execute(strings);
  }
}
