/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** Keeps Solr's log off the terminal. */
final class Logs {

  private static final String FILE_PROPERTY = "docket.demo.log";

  private Logs() {}

  /** Sends all that is logged from now on to a file. */
  static void toFile(Path file) {
    System.setProperty(FILE_PROPERTY, file.toString());
    URI configuration = URI.create(Logs.class.getResource("log4j2-demo.xml").toString());
    Configurator.reconfigure(configuration);
    LogManager.getLogManager().reset();
  }
}
