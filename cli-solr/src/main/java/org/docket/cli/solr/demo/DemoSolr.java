/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.docket.error.DocketException;
import org.docket.solr.server.PortInUseException;
import org.docket.solr.server.SolrHome;
import org.docket.solr.server.SolrServer;

/** The demo's Solr, in a temporary home that goes when it is closed. Closing twice does no harm. */
final class DemoSolr implements AutoCloseable {

  private static final String CORE = "complaints";

  private final TemporaryFolder home;
  private final SolrServer server;
  private boolean closed;

  private DemoSolr(TemporaryFolder home, SolrServer server) {
    this.home = home;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @throws DocketException if the port is taken or the core cannot start
   */
  static DemoSolr start(DemoFiles files, int port) throws IOException {
    TemporaryFolder home = TemporaryFolder.create();
    try {
      DemoSolr solr = new DemoSolr(home, startServer(home.path(), files, port));
      solr.checkCore();
      return solr;
    } catch (IOException e) {
      home.close();
      throw home.unusable(e);
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  DemoIndex index() {
    return new DemoIndex(server.url(), CORE);
  }

  /** Solr's log. */
  Path log() {
    return log(home.path());
  }

  /** Waits until Solr stops. */
  void join() throws InterruptedException {
    server.join();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.close();
      home.close();
    }
  }

  private static SolrServer startServer(Path home, DemoFiles files, int port) throws IOException {
    Logs.toFile(log(home));
    SolrHome.create(home)
        .addPlugin(files.plugin())
        .addModel(files.model())
        .addCore(CORE, files.configset());
    try {
      return SolrServer.start(home, port);
    } catch (PortInUseException e) {
      throw new DocketException(e.getMessage() + " with --port", e);
    }
  }

  private static Path log(Path home) {
    return home.resolve("solr.log");
  }

  private void checkCore() {
    Map<String, String> failures = server.coreFailures();
    if (!failures.isEmpty()) {
      server.close();
      throw new DocketException("Solr's core did not start: " + failures.get(CORE));
    }
  }
}
