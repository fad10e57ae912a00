/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.docket.browser.Axe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core looks for: names, roles, contrast, order, landmarks, by WCAG 2. */
class ReportAccessibilityIT extends OpenedPage {

  @ParameterizedTest
  @CsvSource({
    "training, light, 1280",
    "training, dark, 390",
    "comparison, dark, 1280",
    "hostile, light, 1280",
    "one-document, light, 390"
  })
  void aPageKeepsNobodyOut(String fixture, String scheme, int width) throws IOException {
    open(fixture);
    browser.colours(scheme);
    browser.size(width, 900);
    browser.awaitCharts();
    browser.run("document.querySelectorAll('main details').forEach((d) => { d.open = true; })");
    browser.run("document.querySelector('.heat td')?.click()");

    assertThat(Axe.findings(browser)).isEmpty();
  }
}
