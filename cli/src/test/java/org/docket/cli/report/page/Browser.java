/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium that opens pages from disk. What it needs is looked for, never downloaded.
 */
final class Browser implements AutoCloseable {

  private static final String MISSING =
      "no chromium or no chromedriver is on the PATH, so the pages of reports are not tried; "
          + "on Debian: apt-get install chromium chromium-driver";

  private static final List<String> BROWSERS =
      List.of(
          "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
  private static final List<String> DRIVERS = List.of("chromedriver", "chromedriver.exe");
  private static final List<String> USUAL_FOLDERS =
      List.of(
          "/usr/bin",
          "/usr/lib/chromium",
          "/usr/lib/chromium-browser",
          "/opt/homebrew/bin",
          "C:/Program Files/Google/Chrome/Application");

  /** It warns of a protocol that we do not use. Held, for a logger that nobody holds is lost. */
  private static final Logger QUIET = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test, with a message, where there is no browser. */
  static Browser start(Path profile) {
    Optional<Path> browser = find(BROWSERS);
    Optional<Path> chromedriver = find(DRIVERS);
    QUIET.setLevel(Level.SEVERE);
    assumeTrue(browser.isPresent() && chromedriver.isPresent(), MISSING);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options(browser.get(), profile)));
  }

  private static ChromeOptions options(Path browser, Path profile) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", profile.resolve("downloads").toString()));
    return options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
  }

  private static Optional<Path> find(List<String> names) {
    Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
    return Stream.concat(path, USUAL_FOLDERS.stream())
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a page and waits until all of its charts are drawn. */
  void open(Path page) {
    messages(); // of the page before
    requests();
    driver.get(page.toUri().toString());
    awaitCharts();
  }

  /** Opens a page whose scripts do not run. */
  void openWithoutScripts(Path page) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    driver.get(page.toUri().toString());
  }

  void awaitCharts() {
    await("return document.documentElement.dataset.state === 'drawn'");
    driver.executeAsyncScript("Docket.chartsDrawn().then(arguments[0])");
  }

  /** Waits until a script returns true; fails after half a minute. */
  void await(String script) {
    driver.executeAsyncScript(
        "const done = arguments[0]; const test = () => {"
            + script
            + "}; const poll = () => (test() ? done() : setTimeout(poll, 20)); poll();");
  }

  void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  void size(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  void colours(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that hands its answer to its last argument. */
  Object runLong(String script) {
    return driver.executeAsyncScript(script);
  }

  long number(String script) {
    return ((Number) run(script)).longValue();
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  /** All texts, as they stand in the document; WebDriver takes no halves of surrogate pairs. */
  List<String> texts(String css) {
    Object texts =
        run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".map((element) => element.textContent.toWellFormed())",
            css);
    return ((List<?>) texts).stream().map(String.class::cast).toList();
  }

  /** The text of the first. */
  String text(String css) {
    return texts(css).get(0);
  }

  void click(String css) {
    run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", find(css));
    find(css).click();
  }

  void press(Keys... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void type(String css, String text) {
    find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
  }

  /** What the page has written to the console since it was opened. */
  List<String> messages() {
    return entries(LogType.BROWSER);
  }

  /** The addresses that pages from disk have asked for and that are not on this disk. */
  List<String> requests() {
    return entries(LogType.PERFORMANCE).stream()
        .map(Browser::request)
        .filter(request -> request.path("documentURL").asText().startsWith("file:"))
        .map(request -> request.path("request").path("url").asText())
        .filter(url -> !url.matches("(?s)(file|blob|data):.*"))
        .toList();
  }

  private static JsonNode request(String entry) {
    try {
      JsonNode message = new ObjectMapper().readTree(entry).path("message");
      boolean sent = message.path("method").asText().equals("Network.requestWillBeSent");
      return sent ? message.path("params") : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the driver's log is no JSON: " + entry, e);
    }
  }

  private List<String> entries(String type) {
    return driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
