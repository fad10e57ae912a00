/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.docket.cli.solr.server.LocalSolr;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.error.DocketException;
import org.docket.solr.server.Serving;
import org.docket.solr.server.SolrHome;
import org.docket.solr.server.guard.Access;

/** The demo's Solr, in a temporary home that goes when it is closed. Closing twice does no harm. */
final class DemoSolr implements AutoCloseable {

  private final TemporaryFolder home;
  private final LocalSolr solr;

  private DemoSolr(TemporaryFolder home, LocalSolr solr) {
    this.home = home;
    this.solr = solr;
  }

  /**
   * Starts it.
   *
   * @throws DocketException if the port is taken or the core cannot start
   */
  static DemoSolr start(ServerFiles files, int port) throws IOException {
    TemporaryFolder home = TemporaryFolder.create();
    try {
      SolrHome.create(home.path())
          .addPlugin(files.plugin())
          .addModel(files.model())
          .addCore(ServerFiles.CORE, files.configset());
      Serving serving = new Serving(port, Access.LOCAL, ServerFiles.CORE);
      return new DemoSolr(home, LocalSolr.start(home.path(), serving));
    } catch (IOException e) {
      home.close();
      throw home.unusable(e);
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  DemoIndex index() {
    return new DemoIndex(solr.url(), ServerFiles.CORE);
  }

  /** The address of the page. */
  URI page() {
    return solr.page();
  }

  /** Solr's log. */
  Path log() {
    return solr.log();
  }

  /** Waits until Solr stops. */
  void join() throws InterruptedException {
    solr.join();
  }

  @Override
  public synchronized void close() {
    solr.close();
    home.close();
  }
}
