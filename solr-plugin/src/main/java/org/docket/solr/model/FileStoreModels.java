/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.solr.cloud.ZkController;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.SolrCore;
import org.docket.error.DocketException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models in Solr's file store, which SolrCloud copies to its nodes.
 *
 * <p>A file in the store has a path for ever: Solr does not replace it well (nodes may keep the old
 * content, or get a mixture). So each model needs a path of its own, and its hash in the name gives
 * it one.
 */
final class FileStoreModels {

  /** What {@code doccat.model} begins with. */
  static final String PREFIX = "filestore:";

  private static final Logger LOG = LoggerFactory.getLogger(FileStoreModels.class);

  /** As many digits of a hash as a name must have, and as many as we advise. */
  private static final int HASH_DIGITS = 8;

  private static final int ADVISED_DIGITS = 12;

  /** How long Solr may take to write a file to the disk. */
  private static final Duration ARRIVAL = Duration.ofSeconds(20);

  private final CoreContainer container;

  FileStoreModels(CoreContainer container) {
    this.container = container;
  }

  /**
   * Finds a model in the store, fetching it from another node if this one does not have it.
   *
   * @param model the value of {@code doccat.model}
   * @throws DocketException if it is not there, or damaged, or this Solr is not in SolrCloud
   */
  ModelSource find(String model) {
    String path = model.substring(PREFIX.length());
    if (!path.startsWith("/")) {
      throw new DocketException(
          "write " + PREFIX + "/" + path + ": a path in the store is absolute");
    }
    if (!container.isZooKeeperAware()) {
      throw new DocketException(
          "only SolrCloud has a file store, and this Solr runs alone: name a file on its disk");
    }
    if (SolrFileStore.of(container).fetch(path) != SolrFileStore.FileType.FILE) {
      throw missing(path);
    }
    Path file = file(path);
    requireWhole(path, file);
    ModelSource source = new ModelSource(model, () -> Files.newInputStream(file));
    adviseName(path, source.hash());
    return source;
  }

  private Path file(String path) {
    return container.getNodeConfig().getSolrHome().resolve("filestore").resolve(path.substring(1));
  }

  private DocketException missing(String path) {
    ZkController zooKeeper = container.getZkController();
    boolean old = solrMajor() < 10;
    return new DocketException(
        String.format(
            Locale.ROOT,
            "node %s has no such file in its file store, and no other live node has it. Upload it:"
                + " curl -X PUT -H 'Content-Type: application/octet-stream' -T MODEL-FILE"
                + " '%s/cluster/%s%s' (Solr allows it if started with -D%s=true)",
            zooKeeper.getNodeName(),
            zooKeeper.getBaseUrl().replaceFirst("/solr$", "/api"),
            old ? "files" : "filestore/files",
            path,
            old ? "enable.packages" : "solr.packages.enabled"));
  }

  /** 9 if it does not say. */
  private static int solrMajor() {
    String version = SolrCore.class.getPackage().getSpecificationVersion();
    return version != null && version.matches("\\d\\d.*") ? 10 : 9;
  }

  private void requireWhole(String path, Path file) {
    if (!new UploadedFile(file).isWholeWithin(ARRIVAL)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "on node %s %s is not what was uploaded as %s: its SHA-512 is another. Solr's file"
                  + " store does not replace files: upload the model under another name",
              container.getZkController().getNodeName(),
              file,
              path));
    }
  }

  private static void adviseName(String path, String hash) {
    if (!path.contains(hash.substring(0, HASH_DIGITS))) {
      LOG.warn(
          "{}{} does not have the model's hash in its name. Solr's file store does not replace"
              + " files, so that each model needs a name of its own: better upload it as {}",
          PREFIX,
          path,
          advised(path, hash.substring(0, ADVISED_DIGITS)));
    }
  }

  /** The path with a hash before the extension. */
  static String advised(String path, String hash) {
    int dot = path.lastIndexOf('.');
    int end = dot > path.lastIndexOf('/') ? dot : path.length();
    return path.substring(0, end) + "-" + hash + path.substring(end);
  }
}
