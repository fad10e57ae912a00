/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.net.URI;
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
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that opens pages. What it needs is looked for, never downloaded. */
public class Browser implements AutoCloseable {

  /**
   * What a page has asked for.
   *
   * @param page the address of the page
   */
  public record Request(String page, String url) {}

  private static final String MISSING =
      "no chromium or no chromedriver is on the PATH, so pages are not tried in one; "
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

  /**
   * Starts one; skips the test, with a message, where there is none.
   *
   * @param profile an empty folder for what it keeps
   */
  public Browser(Path profile) {
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
    driver = new ChromeDriver(service, options(browser.get(), profile));
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

  /** Opens a page, and forgets what the one before has written and asked for. */
  public void visit(URI page) {
    messages();
    requests();
    driver.get(page.toString());
  }

  /** Goes back, as its button does. */
  public void back() {
    driver.navigate().back();
  }

  /** Loads the page again. */
  public void reload() {
    driver.navigate().refresh();
  }

  /** Waits until a script returns true; fails after half a minute. */
  public void await(String script) {
    driver.executeAsyncScript(
        "const done = arguments[0]; const test = () => {"
            + script
            + "}; const poll = () => (test() ? done() : setTimeout(poll, 20)); poll();");
  }

  /** Sends a command of the DevTools protocol. */
  public void command(String name, Map<String, Object> parameters) {
    answer(name, parameters);
  }

  /** Sends a command of the DevTools protocol and returns its answer. */
  public Map<String, Object> answer(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  public void size(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  public void colours(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that hands its answer to its last argument. */
  public Object runLong(String script) {
    return driver.executeAsyncScript(script);
  }

  public long number(String script) {
    return ((Number) run(script)).longValue();
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  /** All texts, as they stand in the document; WebDriver takes no halves of surrogate pairs. */
  public List<String> texts(String css) {
    Object texts =
        run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".map((element) => element.textContent.toWellFormed())",
            css);
    return ((List<?>) texts).stream().map(String.class::cast).toList();
  }

  /** The text of the first. */
  public String text(String css) {
    return texts(css).get(0);
  }

  public void click(String css) {
    run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", find(css));
    find(css).click();
  }

  /** Presses keys, one after the other: characters and those of {@link Keys}. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  public void type(String css, String text) {
    find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
  }

  /** What the page has written to the console since it was opened. */
  public List<String> messages() {
    return entries(LogType.BROWSER);
  }

  /** What pages have asked for since one was opened, or since this was called. */
  public List<Request> requests() {
    return entries(LogType.PERFORMANCE).stream()
        .map(Browser::request)
        .filter(request -> !request.isMissingNode())
        .map(Browser::read)
        .toList();
  }

  private static Request read(JsonNode request) {
    return new Request(
        request.path("documentURL").asText(), request.path("request").path("url").asText());
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

  /** A picture of what is in its window, as PNG. */
  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
