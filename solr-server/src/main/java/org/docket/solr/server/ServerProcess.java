/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Solr with Docket's plugin in a process of its own, on a folder that stays: for what has to start,
 * stop or kill a whole server.
 */
public final class ServerProcess {

  private static final String USAGE = "HOME PORT PLUGIN-ZIP MODEL CONFIGSET CORE";

  private ServerProcess() {}

  /**
   * Runs until the process ends.
   *
   * @param args the Solr home, which is laid out if it is not there; the port; the plugin's zip;
   *     the model; the folder of the configset; the name of the core
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != USAGE.split(" ").length) {
      throw new IllegalArgumentException("ServerProcess takes " + USAGE);
    }
    Path home = Path.of(args[0]);
    if (Files.notExists(home)) {
      SolrHome.create(home)
          .addPlugin(Path.of(args[2]))
          .addModel(Path.of(args[3]))
          .addCore(args[5], Path.of(args[4]));
    }
    SolrServer.start(home, Integer.parseInt(args[1])).join();
  }
}
