/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a training has all sections, and each chart has its data. */
class ReportChartsIT extends OpenedPage {

  @BeforeEach
  void openTraining() throws IOException {
    open("training");
  }

  @Test
  void allSectionsStandInTheirOrderAndInTheContents() {
    List<String> titles = browser.texts("main > section > h2");

    assertThat(titles)
        .containsExactly(
            "Summary",
            "Findings",
            "Categories",
            "Text lengths",
            "Epochs",
            "Confusion",
            "By category",
            "Reliability",
            "Threshold",
            "Most confident mistakes",
            "Least certain documents",
            "Likely label errors",
            "Most telling words",
            "Facts",
            "Files");
    assertThat(browser.texts("nav a")).isEqualTo(titles);
    assertThat(browser.texts("h1")).containsExactly("Training of complaints.bin");
    assertThat(browser.count(".notice")).isZero();
  }

  @Test
  void theSummaryTellsTheFiguresWithTheirIntervals() {
    assertThat(browser.text("#summary .figures"))
        .contains("Accuracy84.5", "interval 83.1 to 85.8", "0.022", "2,964", "45 cut");
    assertThat(browser.count("#findings li")).isEqualTo(4);
  }

  @Test
  void theHistogramHasABarForEachCategoryOfEachPart() {
    assertThat(browser.count(marks("categories", "rect"))).isEqualTo(18);

    browser.run("document.querySelector('[name=histogram-unit][value=\"1\"]').click()");
    browser.awaitCharts();

    assertThat(browser.count(marks("categories", "rect"))).isEqualTo(18);
    assertThat(browser.texts("[data-chart=categories] .role-axis-title text"))
        .contains("Documents");
  }

  @Test
  void theLengthsHaveTheirBinsAndTheCut() {
    assertThat(browser.count(marks("lengths", "rect"))).isEqualTo(40);
    assertThat(browser.count(marks("lengths", "rule").replace("path", "line"))).isEqualTo(1);
    assertThat(browser.text("[data-chart=lengths] svg")).contains("cut after 400");
  }

  @Test
  void theEpochsHaveThreeLinesWithAPointForEachEpochAndTheKeptOne() {
    for (String measure : List.of("loss", "accuracy", "macrof1")) {
      String chart = "epochs-" + measure;
      assertThat(browser.count(marks(chart, "line"))).as(measure).isEqualTo(3);
      assertThat(browser.count(marks(chart, "symbol"))).as(measure).isEqualTo(30);
      assertThat(browser.text("[data-chart=" + chart + "] svg")).contains("kept");
    }
    assertThat(browser.text("#epochs .said")).contains("over-fitting");
    assertThat(browser.texts("#epochs .legend li")).hasSize(4);
  }

  @Test
  void eachCategoryHasThreeScoresWithIntervalsAndATable() {
    assertThat(browser.count(marks("per-category", "symbol"))).isEqualTo(27);
    assertThat(browser.count(marks("per-category", "rule").replace("path", "line"))).isEqualTo(27);
    assertThat(browser.count("#per-category tbody tr")).isEqualTo(9);
  }

  @Test
  void aClickOnAHeadSortsTheTable() {
    browser.click("#per-category thead th:last-child button");
    List<String> falling = browser.texts("#per-category tbody td:last-child");
    browser.click("#per-category thead th:last-child button");

    assertThat(falling.get(0)).isEqualTo("654");
    assertThat(browser.texts("#per-category tbody td:last-child").get(0)).isEqualTo("46");
    assertThat(browser.find("#per-category thead th:last-child").getDomAttribute("aria-sort"))
        .isEqualTo("ascending");
  }

  @Test
  void theReliabilityDiagramHasItsBinsAndHowManyDocumentsAreInEach() {
    assertThat(browser.count(marks("reliability", "symbol"))).isEqualTo(12);
    assertThat(browser.count(marks("reliability-documents", "rect"))).isEqualTo(15);
    assertThat(browser.text("#reliability .said")).contains("ECE");
  }

  @Test
  void chartsTellWhatTheyShowAndHaveATableOfTheSameFigures() {
    assertThat(browser.count(".plot[aria-label][role]")).isEqualTo(browser.count(".plot svg"));
    browser.click("#categories summary");
    browser.await("return document.querySelectorAll('#categories tbody tr').length === 9");
    browser.click("#epochs summary");
    browser.await("return document.querySelectorAll('#epochs tbody tr').length === 10");

    assertThat(browser.text("#epochs tbody")).contains("7 (kept)");
    assertThat(browser.text("#categories caption")).isEqualTo("Documents by category");
  }

  @Test
  void documentsAreListedTwentyAtATimeWithTheirWordsMarked() {
    assertThat(browser.count("#mistakes .document")).isEqualTo(20);
    assertThat(browser.count("#mistakes .document mark.for[title]")).isPositive();
    assertThat(browser.count("#mistakes .document mark.against[title]")).isPositive();

    browser.click("#mistakes .foot .more");

    assertThat(browser.count("#mistakes .document")).isEqualTo(30);
    assertThat(browser.count("#uncertain .document")).isEqualTo(20);
  }

  @Test
  void labelErrorsWordsFactsAndFilesAreListed() {
    assertThat(browser.count("#label-errors tbody tr")).isEqualTo(10);
    assertThat(browser.count("#label-errors .document")).isEqualTo(20);
    assertThat(browser.count("#words .words")).isEqualTo(9);
    assertThat(browser.count("#words .words:first-child li")).isEqualTo(9);
    assertThat(browser.texts("#facts dd")).contains("1.0.0-M2.1", "0.002");
    assertThat(browser.count("#files a[href^='./']")).isEqualTo(5);
  }

  private static String marks(String chart, String mark) {
    return "[data-chart=" + chart + "] .mark-" + mark + ".role-mark path";
  }
}
