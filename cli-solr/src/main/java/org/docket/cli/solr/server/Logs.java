/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** Keeps Solr's log off the terminal. */
public final class Logs {

  private static final String FILE_PROPERTY = "docket.server.log";

  private Logs() {}

  /** The log of a Solr home. */
  public static Path of(Path home) {
    return home.resolve("solr.log");
  }

  /** Sends all that is logged from now on to a file, which is set aside when it has grown. */
  public static void toFile(Path file) {
    System.setProperty(FILE_PROPERTY, file.toString());
    URI configuration = URI.create(Logs.class.getResource("log4j2-server.xml").toString());
    Configurator.reconfigure(configuration);
    LogManager.getLogManager().reset();
  }
}
