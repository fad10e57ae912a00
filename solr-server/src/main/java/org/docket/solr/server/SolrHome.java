/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * The folders of a Solr node: {@code solr.xml}, plugins in {@code lib}, models in {@code models},
 * and a folder for each core.
 *
 * @param folder the Solr home
 */
public record SolrHome(Path folder) {

  private static final String SOLR_XML = "solr.xml";

  /**
   * Lays out an empty Solr home.
   *
   * @param folder made if it is not there
   */
  public static SolrHome create(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (InputStream xml = SolrHome.class.getResourceAsStream(SOLR_XML)) {
      Files.copy(xml, folder.resolve(SOLR_XML), StandardCopyOption.REPLACE_EXISTING);
    }
    return new SolrHome(folder);
  }

  /**
   * Unpacks a plugin into the folder {@code lib}, whose jars all cores share.
   *
   * @param zip files without folders, as docket-solr's zip is
   */
  public SolrHome addPlugin(Path zip) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = lib.resolve(entry.getName()).normalize();
        if (!lib.equals(target.getParent())) {
          throw new IOException(zip + " holds '" + entry.getName() + "'; a plugin zip is flat");
        }
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return this;
  }

  /** Copies a model file into the folder {@code models}. */
  public SolrHome addModel(Path model) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.copy(model, models.resolve(model.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    return this;
  }

  /**
   * Makes a core, which Solr loads when it starts.
   *
   * @param name the name of the core
   * @param configset the folder with solrconfig.xml and the schema; copied
   */
  public SolrHome addCore(String name, Path configset) throws IOException {
    Path core = Files.createDirectories(folder.resolve(name));
    PathUtils.copyDirectory(configset, core.resolve("conf"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(core.resolve("core.properties"), "name=" + name + "\n");
    return this;
  }
}
