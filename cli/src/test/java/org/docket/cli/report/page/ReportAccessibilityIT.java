/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core looks for: names, roles, contrast, order, landmarks, by WCAG 2. */
class ReportAccessibilityIT extends OpenedPage {

  private static final String RUN =
      """
      const done = arguments[0];
      axe.run().then(({violations, passes}) => done(
          [String(passes.length), ...violations.map(({id, nodes}) => id + ' ' + nodes[0].html)]));
      """;

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

    browser.run(axe());
    List<?> found = (List<?>) browser.runLong(RUN);

    assertThat(Integer.parseInt((String) found.get(0))).isGreaterThan(20);
    assertThat(found.subList(1, found.size())).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in = ReportAccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
