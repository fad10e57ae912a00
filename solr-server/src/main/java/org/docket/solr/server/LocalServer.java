/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.docket.solr.server.web.PageServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, reachable from this machine only: the page, and beside it what answers for Solr. */
final class LocalServer {

  private static final String HOST = "127.0.0.1";
  private static final int MAX_THREADS = 64;
  private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private final Serving serving;
  private final Server server = new Server(new QueuedThreadPool(MAX_THREADS));
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  /**
   * Puts it together.
   *
   * @param solr what is at /solr
   */
  LocalServer(Serving serving, ServletContextHandler solr) {
    this.serving = serving;
    connector.setHost(HOST);
    connector.setPort(serving.port());
    server.addConnector(connector);
    server.setStopTimeout(STOP_MILLIS);
    server.setHandler(
        new FrontHandler(serving.access(), new ContextHandlerCollection(page(serving), solr)));
  }

  /**
   * Starts it; if that fails it is stopped again.
   *
   * @throws PortInUseException if the port is taken
   */
  void start() throws Exception {
    try {
      connector.open(); // a port that is taken is told before Solr has loaded its cores
      server.start();
    } catch (Exception e) {
      stopAfter(e);
      if (e instanceof IOException && e.getCause() instanceof BindException) {
        throw new PortInUseException(serving.port(), e);
      }
      throw e;
    }
  }

  /** The address of a path that begins with a slash. */
  URI address(String path) {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort() + path);
  }

  void join() throws InterruptedException {
    server.join();
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new SolrServerException("Solr did not stop cleanly: " + e.getMessage(), e);
    }
  }

  /** Stops what has started, because something failed. */
  void stopAfter(Exception reason) {
    try {
      server.stop();
      connector.close();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }

  private static ServletContextHandler page(Serving serving) {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    context.setContextPath("/");
    context.addServlet(new ServletHolder(new PageServlet(serving.page())), "/");
    return context;
  }
}
