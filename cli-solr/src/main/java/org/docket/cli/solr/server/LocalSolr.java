/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.docket.error.DocketException;
import org.docket.solr.server.PortInUseException;
import org.docket.solr.server.Serving;
import org.docket.solr.server.SolrServer;
import org.docket.solr.server.SolrServerException;

/** Docket's own Solr on a home that is laid out. Closing twice does no harm. */
public final class LocalSolr implements AutoCloseable {

  private final Path home;
  private final SolrServer server;
  private boolean closed;

  private LocalSolr(Path home, SolrServer server) {
    this.home = home;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @throws DocketException if the port is taken or the core cannot start
   */
  public static LocalSolr start(Path home, Serving serving) {
    Logs.toFile(Logs.of(home));
    LocalSolr solr = new LocalSolr(home, server(home, serving));
    try {
      solr.checkCore();
      return solr;
    } catch (RuntimeException e) {
      solr.close();
      throw e;
    }
  }

  private static SolrServer server(Path home, Serving serving) {
    try {
      return SolrServer.start(home, serving);
    } catch (PortInUseException e) {
      throw new DocketException(e.getMessage() + " with --port", e);
    } catch (SolrServerException e) {
      throw new DocketException(e.getMessage() + " (" + Logs.of(home) + ")", e);
    }
  }

  private void checkCore() {
    Map<String, String> failures = server.coreFailures();
    if (!failures.isEmpty()) {
      String core = failures.keySet().iterator().next();
      throw new DocketException("Solr's core did not start: " + failures.get(core));
    }
  }

  /** The address of Solr, without a slash at its end. */
  public URI url() {
    return server.url();
  }

  /** The address of the page. */
  public URI page() {
    return server.page();
  }

  /** Solr's log. */
  public Path log() {
    return Logs.of(home);
  }

  /** Waits until Solr stops. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops Solr: what was indexed is committed. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.close();
    }
  }
}
