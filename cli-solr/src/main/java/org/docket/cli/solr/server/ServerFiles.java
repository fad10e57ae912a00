/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.docket.error.DocketException;

/**
 * What Docket's own Solr is made of.
 *
 * @param model the model file
 * @param plugin the packaged Solr plugin
 * @param configset the folder with solrconfig.xml and the schema
 */
public record ServerFiles(Path model, Path plugin, Path configset) {

  /** The name of the one core. */
  public static final String CORE = "complaints";

  private static final String PLUGINS = "docket-solr-*.zip";

  /**
   * Finds the files in a clone of Docket.
   *
   * @throws DocketException if one is not there
   */
  public static ServerFiles of(Path clone) {
    return new ServerFiles(
        require(clone.resolve("models/complaints-en.bin")),
        plugin(clone.resolve("solr-plugin/target")),
        require(clone.resolve("conf/complaints")));
  }

  /**
   * The clone that the launcher runs in.
   *
   * @param command who needs it
   */
  public static Path clone(String command) {
    String home = System.getProperty("docket.home");
    if (home == null) {
      throw new DocketException(
          command + " needs the files of Docket's clone; start it with the launcher ./docket");
    }
    return Path.of(home);
  }

  /** A file that must be there. */
  public static Path require(Path file) {
    if (!Files.exists(file)) {
      throw new DocketException("Docket's Solr needs " + file + ", which is not there");
    }
    return file;
  }

  private static Path plugin(Path folder) {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> zips = Files.newDirectoryStream(folder, PLUGINS)) {
        Iterator<Path> found = zips.iterator();
        if (found.hasNext()) {
          return found.next();
        }
      } catch (IOException e) {
        throw new DocketException("cannot read the folder " + folder + ": " + e.getMessage(), e);
      }
    }
    throw new DocketException(
        "there is no " + PLUGINS + " in " + folder + "; build it with: mvn -DskipTests package");
  }
}
