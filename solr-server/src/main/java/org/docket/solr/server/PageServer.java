/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.net.URI;
import java.time.Duration;
import org.docket.solr.server.forward.Collection;
import org.docket.solr.server.forward.ForwardServlet;
import org.docket.solr.server.guard.Access;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * The page for a Solr that runs elsewhere, bound to 127.0.0.1, behind the same guard as Docket's
 * own Solr. What the page asks is passed on. Safe for use by many threads.
 */
public final class PageServer implements AutoCloseable {

  private final LocalServer server;

  private PageServer(LocalServer server) {
    this.server = server;
  }

  /**
   * Starts it. Solr is not asked for anything yet.
   *
   * @param port the port to listen on; 0 takes any that is free
   * @param access who may ask, and for what
   * @param collection what the page shows
   * @param patience how long Solr may say nothing
   * @throws PortInUseException if the port is taken
   */
  public static PageServer start(
      int port, Access access, Collection collection, Duration patience) {
    ServletContextHandler forward = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    forward.setContextPath("/solr");
    forward.addServlet(new ServletHolder(new ForwardServlet(collection, patience)), "/*");
    LocalServer server = new LocalServer(new Serving(port, access, collection.name()), forward);
    try {
      server.start();
      return new PageServer(server);
    } catch (PortInUseException e) {
      throw e;
    } catch (Exception e) {
      throw new SolrServerException("the page's server did not start: " + e.getMessage(), e);
    }
  }

  /** The address of the page: {@code http://127.0.0.1:8983/}. */
  public URI page() {
    return server.address("/");
  }

  /** Waits until the server stops. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    server.stop();
  }
}
