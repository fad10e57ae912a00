/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of a single document and of very many. */
class ReportSizesIT extends OpenedPage {

  /** Much more than it takes, for busy machines. */
  private static final Duration OPENED = Duration.ofSeconds(20);

  @Test
  void onlyATitleIsAPage() throws IOException {
    open("empty", Map.of("kind", "evaluation", "title", "Nothing", "summary", Map.of()));

    assertThat(browser.texts("h2")).containsExactly("Summary");
    assertThat(browser.count(".notice")).isZero();
  }

  @Test
  void oneDocumentIsAPage() throws IOException {
    open("one-document");

    assertThat(browser.count(".notice")).isZero();
    assertThat(browser.text(".heat td[data-actual]")).isEqualTo("1");
    assertThat(browser.count("[data-chart=per-category] .mark-symbol.role-mark path")).isEqualTo(3);
    browser.click(".heat td[data-actual]");
    assertThat(browser.count(".panel .document")).isEqualTo(1);
    assertThat(browser.text("#coverage [data-figure=kept]")).isEqualTo("1");
    browser.type("#threshold-field", "0.5");
    assertThat(browser.text("#coverage [data-figure=kept]")).isEqualTo("0");
  }

  @Test
  void theLastBinOfLengthsIsAsWideAsTheOthersThoughItReachesToTheLongestText() throws IOException {
    Map<String, Object> first = Map.of("from", 0, "to", 20, "documents", 5);
    Map<String, Object> rest = Map.of("from", 20, "to", 9000, "documents", 2);
    Map<String, Object> part =
        Map.of("name", "validation", "documents", 7, "cut", 2, "bins", List.of(first, rest));
    open("lengths", Map.of("title", "t", "lengths", Map.of("limit", 20, "parts", List.of(part))));

    assertThat(
            browser.number(
                "const [a, b] = [...document.querySelectorAll('.mark-rect.role-mark path')]"
                    + ".map((bar) => bar.getBoundingClientRect().width);"
                    + "return Math.round(10 * b / a)"))
        .isEqualTo(10);
    assertThat(browser.text("[data-chart=lengths] svg")).contains("20 to 9,000");
  }

  @Test
  void textsOfFewWordsHaveNoLengthTwiceOnTheirAxis() throws IOException {
    List<Map<String, Object>> bins =
        List.of(
            Map.of("from", 0, "to", 2, "documents", 5), Map.of("from", 2, "to", 5, "documents", 2));
    Map<String, Object> part = Map.of("name", "validation", "documents", 7, "cut", 0, "bins", bins);
    open("short", Map.of("title", "t", "lengths", Map.of("parts", List.of(part))));

    assertThat(browser.texts("[data-chart=lengths] svg text"))
        .containsSubsequence("0", "2", "5", "Tokens of a text");
    assertThat(browser.texts("[data-chart=lengths] svg text").indexOf("Tokens of a text"))
        .isEqualTo(3);
  }

  @Test
  void aThousandCategoriesAndManyDocumentsAreAPageThatOpens() throws IOException {
    long start = System.nanoTime();
    Path page = open("large", Fixtures.large());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(OPENED);
    assertThat(Files.size(page)).isGreaterThan(5_000_000);
    assertThat(browser.count(".heat td[data-actual]")).isEqualTo(900);
    assertThat(browser.text("#confusion")).contains("The 30 largest of 1,000 categories");
    assertThat(browser.count("#mistakes .document")).isEqualTo(20);
    assertThat(browser.count("#words .words")).isEqualTo(12);
    assertThat(browser.count("#per-category tbody tr")).isEqualTo(50);
  }

  @Test
  void mistakesBetweenCategoriesThatAreNotDrawnAreFoundInTheTable() throws IOException {
    open("large", Fixtures.large());
    browser.click("#confusion summary");
    browser.await(
        "return document.querySelectorAll('#confusion .alternative tbody tr').length > 0");

    assertThat(browser.count("#confusion .alternative tbody tr")).isEqualTo(10);
    assertThat(browser.text("#confusion .alternative .foot")).contains("10 of 800 shown");
  }

  /** The report leaves out the counts of the confusion then, and it leaves out nothing else. */
  @Test
  void moreThanAThousandCategoriesAreAPageWithTheirMistakes() throws IOException {
    Map<String, Object> data = new LinkedHashMap<>(Fixtures.large());
    Map<String, Object> cell =
        Map.of("actual", 3, "predicted", 4, "total", 7, "documents", List.of(3));
    data.put("confusion", Map.of("cells", List.of(cell)));
    open("more", data);

    assertThat(browser.texts("h2")).contains("Summary", "Confusion", "Most telling words");
    assertThat(browser.count(".notice")).isZero();
    assertThat(browser.text("#confusion table")).contains("category 3", "category 4", "7");
    browser.click("#confusion button.small");
    assertThat(browser.text("#confusion .panel")).contains("7 documents", "1 of 7");
    assertThat(browser.count("#confusion .panel .document")).isEqualTo(1);
  }

  @Test
  void modelsOfMoreThanAThousandCategoriesAreComparedWithoutHeatMaps() throws IOException {
    Map<String, Object> model = Map.of("name", "m.bin", "accuracy", 0.7, "confusion", Map.of());
    open("compared", Map.of("kind", "comparison", "title", "t", "models", List.of(model, model)));

    assertThat(browser.texts("h2")).contains("Models").doesNotContain("Confusion, side by side");
    assertThat(browser.count(".notice")).isZero();
  }
}
