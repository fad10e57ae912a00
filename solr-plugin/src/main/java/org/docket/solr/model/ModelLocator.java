/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.solr.common.SolrException;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.SolrCore;
import org.apache.solr.core.SolrResourceLoader;
import org.apache.solr.core.SolrResourceNotFoundException;
import org.docket.error.DocketException;

/** Finds what {@code doccat.model} names. */
public final class ModelLocator {

  private final CoreContainer container;
  private final SolrResourceLoader configset;

  public ModelLocator(SolrCore core) {
    this.container = core.getCoreContainer();
    this.configset = core.getResourceLoader();
  }

  /**
   * Finds the model: an absolute path or one relative to the Solr home, if there is such a file;
   * otherwise a resource of the configset.
   *
   * @param model the value of {@code doccat.model}
   * @throws DocketException if there is neither, or Solr does not allow the folder of the file
   */
  public ModelSource find(String model) {
    Path file = resolve(model);
    if (Files.isDirectory(file)) {
      throw new DocketException(file + " is a folder, not a model file");
    }
    if (Files.exists(file)) {
      return new ModelSource(file.toString(), () -> Files.newInputStream(file));
    }
    if (Path.of(model).isAbsolute()) {
      throw new DocketException("there is no file " + file);
    }
    requireResource(model, file);
    return new ModelSource(
        "the configset's resource " + model,
        ModelSource.fileNameOf(model),
        () -> configset.openResource(model));
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

  /** A configset may live in ZooKeeper: whether it has a resource shows when that is opened. */
  private void requireResource(String model, Path file) {
    try {
      configset.openResource(model).close();
    } catch (SolrResourceNotFoundException e) {
      throw new DocketException(
          "there is no file " + file + " and the configset has no resource '" + model + "'", e);
    } catch (IOException e) {
      throw new DocketException("the configset's resource " + model + " cannot be read: " + e, e);
    }
  }
}
