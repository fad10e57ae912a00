/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a corpus or a model says runs, loads, or breaks the page. */
class ReportHostileIT extends OpenedPage {

  @BeforeEach
  void openHostile() throws IOException {
    open("hostile");
  }

  @Test
  void nothingOfTheTextsRuns() {
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
    browser.run("document.querySelectorAll('.heat td').forEach((cell) => cell.click())");
    browser.run("document.querySelectorAll('button.more').forEach((button) => button.click())");
    browser.awaitCharts();

    assertThat(browser.run("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(browser.count("main img, main script, main iframe, main b b, h1 *")).isZero();
    assertThat(browser.count("script")).isEqualTo(scripts() + 1);
  }

  @Test
  void textsAreShownAsTexts() {
    assertThat(browser.text("h1")).isEqualTo("</title><script>window.hacked=4</script> & <h1>");
    assertThat(browser.texts("#findings li"))
        .contains(
            "</script><script>window.hacked=1</script>",
            "<img src=x onerror=\"window.hacked=2\">",
            "line\u2028sep\u2029para",
            "__proto__",
            "{{title}} {{data}} $1 \\u003c");
    assertThat(browser.text("#mistakes .document:nth-child(2) .text"))
        .contains("<img src=x onerror=\"window.hacked=2\">");
    assertThat(browser.text("#kind")).isEqualTo("Docket report");
  }

  @Test
  void chartsKeepAllCategoriesWhateverTheirNames() {
    assertThat(browser.count("[data-chart=categories] .mark-rect.role-mark path")).isEqualTo(36);
    assertThat(browser.count("[data-chart=per-category] .mark-symbol.role-mark path"))
        .isEqualTo(54);
    assertThat(browser.count(".heat td[data-actual]")).isEqualTo(18 * 18);
    assertThat(browser.texts("[data-chart=categories] .role-axis-label text"))
        .contains("__proto__", "constructor", "toString", "(no name)", "a.b[c]");
    assertThat(browser.count(".notice")).as("the words of leftOut, and no failure").isEqualTo(1);
  }

  @Test
  @SuppressWarnings("unchecked")
  void namesOfModelsAreTextsTooAndTwoMayBeAlike() throws IOException {
    Map<?, ?> comparison = Fixtures.read("comparison");
    for (Map<String, Object> model : (List<Map<String, Object>>) comparison.get("models")) {
      model.put("name", "<img src=x onerror=\"window.hacked=5\">[a.b]");
    }
    open("hostile-comparison", comparison);

    assertThat(browser.run("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(browser.count("main img")).isZero();
    assertThat(browser.texts("#models tbody th").get(2)).endsWith("[a.b] (3)");
    assertThat(browser.count("[data-chart=models] .mark-symbol.role-mark path")).isEqualTo(6);
    assertThat(browser.count("[data-chart=risk-coverage] .mark-line.role-mark path")).isEqualTo(3);
  }

  @Test
  void marksThatDoNotFitTheTextAreLeftOut() {
    assertThat(browser.texts("#mistakes .document:first-child mark"))
        .containsExactly("</sc", "t><");
  }

  @Test
  void onlyFilesBesideThePageAreLinkedTo() {
    List<String> links = browser.texts("#files a");

    assertThat(links).isEmpty();
    assertThat(browser.count("main a[href]:not([href^='#'])")).isZero();
  }

  @Test
  void figuresThatAreNoNumbersAreDashes() {
    assertThat(browser.text("#epochs")).doesNotContain("NaN");
    assertThat(browser.text("#coverage")).doesNotContain("NaN");
    browser.type("#threshold-field", "1");
    assertThat(browser.text("#coverage [data-figure=precision]")).isEqualTo("–");
  }

  @Test
  void longWordsDoNotMakeThePageScrollSideways() {
    browser.size(390, 844);
    browser.awaitCharts();

    assertThat(browser.number("return document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void thePolicyRefusesAScriptThatGotIn() {
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 9';"
            + "document.body.append(s)");

    assertThat(browser.run("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(browser.messages()).anyMatch(message -> message.contains("Content Security Policy"));
  }

  private static int scripts() {
    try {
      return PageResources.scripts().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
