/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of several models side by side. */
class ReportComparisonIT extends OpenedPage {

  @BeforeEach
  void openComparison() throws IOException {
    open("comparison");
  }

  @Test
  void itsSectionsStandInTheirOrder() {
    assertThat(browser.texts("main > section > h2"))
        .containsExactly(
            "Summary",
            "Findings",
            "Models",
            "Reliability",
            "Threshold",
            "F1 by category",
            "Confusion, side by side",
            "Pairs of models",
            "Facts",
            "Files");
  }

  @Test
  void theModelsStandInOneTableWithTheirIntervalsTheBestInBold() {
    assertThat(browser.count("#models tbody tr")).isEqualTo(3);
    assertThat(browser.text("#models tbody tr:first-child b")).contains("(", " to ");
    assertThat(browser.text("#models tbody tr:last-child")).contains("0.8 MB", "92,000");
    assertThat(browser.count("[data-chart=models] .mark-symbol.role-mark path")).isEqualTo(6);
  }

  @Test
  void curvesLieOverOneAnother() {
    assertThat(browser.count("[data-chart=risk-coverage] .mark-line.role-mark path")).isEqualTo(3);
    assertThat(browser.count("[data-chart=reliability] .mark-line.role-mark path")).isEqualTo(4);
    assertThat(browser.count("[data-chart=f1-by-category] .mark-symbol.role-mark path"))
        .isEqualTo(27);
  }

  @Test
  void aThresholdShowsEachModel() {
    browser.type("#threshold-field", "0.8");

    assertThat(browser.texts("#models-coverage [data-figure=threshold]"))
        .containsExactly("0.800", "0.800", "0.800");
    assertThat(browser.texts("#models-coverage [data-figure=precision]")).doesNotHaveDuplicates();
  }

  @Test
  void eachModelHasItsHeatMapAndOneChoiceRulesAll() {
    assertThat(browser.count(".heat")).isEqualTo(3);
    assertThat(browser.count(".heat td[data-actual]")).isEqualTo(243);
    assertThat(browser.texts("#heat-maps h3"))
        .containsExactly("complaints-en.bin", "complaints-small.bin", "ngrams-only.bin");

    browser.run("document.querySelector('[name=confusion-unit][value=\"1\"]').click()");

    assertThat(browser.texts(".heat td[data-actual='0'][data-predicted='0']"))
        .allMatch(share -> Integer.parseInt(share) <= 100)
        .doesNotContain("43");
  }

  @Test
  void aPairTellsWhatItsTestMeansAndOpensTheDocumentsOnWhichTheModelsDiffer() {
    assertThat(browser.text("#pairs tbody tr:first-child"))
        .contains("245", "110", "below 0.001", "complaints-en.bin is better, beyond chance");
    assertThat(browser.text("#pairs tbody tr:last-child")).contains("Chance alone");

    browser.click("#pairs tbody tr:last-child button");

    assertThat(browser.text("#pairs .panel h3"))
        .isEqualTo("Where complaints-small.bin and ngrams-only.bin differ");
    assertThat(browser.count("#pairs .document")).isEqualTo(20);
    assertThat(browser.count("#pairs .document:first-child .answers li")).isEqualTo(3);
    assertThat(browser.texts("#pairs .document:first-child .verdict"))
        .contains("✓ right", "✗ wrong");
  }

  @Test
  void onAPhoneNothingScrollsSideways() {
    browser.size(390, 844);
    browser.awaitCharts();

    assertThat(browser.number("return document.documentElement.scrollWidth")).isEqualTo(390);
  }
}
