/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.browser.Axe;
import org.docket.browser.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the page in a browser. After each, the page has neither erred, nor broken its policy,
 * nor asked anybody else for anything.
 */
@ExtendWith(PageSolr.Shared.class)
abstract class OpenPage {

  private static final String CONFIG =
      """
      const asked = window.fetch;
      window.fetch = (url, options) => String(url).endsWith('/config.json')
          ? Promise.resolve(new Response('%s'))
          : asked(url, options);
      """;

  private static final String SETTLED =
      "return document.querySelector('main')?.childElementCount > 0"
          + " && !document.querySelector('.waiting, [aria-busy=true]')";

  static PageSolr server;
  static Browser browser;

  @AfterEach
  void nothingErredAndNothingElseWasAskedFor() {
    assertThat(browser.messages()).isEmpty();
    String own = server.page().toString();
    assertThat(browser.requests())
        .filteredOn(request -> request.page().startsWith(own))
        .filteredOn(request -> !request.url().startsWith("data:"))
        .allSatisfy(request -> assertThat(request.url()).startsWith(own));
  }

  /** Opens an address of the page, what stands behind its #, anew and on a wide bright screen. */
  static void open(String address) {
    browser.size(1280, 900);
    browser.colours("light");
    // A browser without a screen may think that somebody looks at another window.
    browser.command("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    visit(address);
  }

  private static void visit(String address) {
    browser.visit(URI.create("about:blank"));
    browser.visit(URI.create(server.page() + "#" + address));
    settle();
  }

  /** The same for another core, as if config.json named it. */
  static void open(String core, String address) {
    String config =
        String.format(
            Locale.ROOT,
            "{\"solr\":\"/solr/%s\",\"fields\":{\"date\":\"date_received\","
                + "\"facets\":[\"company\",\"state\"]}}",
            core);
    withScript(String.format(Locale.ROOT, CONFIG, config), () -> open(address));
  }

  /** Runs something while each page that is loaded runs a script first. */
  static void withScript(String script, Runnable action) {
    Map<String, Object> added =
        browser.answer("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    try {
      action.run();
    } finally {
      browser.command(
          "Page.removeScriptToEvaluateOnNewDocument",
          Map.of("identifier", added.get("identifier")));
    }
  }

  /** Waits until nothing is loading. */
  static void settle() {
    browser.await(SETTLED);
  }

  /** Waits until the address says something and nothing is loading. */
  static void settleAt(String part) {
    browser.await("return location.hash.includes('" + part + "')");
    settle();
  }

  /** How many documents the page says there are. */
  static int found() {
    settle();
    return Integer.parseInt(browser.text(".total").replaceAll("\\D", ""));
  }

  /** Marks or clears the box of a facet's value. */
  static void choose(String value) {
    browser.run(
        "[...document.querySelectorAll('.facet li label')]"
            + ".find((label) => label.querySelector('.value').textContent === arguments[0]).click()",
        value);
    settle();
  }

  /** The count beside a facet's value. */
  static int count(String value) {
    Object count =
        browser.run(
            "return [...document.querySelectorAll('.facet li label')]"
                + ".find((label) => label.querySelector('.value').textContent === arguments[0])"
                + ".querySelector('.count').textContent",
            value);
    return Integer.parseInt(((String) count).replace(",", ""));
  }

  /** Nobody is kept out, in the light and in the dark, with a wide screen and a small one. */
  static void assertKeepsNobodyOut() throws IOException {
    for (String scheme : List.of("light", "dark")) {
      browser.colours(scheme);
      browser.size(scheme.equals("light") ? 1280 : 390, 900);
      browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      settle();
      browser.await("return document.getAnimations().length === 0"); // colours on their way
      assertThat(Axe.findings(browser)).as(scheme).isEmpty();
      assertThat(browser.number("return document.documentElement.scrollWidth - innerWidth"))
          .as("nothing to scroll sideways")
          .isNotPositive();
    }
  }

  /** Keeps a picture of the page where somebody has asked for them. */
  static void picture(String name) throws IOException {
    String folder = System.getProperty("docket.pictures");
    if (folder != null) {
      Files.write(Path.of(folder, name + ".png"), browser.screenshot());
    }
  }
}
