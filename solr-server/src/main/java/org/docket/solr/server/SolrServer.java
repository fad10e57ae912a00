/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.servlet.DispatcherType;
import javax.servlet.UnavailableException;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.servlet.CoreContainerProvider;
import org.apache.solr.servlet.SolrDispatchFilter;
import org.docket.solr.server.web.PageConfig;
import org.docket.solr.server.web.PageServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Solr in Jetty, as Solr's own start script runs it, without the admin pages.
 *
 * <p>Bound to 127.0.0.1, so that nobody else can reach it. Starting returns when every core has
 * loaded or failed to; see {@link #coreFailures()}. Safe for use by many threads.
 */
public final class SolrServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String CONTEXT = "/solr";
  private static final String CORE = "complaints";
  private static final int MAX_THREADS = 64;
  private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);
  private static final long LOAD_MILLIS = TimeUnit.MINUTES.toMillis(2);

  private final Server server;
  private final ServerConnector connector;
  private final CoreContainer cores;

  private SolrServer(Server server, ServerConnector connector, CoreContainer cores) {
    this.server = server;
    this.connector = connector;
    this.cores = cores;
  }

  /**
   * Starts Solr.
   *
   * @param solrHome the Solr home, for example of {@link SolrHome}
   * @param port the port to listen on; 0 takes any that is free
   * @throws PortInUseException if the port is taken
   * @throws SolrServerException if Solr does not start
   */
  public static SolrServer start(Path solrHome, int port) {
    Server server = new Server(new QueuedThreadPool(MAX_THREADS));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    server.setStopTimeout(STOP_MILLIS);
    FilterHolder solr = new FilterHolder(SolrDispatchFilter.class);
    server.setHandler(
        new FrontHandler(
            new ContextHandlerCollection(
                page(PageConfig.of(CORE, false)), context(solrHome, solr))));
    try {
      server.start();
      return new SolrServer(server, connector, loadedCores(solr));
    } catch (Exception e) {
      stop(server, e);
      throw failure(solrHome, port, e);
    }
  }

  /** The address of Solr, without a slash at its end: {@code http://127.0.0.1:8983/solr}. */
  public URI url() {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort() + CONTEXT);
  }

  /** The address of the page. */
  public URI page() {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort() + "/");
  }

  /**
   * The cores that could not be loaded, each with the message of the cause; empty if all is well.
   */
  public Map<String, String> coreFailures() {
    Map<String, String> failures = new TreeMap<>();
    cores
        .getCoreInitFailures()
        .forEach((core, failure) -> failures.put(core, failure.exception.getMessage()));
    return failures;
  }

  /** Solr itself, to look into. */
  CoreContainer cores() {
    return cores;
  }

  /** Waits until the server stops. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops Solr: what was indexed is committed and the cores are closed. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new SolrServerException("Solr did not stop cleanly: " + e.getMessage(), e);
    }
  }

  private static ServletContextHandler context(Path solrHome, FilterHolder solr) {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    context.setContextPath(CONTEXT);
    context.setAttribute(
        SolrDispatchFilter.SOLRHOME_ATTRIBUTE, solrHome.toAbsolutePath().toString());
    context.addEventListener(new CoreContainerProvider());
    context.addFilter(solr, "/*", EnumSet.of(DispatcherType.REQUEST));
    return context;
  }

  private static ServletContextHandler page(PageConfig config) {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    context.setContextPath("/");
    context.addServlet(new ServletHolder(new PageServlet(config)), "/");
    return context;
  }

  private static CoreContainer loadedCores(FilterHolder solr) throws UnavailableException {
    CoreContainer cores = ((SolrDispatchFilter) solr.getFilter()).getCores();
    cores.waitForLoadingCoresToFinish(LOAD_MILLIS);
    return cores;
  }

  private static void stop(Server server, Exception reason) {
    try {
      server.stop();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }

  private static SolrServerException failure(Path solrHome, int port, Exception e) {
    if (e instanceof IOException && e.getCause() instanceof BindException) {
      return new PortInUseException(port, e);
    }
    return new SolrServerException(
        "Solr did not start on " + solrHome + ": " + e.getMessage() + "; its log says why", e);
  }
}
