/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.servlet.DispatcherType;
import javax.servlet.UnavailableException;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.SolrCore;
import org.apache.solr.servlet.CoreContainerProvider;
import org.apache.solr.servlet.SolrDispatchFilter;
import org.apache.solr.update.UpdateLog;
import org.docket.solr.server.guard.Access;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * Solr in Jetty, as Solr's own start script runs it, with Docket's page in the place of the admin
 * pages, and a guard in front of both.
 *
 * <p>Bound to 127.0.0.1, so that nobody else can reach it. Starting returns when every core has
 * loaded, with what its log of updates held, or failed to; see {@link #coreFailures()}. Safe for
 * use by many threads.
 */
public final class SolrServer implements AutoCloseable {

  private static final String CONTEXT = "/solr";
  private static final String CORE = "complaints";
  private static final long LOAD_MILLIS = TimeUnit.MINUTES.toMillis(2);
  private static final long LOOK_MILLIS = 20;

  private final LocalServer server;
  private final CoreContainer cores;

  private SolrServer(LocalServer server, CoreContainer cores) {
    this.server = server;
    this.cores = cores;
  }

  /**
   * Starts Solr for the programs and pages of this machine; the page shows the core "complaints".
   *
   * @param solrHome the Solr home, for example of {@link SolrHome}
   * @param port the port to listen on; 0 takes any that is free
   * @throws PortInUseException if the port is taken
   * @throws SolrServerException if Solr does not start
   */
  public static SolrServer start(Path solrHome, int port) {
    return start(solrHome, new Serving(port, Access.LOCAL, CORE));
  }

  /**
   * Starts Solr.
   *
   * @param solrHome the Solr home, for example of {@link SolrHome}
   * @param serving how it is reached
   * @throws PortInUseException if the port is taken
   * @throws SolrServerException if Solr does not start
   */
  public static SolrServer start(Path solrHome, Serving serving) {
    FilterHolder solr = new FilterHolder(SolrDispatchFilter.class);
    LocalServer server = new LocalServer(serving, context(solrHome, solr));
    try {
      server.start();
      return new SolrServer(server, loadedCores(solr));
    } catch (PortInUseException e) {
      throw e;
    } catch (Exception e) {
      server.stopAfter(e);
      throw new SolrServerException(
          "Solr did not start on " + solrHome + ": " + e.getMessage() + "; its log says why", e);
    }
  }

  /** The address of Solr, without a slash at its end: {@code http://127.0.0.1:8983/solr}. */
  public URI url() {
    return server.address(CONTEXT);
  }

  /** The address of the page: {@code http://127.0.0.1:8983/}. */
  public URI page() {
    return server.address("/");
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
    server.stop();
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

  private static CoreContainer loadedCores(FilterHolder solr)
      throws UnavailableException, InterruptedException {
    CoreContainer cores = ((SolrDispatchFilter) solr.getFilter()).getCores();
    cores.waitForLoadingCoresToFinish(LOAD_MILLIS);
    for (String name : cores.getLoadedCoreNames()) {
      try (SolrCore core = cores.getCore(name)) {
        awaitReplay(core);
      }
    }
    return cores;
  }

  /**
   * After a kill, Solr brings what it has in its log of updates into the index while it answers
   * already: searches miss documents, and asking for one by its id may fail.
   */
  private static void awaitReplay(SolrCore core) throws InterruptedException {
    UpdateLog log = core == null ? null : core.getUpdateHandler().getUpdateLog();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOAD_MILLIS);
    while (log != null
        && log.getState() == UpdateLog.State.REPLAYING
        && System.nanoTime() - end < 0) {
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
