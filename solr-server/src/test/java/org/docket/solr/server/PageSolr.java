/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.docket.browser.Browser;
import org.docket.solr.server.guard.Access;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A Solr with the shipped model and the demo complaints, and a browser: one of each for all classes
 * of a run, for they take longer to start than to test with.
 */
final class PageSolr implements CloseableResource {

  /**
   * Cores: the demo complaints, nothing, documents to do harm, few fields, and what tests of
   * reviewing and of agreement put there.
   */
  static final List<String> CORES =
      List.of("complaints", "empty", "hostile", "bare", "review", "agreement");

  private final Path folder;
  private final SolrHome home;
  private final Browser browser;
  private final URI page;
  private SolrServer server;

  private PageSolr(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    browser = new Browser(folder.resolve("profile"));
    home =
        SolrHome.create(folder.resolve("home"))
            .addPlugin(Fixture.PLUGIN)
            .addModel(Fixture.REPOSITORY.resolve("models/complaints-en.bin"));
    for (String core : CORES) {
      home.addCore(core, Fixture.CONFIGSET);
    }
    makeBare();
    server = SolrServer.start(home.folder(), 0);
    page = server.page();
    String csv = Files.readString(Fixture.REPOSITORY.resolve("conf/demo/complaints.csv"));
    solr().post("/complaints/update?commit=true", "text/csv; charset=utf-8", csv);
  }

  /** Neither dates, companies, decisions of people nor scores. */
  private void makeBare() throws IOException {
    Path conf = home.folder().resolve("bare/conf");
    Set<String> gone = Set.of("company", "date_received", "predicted_score");
    for (String name : List.of("schema.xml", "solrconfig.xml")) {
      Path file = conf.resolve(name);
      List<String> kept =
          Files.readAllLines(file).stream()
              .filter(line -> gone.stream().noneMatch(word -> line.contains('"' + word + '"')))
              .filter(line -> !line.contains(">predicted_score<") && !line.contains("\"reviewed_"))
              .toList();
      Files.write(file, kept);
    }
  }

  Browser browser() {
    return browser;
  }

  Http solr() {
    return new Http(server.url());
  }

  /** Its address; the same when it has started again. */
  URI page() {
    return page;
  }

  /** Stops Solr and its page. */
  void stop() {
    server.close();
  }

  /** Starts both again, where they were. */
  void startAgain() {
    Serving serving = new Serving(page.getPort(), Access.LOCAL, "complaints");
    server = SolrServer.start(home.folder(), serving);
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(PageSolr::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it to {@link OpenPage}, and starts it where nobody has. */
  static final class Shared implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
      OpenPage.server =
          context
              .getRoot()
              .getStore(Namespace.GLOBAL)
              .getOrComputeIfAbsent(PageSolr.class, type -> start(), PageSolr.class);
      OpenPage.browser = OpenPage.server.browser();
    }

    private static PageSolr start() {
      try {
        String name = String.format(Locale.ROOT, "page-%d", ProcessHandle.current().pid());
        return new PageSolr(Files.createTempDirectory(Path.of("target"), name).toAbsolutePath());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
