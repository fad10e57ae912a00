/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.docket.browser.Browser;

/** Opens pages of reports from disk. */
final class ReportBrowser extends Browser {

  ReportBrowser(Path profile) {
    super(profile);
  }

  /** Opens a page and waits until all of its charts are drawn. */
  void open(Path page) {
    visit(page.toUri());
    awaitCharts();
  }

  /** Opens a page whose scripts do not run. */
  void openWithoutScripts(Path page) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    visit(page.toUri());
  }

  void awaitCharts() {
    await("return document.documentElement.dataset.state === 'drawn'");
    runLong("Docket.chartsDrawn().then(arguments[0])");
  }

  /** The addresses that pages from disk have asked for and that are not on this disk. */
  List<String> foreignRequests() {
    return requests().stream()
        .filter(request -> request.page().startsWith("file:"))
        .map(Request::url)
        .filter(url -> !url.matches("(?s)(file|blob|data):.*"))
        .toList();
  }
}
