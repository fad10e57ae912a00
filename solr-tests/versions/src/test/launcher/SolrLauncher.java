/* SPDX-License-Identifier: Apache-2.0 */
import java.io.IOException;
import java.util.EnumSet;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.servlet.DispatcherType;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.servlet.CoreContainerProvider;
import org.apache.solr.servlet.SolrDispatchFilter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * Solr in Jetty, in a process of its own. Compiled anew with the jars of each Solr, as Jetty's
 * methods changed; for Solr 10 its packages are renamed before.
 *
 * <p>Argument: the Solr home. Prints the port once the cores are loaded, or failed to. Runs until
 * standard input ends.
 */
public final class SolrLauncher {

  private SolrLauncher() {}

  public static void main(String[] args) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    FilterHolder solr = new FilterHolder(SolrDispatchFilter.class);
    server.setHandler(context(args[0], solr));
    try {
      server.start();
      CoreContainer cores = ((SolrDispatchFilter) solr.getFilter()).getCores();
      cores.waitForLoadingCoresToFinish(TimeUnit.MINUTES.toMillis(2));
      new TreeMap<>(cores.getCoreInitFailures())
          .forEach((core, e) -> System.out.println("FAILED " + core + " " + e.exception));
      System.out.println("PORT " + connector.getLocalPort());
      waitForEnd();
    } finally {
      server.stop();
    }
  }

  private static ServletContextHandler context(String solrHome, FilterHolder solr) {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    context.setContextPath("/solr");
    context.setAttribute(SolrDispatchFilter.SOLRHOME_ATTRIBUTE, solrHome);
    context.addEventListener(new CoreContainerProvider());
    context.addFilter(solr, "/*", EnumSet.of(DispatcherType.REQUEST));
    return context;
  }

  private static void waitForEnd() throws IOException {
    while (System.in.read() >= 0) {
      // what comes does not matter
    }
  }
}
