/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.apache.solr.common.SolrException;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.SolrCore;
import org.apache.solr.core.SolrResourceLoader;
import org.docket.error.DocketException;

/** Finds the file that {@code doccat.model} names. */
final class ModelLocator {

  private final CoreContainer container;
  private final SolrResourceLoader configset;

  ModelLocator(SolrCore core) {
    this.container = core.getCoreContainer();
    this.configset = core.getResourceLoader();
  }

  /**
   * Opens the model: an absolute path or one relative to the Solr home, if there is such a file;
   * otherwise a resource of the configset.
   *
   * @param model the value of {@code doccat.model}
   * @param open gets the file, which may be gone after this call
   * @throws DocketException if there is no such file or Solr does not allow its folder
   */
  <T> T open(String model, Function<Path, T> open) {
    Path file = resolve(model);
    if (Files.exists(file)) {
      return open.apply(file);
    }
    if (Path.of(model).isAbsolute()) {
      throw new DocketException("there is no file " + file);
    }
    try (InputStream resource = configset.openResource(model)) {
      return openCopy(model, resource, open);
    } catch (IOException e) {
      throw new DocketException(
          "there is no file " + file + " and the configset has no resource '" + model + "'", e);
    }
  }

  private Path resolve(String model) {
    try {
      Path file = container.getNodeConfig().getSolrHome().resolve(model).normalize();
      container.assertPathAllowed(file);
      return file;
    } catch (InvalidPathException | SolrException e) {
      throw new DocketException(e.getMessage(), e);
    }
  }

  /** A configset may live in ZooKeeper, and models are read from files. */
  private static <T> T openCopy(String model, InputStream resource, Function<Path, T> open)
      throws IOException {
    Path folder = Files.createTempDirectory("docket-model");
    Path copy = folder.resolve(Path.of(model).getFileName());
    try {
      Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
      return open.apply(copy);
    } finally {
      Files.deleteIfExists(copy);
      Files.delete(folder);
    }
  }
}
