/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of a cross-validation, of a search and of a learning curve, with hostile names. */
class ReportSearchIT extends OpenedPage {

  private static final String HOSTILE = "</script><b>Card</b> & \"co\"";

  @Test
  void aCrossValidationShowsEachFoldAndEachCategory() throws IOException {
    open("folds");

    assertThat(browser.texts("main > section > h2"))
        .containsExactly("Findings", "Folds", "By category", "Facts", "Files");
    assertThat(browser.text("#kind")).isEqualTo("Cross-validation");
    assertThat(browser.count(marks("folds", "symbol"))).isEqualTo(2 * (3 + 1));
    assertThat(browser.count("#folds tbody tr")).isEqualTo(3);
    assertThat(browser.count(marks("folds-per-category", "symbol"))).isEqualTo(4 * 3);
    assertThat(browser.texts("#folds-per-category tbody th")).contains(HOSTILE);
    assertThat(browser.text("#folds-per-category tbody")).contains("0.762 ± 0.018");
    assertThat(browser.count(".notice, main b")).isZero();
  }

  @Test
  void aSearchShowsHowFarEachTrialWentAndWhatEachParameterDid() throws IOException {
    open("trials");

    assertThat(browser.texts("main > section > h2"))
        .containsExactly("Findings", "Trials", "Parameters", "Facts", "Files");
    assertThat(browser.text("#kind")).isEqualTo("Search for a preset");
    // One trial was lost before the first rung, five reached the second, four the last.
    assertThat(browser.count(marks("trials", "symbol"))).isEqualTo(scores());
    assertThat(browser.count("#trials tbody tr")).isEqualTo(10);
    assertThat(browser.text("#trials tbody"))
        .contains("lost: </script><img src=x onerror=alert(1)>", "the given preset");
    assertThat(browser.count("#parameters figure")).isEqualTo(8);
    assertThat(browser.count(marks("parameter-training-learningRate", "symbol"))).isEqualTo(9);
    assertThat(browser.count(marks("parameter-ngrams-penalty", "symbol"))).isEqualTo(8);
    assertThat(browser.count("main img, .notice")).isZero();
  }

  private static int scores() throws IOException {
    Object rows = ((Map<?, ?>) Fixtures.read("trials").get("trials")).get("rows");
    return ((List<?>) rows)
        .stream().mapToInt(row -> ((List<?>) ((Map<?, ?>) row).get("scores")).size()).sum();
  }

  @Test
  void aLearningCurveShowsItsTrainingsTheLawAndWhoProfits() throws IOException {
    open("learning-curve");

    assertThat(browser.texts("main > section > h2"))
        .containsExactly("Findings", "Learning curve", "Who profits", "Facts", "Files");
    assertThat(browser.count(marks("learning-curve", "symbol"))).isEqualTo(3 + 3 + 2 + 1);
    assertThat(browser.count(marks("learning-curve", "area"))).isEqualTo(1);
    assertThat(browser.count(marks("learning-curve", "line"))).isEqualTo(1);
    assertThat(browser.text("[data-chart=learning-curve] svg")).contains("now");
    assertThat(browser.texts("#learning-curve caption"))
        .containsExactly("What the law expects", "All sizes");
    assertThat(browser.count(marks("gains", "symbol"))).isEqualTo(4);
    assertThat(browser.texts("#gains tbody th")).contains(HOSTILE);
    assertThat(browser.count(".notice, main b")).isZero();
  }

  @Test
  void theyFitAPhoneAndTheDark() throws IOException {
    for (String page : List.of("folds", "trials", "learning-curve")) {
      open(page);
      browser.size(390, 844);
      browser.colours("dark");
      browser.awaitCharts();

      assertThat(browser.number("return document.documentElement.scrollWidth"))
          .as(page)
          .isLessThanOrEqualTo(390);
      browser.await(
          "return document.querySelectorAll('.plot svg').length"
              + " === document.querySelectorAll('figure.chart').length");
    }
  }

  private static String marks(String chart, String mark) {
    return "[data-chart=" + chart + "] .mark-" + mark + ".role-mark path";
  }
}
