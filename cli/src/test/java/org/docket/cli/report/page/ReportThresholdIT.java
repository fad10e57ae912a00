/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The threshold of a page: slider, field, and what they show. */
class ReportThresholdIT extends OpenedPage {

  private static List<?> curve;

  @BeforeEach
  void openTraining() throws IOException {
    open("training");
    curve = (List<?>) Fixtures.read("training").get("riskCoverage");
  }

  @Test
  void theSliderShowsPrecisionCoverageAndDocumentsOfItsThreshold() {
    browser.run(
        "const s = document.querySelector('#threshold'); s.value = '0.8';"
            + "s.dispatchEvent(new Event('input'))");

    shows(160);
    assertThat(browser.find("#threshold-field").getDomProperty("value")).isEqualTo("0.8");
  }

  @Test
  void arrowKeysMoveTheSliderAndItTellsItsMeaning() {
    browser.run("document.querySelector('#threshold').focus()");
    browser.press(Keys.ARROW_RIGHT);

    shows(101);
    assertThat(browser.find("#threshold").getDomAttribute("aria-valuetext"))
        .startsWith("At 0.505: ")
        .contains("coverage", "precision");
  }

  @Test
  void theFieldTakesANumberBetweenTwoThatWereMeasured() {
    browser.type("#threshold-field", "0.903");

    shows(181);
  }

  @Test
  void aboveTheLastThresholdNothingIsKept() {
    browser.type("#threshold-field", "1");

    assertThat(browser.texts("#coverage output").subList(1, 4))
        .containsExactly("–", percent(0), "0");
  }

  @Test
  void aButtonGoesToTheLowestThresholdOfAPrecision() {
    browser.click("#coverage .wanted button:nth-of-type(2)");

    int point = 0;
    while (number((Map<?, ?>) curve.get(point), "precision") < 0.95) {
      point++;
    }
    shows(point);
  }

  @Test
  void thePointInTheChartMovesAlong() {
    String point = "[data-chart=risk-coverage] .mark-symbol.role-mark:last-of-type path";
    String label =
        "return [...document.querySelectorAll('"
            + point
            + "')].pop()"
            + ".getAttribute('aria-label')";
    browser.type("#threshold-field", "0.25");
    Object before = browser.run(label);
    browser.type("#threshold-field", "0.75");

    assertThat(before.toString()).contains("At 0.250");
    assertThat(browser.run(label).toString()).contains("At 0.750");
  }

  private static void shows(int point) {
    Map<?, ?> expected = (Map<?, ?>) curve.get(point);
    assertThat(browser.texts("#coverage output"))
        .containsExactly(
            String.format(Locale.ROOT, "%.3f", number(expected, "threshold")),
            percent(number(expected, "precision")),
            percent(number(expected, "coverage")),
            String.format(Locale.ROOT, "%,d", (int) number(expected, "kept")));
  }

  private static double number(Map<?, ?> point, String key) {
    return ((Number) point.get(key)).doubleValue();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f\u202f%%", share * 100);
  }
}
