/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The heat map of a page, and the documents behind its cells. */
class ReportConfusionIT extends OpenedPage {

  private static final String CELL = "td[data-actual='1'][data-predicted='2']";

  /** The lowest contrast of the figures in the cells, by the formula of WCAG 2. */
  private static final String CONTRAST =
      """
      const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      const luminance = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
          const v = value / 255;
          return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const cell = document.querySelector('.heat td.right');
      const lowest = [];
      for (const kind of ['right', 'mistake']) {
        cell.className = kind;
        for (let depth = 0; depth <= 100; depth++) {
          cell.style.setProperty('--depth', depth + '%');
          cell.classList.toggle('deep', depth >= 70);
          const style = getComputedStyle(cell);
          const [a, b] = [luminance(style.color), luminance(style.backgroundColor)];
          lowest.push((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
        }
      }
      return Math.round(100 * Math.min(...lowest));
      """;

  @BeforeEach
  void openTraining() throws IOException {
    open("training");
  }

  @Test
  void theHeatMapHasACellForEachPairOfCategories() {
    assertThat(browser.count(".heat td[data-actual]")).isEqualTo(81);
    assertThat(browser.text(CELL)).isEqualTo("48");
    assertThat(browser.find(CELL).getDomAttribute("aria-label"))
        .startsWith("Labelled Credit or prepaid card, predicted Credit reporting: 48 documents");
  }

  @Test
  void theCellsCanShowSharesOfTheirRows() {
    browser.run("document.querySelector('[name=confusion-unit][value=\"1\"]').click()");

    assertThat(browser.text(CELL)).isEqualTo("7");
  }

  @Test
  void aClickOnACellOpensItsDocumentsWithTheirWordsMarked() {
    browser.click(CELL);

    opened();
  }

  @Test
  void arrowKeysAndEnterOpenACellAndEscapeLeadsBack() {
    browser.run("document.querySelector('.heat td[tabindex=\"0\"]').focus()");
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);

    opened();
    browser.press(Keys.ESCAPE);

    assertThat(browser.run("return document.activeElement.dataset.predicted")).isEqualTo("2");
    assertThat(browser.find(".panel").isDisplayed()).isFalse();
  }

  private static void opened() {
    assertThat(browser.text(".panel h3"))
        .isEqualTo("Labelled Credit or prepaid card, predicted Credit reporting: 48 documents");
    assertThat(browser.text(".panel")).contains("3 of 48 are in this page");
    assertThat(browser.count(".panel .document")).isEqualTo(3);
    assertThat(browser.texts(".panel .document .answer"))
        .allMatch(answer -> answer.contains("Credit reporting"))
        .allMatch(answer -> answer.contains("labelled Credit or prepaid card"));
    assertThat(browser.count(".panel .document:first-child mark")).isEqualTo(9);
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("panel");
  }

  @Test
  void aCellWithoutDocumentsSaysSo() {
    browser.click("td[data-actual='8'][data-predicted='1']");

    assertThat(browser.text(".panel")).contains("There are none.");
  }

  @Test
  void theMistakesStandInATableThatOpensThemToo() {
    browser.click("#confusion summary");
    browser.await(
        "return document.querySelectorAll('#confusion .alternative tbody tr').length > 0");
    List<String> first = browser.texts("#confusion .alternative tbody tr:first-child > *");
    browser.click("#confusion .alternative tbody tr:first-child button");

    assertThat(first.subList(0, 3))
        .containsExactly("Credit or prepaid card", "Credit reporting", "48");
    opened();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void theFiguresInTheCellsCanBeReadAtEveryDepth(String scheme) {
    browser.colours(scheme);

    assertThat(browser.number(CONTRAST)).isGreaterThanOrEqualTo(450);
  }
}
