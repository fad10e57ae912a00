/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.docket.error.DocketException;

/**
 * What the demo is made of.
 *
 * @param complaints the CSV to index
 * @param model the model file
 * @param plugin the packaged Solr plugin
 * @param configset the folder with solrconfig.xml and the schema
 */
record DemoFiles(Path complaints, Path model, Path plugin, Path configset) {

  private static final String PLUGINS = "docket-solr-*.zip";

  DemoFiles {
    check(complaints);
    check(model);
    check(plugin);
    check(configset);
  }

  /**
   * Finds the files in a clone of Docket.
   *
   * @throws DocketException if one is not there
   */
  static DemoFiles of(Path clone) {
    return new DemoFiles(
        clone.resolve("conf/demo/complaints.csv"),
        clone.resolve("models/complaints-en.bin"),
        plugin(clone.resolve("solr-plugin/target")),
        clone.resolve("conf/complaints"));
  }

  /** The clone that the launcher runs in. */
  static Path clone(String docketHome) {
    if (docketHome == null) {
      throw new DocketException(
          "the demo needs the files of Docket's clone; start it with the launcher ./docket");
    }
    return Path.of(docketHome);
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

  private static void check(Path file) {
    if (!Files.exists(file)) {
      throw new DocketException("the demo needs " + file + ", which is not there");
    }
  }
}
