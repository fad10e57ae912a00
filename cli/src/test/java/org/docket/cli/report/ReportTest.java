/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.report.facts.Times;
import org.docket.cli.report.figures.LargestCategories;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir Path folder;

  /** A picture with a row for each would have 30,000 by 30,000 pixels. */
  @Test
  void thousandsOfCategoriesAreShownByTheLargest() throws IOException {
    Evaluation evaluation = evaluation(1500);

    write("Many", evaluation);

    BufferedImage confusion = ImageIO.read(folder.resolve("confusion.png").toFile());
    assertThat(confusion.getWidth()).isBetween(2000, 3000);
    assertThat(folder.resolve("index.html")).content().contains("category 1499");
    JsonNode data = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(data.get("categories")).hasSize(1500);
    assertThat(data.get("perCategory")).hasSize(1000);
    assertThat(data.at("/confusion/counts").isMissingNode()).isTrue();
    assertThat(data.get("findings").toString())
        .contains("1,500 of the categories, category 0 for one, have fewer than 20 documents");
    JsonNode metrics = new ObjectMapper().readTree(folder.resolve("metrics.json").toFile());
    assertThat(metrics.get("perCategory")).hasSize(1500);
    assertThat(metrics.at("/otherLabels/labels").asInt()).isZero();
  }

  @Test
  void fewCategoriesAreShownAll() throws IOException {
    write("<Few> & fine", evaluation(3));

    assertThat(folder.resolve("index.html"))
        .content()
        .contains("<title>&lt;Few&gt; &amp; fine</title>", "category 0", "category 2");
    JsonNode data = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(data.get("perCategory")).hasSize(3);
    assertThat(data.at("/confusion/counts/2/0").asInt()).isEqualTo(3);
  }

  @Test
  void aReportThatCannotBeWrittenLeavesTheOneOfBefore() throws IOException {
    write("Before", evaluation(3));
    Path before = folder.resolve("index.html");
    String page = Files.readString(before);

    try (WholeFolder whole = WholeFolder.open(folder)) {
      Files.writeString(whole.part().resolve("index.html"), "half");
    }

    assertThat(Files.readString(before).equals(page)).as("the page of before").isTrue();
    assertThat(folder).isDirectoryNotContaining("glob:**/.part*");
  }

  @Test
  void whatAnEarlierReportHasAndThisOneHasNotIsRemoved() throws IOException {
    Files.writeString(folder.resolve("history.csv"), "epoch");
    Files.writeString(folder.resolve("notes.txt"), "somebody's own");
    Files.createDirectory(folder.resolve(".part-999999999-killed"));

    write("After", evaluation(3));

    assertThat(folder.resolve("history.csv")).doesNotExist();
    assertThat(folder.resolve("notes.txt")).exists();
    assertThat(folder).isDirectoryNotContaining("glob:**/.part*");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFilesIsToldBeforeTheWork() {
    assertThatThrownBy(() -> new Report(Path.of("/proc")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("/proc is not a writable folder");
    assertThatThrownBy(() -> new Report(Path.of("/proc/report")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("cannot make a folder /proc/report");
  }

  @Test
  void theLargestStandInTheOrderOfTheModel() {
    LargestCategories largest = LargestCategories.of(evaluation(5), 3);

    assertThat(largest.indices()).containsExactly(2, 3, 4);
    assertThat(largest.more()).isEqualTo(2);
    assertThat(LargestCategories.of(evaluation(5), 5).more()).isZero();
  }

  /** The browser has to read it all. */
  @Test
  void aThousandCategoriesAndManyDocumentsStayAPageThatOpens() throws IOException {
    ManyCategories model = new ManyCategories(1000);
    List<LabelledPrediction> predictions = new ArrayList<>();
    try (Report report = new Report(folder);
        DocumentCollector documents = report.collector(model, "evaluation")) {
      for (int i = 0; i < 30_000; i++) {
        LabelledText document =
            new LabelledText("category " + i * 31 % 1000, ("text " + i + " ").repeat(200));
        Categorization answer = model.categorize(document.text());
        predictions.add(LabelledPrediction.of(document.category(), answer));
        documents.add(document, new DocumentPlace("a.csv", i, i, ""), answer);
      }
      report.write(
          content("Many", Evaluation.of(model.categories(), predictions)), Optional.of(documents));
    }

    assertThat(Files.size(folder.resolve("report.json"))).isLessThan(7_000_000);
    assertThat(Files.size(folder.resolve("index.html"))).isLessThan(9_000_000);
    JsonNode data = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(data.get("documents").size()).isGreaterThan(1000);
    assertThat(data.get("tellingWords").size()).isLessThanOrEqualTo(30);
    assertThat(data.at("/confusion/counts")).hasSize(1000);
  }

  /** Answers by the text's hash. */
  private record ManyCategories(List<String> categories) implements TextCategorizer {

    ManyCategories(int size) {
      this(IntStream.range(0, size).mapToObj(i -> "category " + i).toList());
    }

    @Override
    public Categorization categorize(String text) {
      int best = Math.floorMod(text.hashCode(), categories.size());
      List<ScoredCategory> scores = new ArrayList<>();
      for (int i = 0; i < categories.size(); i++) {
        double rest = 0.5 / (categories.size() - 1);
        scores.add(new ScoredCategory(categories.get(i), i == best ? 0.5 : rest));
      }
      return new Categorization(scores, 400, 400, false);
    }

    @Override
    public List<Categorization> categorizeAll(List<String> texts) {
      return texts.stream().map(this::categorize).toList();
    }
  }

  private void write(String title, Evaluation evaluation) throws IOException {
    try (Report report = new Report(folder)) {
      report.write(content(title, evaluation), Optional.empty());
    }
  }

  private static ReportContent content(String title, Evaluation evaluation) {
    return new ReportContent(
        "evaluation",
        title,
        evaluation,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Times());
  }

  /** The later a category comes, the more documents have it; at most 3. */
  private static Evaluation evaluation(int size) {
    List<String> categories = IntStream.range(0, size).mapToObj(i -> "category " + i).toList();
    List<LabelledPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      LabelledPrediction wrong = new LabelledPrediction(categories.get(i), categories.get(0), 0.5);
      predictions.addAll(Collections.nCopies(1 + 3 * i / size, wrong));
    }
    return Evaluation.of(categories, predictions);
  }
}
