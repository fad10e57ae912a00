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
import java.util.Locale;
import java.util.Map;
import org.docket.Categorizers;
import org.docket.corpus.soft.TextHash;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code train --reviewed}: what people decided. */
class ReviewedTrainingTest {

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
    StringBuilder csv = new StringBuilder("complaint_id,category,narrative\n");
    for (int i = 0; i < 60; i++) {
      csv.append("n" + i + ',' + category(i) + ',' + text(i) + '\n');
    }
    input = file("toy.csv", csv.toString());
    preset =
        ToyFiles.preset(
            folder.resolve("toy.properties"),
            ToyFiles.config("vocabulary.minDocuments", "1", "training.learningRate", "0.05"));
  }

  @Test
  void theExportOfReviewsReplacesLabelsOfTheSameDocumentsAndAddsOthers() throws Exception {
    Path reviewed =
        file(
            "reviews.jsonl",
            review("n0", text(0), "Card", "2026-11-01T10:00:00Z")
                + review("other", text(2).toUpperCase(Locale.ROOT) + ".", "Loan", "")
                + review("new1", "card new words", "Card", "2026-11-01T10:00:00Z")
                + review("new2", "loan new words", "Loan", "2026-11-01T10:00:00Z"));

    train("--reviewed", reviewed);

    assertThat(out.toString())
        .contains(
            "reviewed: 4 documents, learned from and not validated on; labels of --input that"
                + " they replace: 2, of these by another one: 1");
    assertThat(out.toString()).contains("55 documents to train on, 7 to validate on");
    assertThat(err.toString()).isEmpty();
    assertThat(provenance())
        .containsEntry("data.reviewed.file1", "reviews.jsonl")
        .containsKey("data.reviewed.file1.sha256")
        .containsEntry("data.reviewed.documents", "4")
        .containsEntry("data.reviewed.replaced", "2")
        .containsEntry("data.reviewed.differed", "1")
        .containsEntry("data.reviewed.leftOut", "0");
  }

  @Test
  void anIdOfAnotherNumberingReplacesNothing() throws Exception {
    train(
        "--reviewed",
        file("r.csv", "id,category,narrative\nn1,Loan,nothing of that text is in it\n"));

    assertThat(out.toString()).contains("labels of --input that they replace: 0");
    assertThat(err.toString())
        .contains("with the id of a reviewed document and a text unlike its: 1 document,");
  }

  @Test
  void anEditedTextIsFoundByItsIdInAColumnThatIsNamed() throws Exception {
    input = file("n.csv", Files.readString(input).replace("complaint_id", "nr"));
    Path reviewed = file("r.csv", "nr,category,narrative\nn1," + "Loan,edited " + text(1) + "\n");

    train("--reviewed", reviewed);
    assertThat(out.toString()).contains("labels of --input that they replace: 0");
    train("--reviewed", reviewed, "--id-column", "nr");
    assertThat(out.toString())
        .contains("labels of --input that they replace: 1, of these by another one: 1")
        .contains("61 texts"); // both texts are learned
  }

  @Test
  void theLastReviewCountsAndDisagreementIsTold() throws Exception {
    train(
        "--reviewed",
        file(
            "r.jsonl",
            review("n0", text(0), "Loan", "2026-11-02T10:00:00Z")
                + review("n0", text(0), "Card", "2026-11-01T10:00:00+00:00")
                + review("n2", text(2), "Loan", "yesterday")));

    assertThat(out.toString())
        .contains("reviewed: 2 documents (3 reviews)", "of these by another one: 0");
    assertThat(err.toString())
        .contains("reviewed more than once, with different categories: 1 document;")
        .contains("1 review has no time in reviewed_at, but \"yesterday\" or the like");
  }

  @Test
  void whatStandsInValidationTooIsToldAndLeftOut() throws Exception {
    Path validation =
        file("v.csv", "id,category,narrative\nn9,Card," + text(9) + "\nx,Loan,loan other ab\n");

    train(
        "--validation",
        validation,
        "--reviewed",
        file("r.jsonl", review("n9", text(9), "Loan", "") + review("n1", text(1), "Card", "")));

    assertThat(err.toString())
        .contains(
            "and so not learned from: 1 of the 2 reviewed documents, and 1 document of --input like"
                + " them")
        .contains("with another label in --validation than people gave: 1 document;")
        .doesNotContain("word for word");
    assertThat(out.toString()).contains("59 documents to train on, 2 to validate on");
    assertThat(provenance()).containsEntry("data.reviewed.leftOut", "1");
  }

  @Test
  void reviewedDocumentsAreNotSplitOffToValidateOn() throws Exception {
    StringBuilder reviewed = new StringBuilder();
    for (int i = 0; i < 56; i++) {
      reviewed.append(review("n" + i, text(i), category(i), ""));
    }
    Path file = file("r.jsonl", reviewed.toString());
    assertMistakeOf(
        "too few documents to split off a validation part, which takes none of a category that has"
            + " one only, none of --reviewed, and none that begins like one of it",
        file(
            "all.jsonl",
            reviewed
                + review("", text(56), "Loan", "")
                + review("", text(57), "Card", "")
                + review("", text(58), "Loan", "")
                + review("", text(59), "Card", "")));

    train("--reviewed", file, "--report", folder.resolve("report"));

    assertThat(out.toString())
        .containsPattern("5[678] documents to train on, [234] to validate on");
    String predictions = Files.readString(folder.resolve("report/predictions.csv"));
    assertThat(predictions.lines().skip(1)).hasSizeBetween(2, 4);
    assertThat(predictions).containsPattern("(58|59|60|61)"); // the lines of the last four
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aNewCategoryIsLearnedAndToldWithItsDocuments() throws Exception {
    StringBuilder reviewed = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      reviewed.append(review("c" + i, "crypto wallet " + (char) ('a' + i), "Crypto", ""));
    }
    reviewed.append(review("g", "gift voucher", "Gift", ""));

    train("--reviewed", file("r.jsonl", reviewed.toString()));

    assertThat(err.toString())
        .contains("2 categories are in --reviewed only: \"Crypto\" (12), \"Gift\" (1);")
        .contains("no figure is of it")
        .contains("1 category has one document only: \"Gift\"");
    assertThat(Categorizers.load(model).categories()).contains("Crypto", "Gift");
    assertThat(Categorizers.load(model).categorize("crypto wallet").best().category())
        .isEqualTo("Crypto");
  }

  @Test
  void aLabelMapIsForLabelsAndNotForCategoriesThatPeopleChose() throws Exception {
    input = file("p.csv", Files.readString(input).replace("category", "product"));
    train(
        "--label-column",
        "product",
        "--label-map",
        file("map.csv", "Card,Credit card\nLoan,Loans\n"),
        "--reviewed",
        file(
            "r.jsonl",
            review("n0", text(0), "Credit card", "")
                + review("n2", text(2), "Card", "")
                + review("c", "crypto wallet", "Crypto", "")));

    assertThat(Categorizers.load(model).categories())
        .containsExactlyInAnyOrder("Credit card", "Crypto", "Loans");
    assertThat(out.toString())
        .contains("labels of --input that they replace: 2, of these by another one: 2");
  }

  @Test
  void aWeightIsAnotherTrainingAndResumesExactly() throws Exception {
    Path reviewed = file("r.jsonl", review("n0", text(0), "Card", ""));
    train("--reviewed", reviewed);
    byte[] first = Files.readAllBytes(model);
    train("--reviewed", reviewed, "--reviewed-weight", "1");
    assertThat(Files.readAllBytes(model)).isEqualTo(first);
    train("--reviewed", reviewed, "--reviewed-weight", "4");
    assertThat(Files.readAllBytes(model)).isNotEqualTo(first);
    assertThat(out.toString()).contains("learned from with weight 4.0");
    assertThat(provenance()).containsEntry("data.reviewed.weight", "4.0");
  }

  @Test
  void softLabelsOfReviewedDocumentsDoNotCount() throws Exception {
    StringBuilder soft = new StringBuilder("text_hash,p(Card),p(Loan)\n");
    for (int i = 0; i < 60; i++) {
      soft.append(TextHash.of(text(i))).append(i % 2 == 0 ? ",0.25,0.75\n" : ",0.75,0.25\n");
    }
    train(
        "--soft-labels",
        file("soft.csv", soft.toString()),
        "--reviewed",
        file(
            "r.jsonl",
            review("n0", text(0), "Card", "") + review("c", "crypto wallet", "Crypto", "")));

    assertThat(out.toString()).contains("soft labels beside the label: 59 of 60 documents");
    assertThat(out.toString()).doesNotContain("are of no text");
  }

  @Test
  void aTeacherLearnsWhatPeopleSaidAndHasNoSayInIt() throws Exception {
    train(
        "--teacher",
        "--reviewed",
        file("r.jsonl", review("n0", text(0), "Card", "") + review("z", "card zz", "Card", "")));

    assertThat(ToyTeacher.asked.labelled())
        .anyMatch(text -> text.text().equals(text(0)) && text.category().equals("Card"))
        .anyMatch(text -> text.text().equals("card zz"));
    int taught = ToyTeacher.asked.labelled().size();
    assertThat(provenance()).containsEntry("data.softLabels.documents", String.valueOf(taught - 2));
    assertThat(out.toString()).contains(taught + " documents to train on");
  }

  @Test
  void foldsAndLearningCurvesMeasureOnOtherDocuments() throws Exception {
    Path reviewed =
        file("r.jsonl", review("n0", text(0), "Card", "") + review("z", "card zz", "Card", ""));
    train("--reviewed", reviewed, "--folds", "2", "--json");
    JsonNode folds = json();
    int tested = 0;
    for (JsonNode fold : folds.path("folds").path("rows")) {
      tested += fold.path("documents").asInt();
    }
    assertThat(tested).isEqualTo(59);
    assertThat(folds.path("training").path("reviewed").path("documents").asInt()).isEqualTo(2);

    train("--reviewed", reviewed, "--learning-curve", "--json");
    assertThat(json().path("training").path("reviewed").path("differed").asInt()).isEqualTo(1);
  }

  @Test
  void whatWasDoneIsInTheFactsAndNotWithoutReviews() throws Exception {
    train("--json");
    assertThat(json().has("reviewed")).isFalse();
    assertThat(provenance().keySet()).noneMatch(key -> key.contains("reviewed"));

    train("--json", "--reviewed", file("r.jsonl", review("n0", text(0), "Card", "")));
    assertThat(json().path("reviewed").toString())
        .isEqualTo("{\"documents\":1,\"replaced\":1,\"differed\":1,\"leftOut\":0,\"weight\":1.0}");
  }

  @Test
  void mistakesAreToldBeforeAnyWork() throws Exception {
    Path reviewed = file("r.jsonl", review("n0", text(0), "Card", ""));
    assertMistake("--reviewed-weight weighs the documents of --reviewed", "--reviewed-weight", "2");
    assertMistake(
        "--reviewed-weight must be from 0.1 to 100, but is 0.0",
        "--reviewed",
        reviewed,
        "--reviewed-weight",
        "0");
    assertMistake("must be from 0.1", "--reviewed", reviewed, "--reviewed-weight", "NaN");
    assertMistake(
        "there is no labelled document in", "--reviewed", file("e.csv", "category,text\n"));
    assertMistake("nowhere.csv", "--reviewed", folder.resolve("nowhere.csv"));
  }

  private void assertMistakeOf(String message, Path reviewed) {
    assertMistake(message, "--reviewed", reviewed);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  private static String review(String id, String text, String category, String at) {
    return "{\"id\": \""
        + id
        + "\", \"narrative\": \""
        + text
        + "\", \"category\": \""
        + category
        + "\", \"reviewed_by\": \"Ann\", \"reviewed_at\": \""
        + at
        + "\", \"model\": \"m 1\", \"model_category\": \"Loan\", \"model_score\": 0.4,"
        + " \"verdict\": \"corrected\"}\n";
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
    assertThat(model).doesNotExist();
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
