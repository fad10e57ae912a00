/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.solr.common.SolrException;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.SolrCore;
import org.apache.solr.core.SolrResourceLoader;
import org.apache.solr.core.SolrResourceNotFoundException;
import org.docket.error.DocketException;

/** Finds what {@code doccat.model} names. */
public final class ModelLocator {

  /** What people meet who put a model where it works without SolrCloud. */
  private static final String IN_SOLRCLOUD =
      ". A configset in ZooKeeper seldom can have a model: Solr refuses zip files in it, which models"
          + " are, and ZooKeeper takes 1 MB at most. Upload the model into Solr's file store, which"
          + " all nodes share, and set doccat.model to filestore:/models/NAME-HASH.bin; or put the"
          + " file on each node";

  private final CoreContainer container;
  private final SolrResourceLoader configset;

  public ModelLocator(SolrCore core) {
    this.container = core.getCoreContainer();
    this.configset = core.getResourceLoader();
  }

  /**
   * Finds the model: {@code filestore:/path} in Solr's file store; an absolute path or one relative
   * to the Solr home, if there is such a file; otherwise a resource of the configset.
   *
   * @param model the value of {@code doccat.model}
   * @throws DocketException if it is in none of them, or Solr does not allow the folder of the file
   */
  public ModelSource find(String model) {
    if (model.startsWith(FileStoreModels.PREFIX)) {
      return new FileStoreModels(container).find(model);
    }
    Path file = resolve(model);
    if (Files.isDirectory(file)) {
      throw new DocketException(file + " is a folder, not a model file");
    }
    if (Files.exists(file)) {
      return new ModelSource(file.toString(), () -> Files.newInputStream(file));
    }
    if (Path.of(model).isAbsolute()) {
      throw new DocketException("there is no file " + file + onThisNode());
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
          String.format(
              Locale.ROOT,
              "there is no file %s%s and the configset has no resource '%s'%s",
              file,
              onThisNode(),
              model,
              container.isZooKeeperAware() ? IN_SOLRCLOUD : ""),
          e);
    } catch (IOException e) {
      throw new DocketException("the configset's resource " + model + " cannot be read: " + e, e);
    }
  }

  /** In SolrCloud, where one node may have what another has not. */
  private String onThisNode() {
    return container.isZooKeeperAware()
        ? " on node " + container.getZkController().getNodeName()
        : "";
  }
}
