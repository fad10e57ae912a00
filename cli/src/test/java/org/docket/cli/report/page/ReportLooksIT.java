/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A page on a phone, in the dark, on paper, by keyboard, on slides. */
class ReportLooksIT extends OpenedPage {

  private static final String BACKGROUND = "return getComputedStyle(document.body).backgroundColor";
  private static final String AXIS =
      "return getComputedStyle(document.querySelector('.role-axis-label text')).fill";

  @BeforeEach
  void openTraining() throws IOException {
    open("training");
  }

  @Test
  void theDarkPageIsDarkAndItsChartsAreLegible() {
    assertThat(browser.run(BACKGROUND)).isEqualTo("rgb(251, 251, 249)");
    assertThat(browser.run(AXIS)).isEqualTo("rgb(86, 94, 105)");

    browser.colours("dark");

    assertThat(browser.run(BACKGROUND)).isEqualTo("rgb(15, 18, 22)");
    assertThat(browser.run(AXIS)).isEqualTo("rgb(165, 174, 186)");
  }

  @Test
  void onAPhoneNothingScrollsSidewaysAndChartsAreDrawnAnew() {
    browser.size(390, 844);
    browser.awaitCharts();

    assertThat(browser.number("return document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(
            browser.number(
                "return Math.max(...[...document.querySelectorAll('.plot svg')]"
                    + ".map((svg) => svg.getBoundingClientRect().right))"))
        .isLessThanOrEqualTo(390);
    assertThat(browser.count("#reliability .plot svg")).isEqualTo(2);
  }

  @Test
  void onAPhoneTheContentsOpenAndCloseByTheirButton() {
    browser.size(390, 844);
    assertThat(browser.find("#contents-list").isDisplayed()).isFalse();

    browser.click("#contents-button");
    assertThat(browser.find("#contents-list").isDisplayed()).isTrue();
    assertThat(browser.find("#contents-button").getDomAttribute("aria-expanded")).isEqualTo("true");
    browser.click("nav a[href='#coverage']");

    assertThat(browser.find("#contents-list").isDisplayed()).isFalse();
    assertThat(browser.run("return location.hash")).isEqualTo("#coverage");
  }

  @Test
  void theKeyboardReachesEverythingInTheOrderOfThePage() {
    browser.run("document.activeElement.blur(); window.scrollTo(0, 0)");
    browser.press(Keys.TAB);
    assertThat(focused()).isEqualTo("Skip to the report");
    browser.press(Keys.ENTER);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("report");

    assertThat(
            browser.run(
                "return [...document.querySelectorAll('[onclick], .heat td, summary, button, a')]"
                    + ".filter((e) => e.tabIndex < 0 && !e.closest('.heat')).length"))
        .isEqualTo(0L);
    assertThat(browser.count(".heat td[tabindex='0']")).isEqualTo(1);
  }

  @Test
  void whatHasTheFocusIsSeen() {
    browser.run("document.querySelector('#threshold-field').focus()");
    browser.press(Keys.TAB);

    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void landmarksHeadingsAndLabelsAreThere() {
    assertThat(browser.count("html[lang=en] main, header, nav[aria-label], footer")).isEqualTo(4);
    assertThat(browser.count("main > section:not([aria-labelledby])")).isZero();
    assertThat(browser.count("table:not(:has(caption))")).isZero();
    assertThat(browser.count("figure:not([aria-label])")).isZero();
    assertThat(browser.count("[aria-live=polite]")).isEqualTo(2);
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('input')].filter((i) => !i.labels.length)"
                    + ".length"))
        .isEqualTo(0L);
  }

  @Test
  void printedAllTablesAreOpenAndTheContentsAreGone() {
    browser.run("window.dispatchEvent(new Event('beforeprint'))");
    browser.run("window.printed = document.querySelectorAll('main details:not([open])').length");
    browser.command("Emulation.setEmulatedMedia", Map.of("media", "print", "features", List.of()));

    assertThat(browser.run("return window.printed")).isEqualTo(0L);
    assertThat(browser.count("#categories tbody tr")).isEqualTo(9);
    assertThat(browser.find("nav").isDisplayed()).isFalse();
    assertThat(browser.find("#coverage .plot svg").isDisplayed()).isTrue();

    browser.command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    browser.run("window.dispatchEvent(new Event('afterprint'))");
    assertThat(browser.count("main details[open]")).isZero();
  }

  @Test
  void eachChartIsSavedForSlides() throws IOException {
    int charts = browser.count("main [data-chart]");
    assertThat(browser.count("main .exports")).isEqualTo(charts);
    browser.command(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads().toString()));

    browser.click("[data-chart=epochs-loss] [data-type=svg]");
    browser.click("[data-chart=confusion] [data-type=png]");

    assertThat(awaited("epochs-loss.svg")).content().contains("<svg", "whole model");
    assertThat(Files.size(awaited("confusion.png"))).isGreaterThan(10_000);
  }

  @Test
  void withoutScriptsThePageTellsWhereTheFiguresAre() throws IOException {
    Path page = Fixtures.page(folder, Fixtures.read("training"));

    browser.openWithoutScripts(page);
    String told = browser.find("noscript").getText();
    browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));

    assertThat(told).contains("report.json");
  }

  private static Object focused() {
    return browser.run("return document.activeElement.textContent");
  }

  private static Path downloads() throws IOException {
    return Files.createDirectories(folder.resolve("downloads").toAbsolutePath());
  }

  private static Path awaited(String name) throws IOException {
    Path file = downloads().resolve(name);
    for (int i = 0; i < 300 && (!Files.exists(file) || unfinished()); i++) {
      browser.run("return 0"); // a round trip of some milliseconds
    }
    assertThat(file).exists();
    return file;
  }

  private static boolean unfinished() throws IOException {
    try (Stream<Path> files = Files.list(downloads())) {
      return files.anyMatch(file -> file.toString().endsWith(".crdownload"));
    }
  }
}
