/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of pages that are open in a browser. After each, the page has neither erred nor loaded. */
abstract class OpenedPage {

  @TempDir static Path folder;

  static ReportBrowser browser;

  @BeforeAll
  static void start() {
    browser = new ReportBrowser(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void noErrorsAndNoRequests() {
    assertThat(browser.messages()).isEmpty();
    assertThat(browser.foreignRequests()).isEmpty();
  }

  static void open(String fixture) throws IOException {
    open(fixture, Fixtures.read(fixture));
  }

  static Path open(String name, Map<?, ?> data) throws IOException {
    Path page = Fixtures.page(Files.createDirectories(folder.resolve(name)), data);
    browser.size(1280, 900);
    browser.colours("light");
    browser.open(page);
    return page;
  }
}
