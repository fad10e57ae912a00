/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.PathUtils;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.Http2SolrClient;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.cloud.MiniSolrCloudCluster;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.embedded.JettySolrRunner;

/**
 * Solr nodes in this process, with a ZooKeeper and the packaged plugin. What a test makes has a
 * name of its own, so that tests can share a cluster.
 */
final class Cluster implements AutoCloseable {

  static final Path REPOSITORY = Path.of(System.getProperty("docket.home")).normalize();
  static final Path MODEL = REPOSITORY.resolve("models/complaints-en.bin");

  private static final String OURS =
      "<processor class=\"org.docket.solr.DoccatUpdateProcessorFactory\">";

  private static final Path CONFIGSET = REPOSITORY.resolve("conf/complaints");
  private static final String NEXT = "<processor class=\"solr.LogUpdateProcessorFactory\"/>";
  private static final String RECORDER =
      "<processor class=\"" + RecorderFactory.class.getName() + "\"><str name=\"place\">";
  private static final int WAIT_SECONDS = 60;

  private static Cluster shared;

  private final MiniSolrCloudCluster solr;
  private final Path folder;

  private Cluster(MiniSolrCloudCluster solr, Path folder) {
    this.solr = solr;
    this.folder = folder;
  }

  /**
   * Two nodes, with the shipped configset "complaints" and the collections "rf1" and "rf2" of two
   * shards, each with as many replicas. One for all tests that leave it as it was, until the
   * process ends: it takes seconds to start.
   */
  static synchronized Cluster shared() throws Exception {
    if (shared == null) {
      Path target = Path.of(System.getProperty("docket.log")).getParent();
      Path folder = Files.createTempDirectory(target, "cluster");
      shared = start(folder, 2).configset("complaints");
      Runtime.getRuntime().addShutdownHook(new Thread(Cluster::stopShared, "cluster-stop"));
      shared.collection("rf1", "complaints", 2, 1);
      shared.collection("rf2", "complaints", 2, 2);
    }
    return shared;
  }

  private static void stopShared() {
    try {
      shared.close();
      PathUtils.deleteDirectory(shared.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Cluster start(Path folder, int nodes) throws Exception {
    MiniSolrCloudCluster solr =
        new MiniSolrCloudCluster.Builder(nodes, folder.resolve("cluster"))
            .withSolrXml(solrXml())
            .withTraceIdGenerationDisabled()
            .build();
    return new Cluster(solr, folder);
  }

  /** Uploads the shipped configset, with a recorder on each side of Docket's processor. */
  Cluster configset(String name, String... edits) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("configsets").resolve(name));
    String config = Files.readString(CONFIGSET.resolve("solrconfig.xml"));
    config = replaced(config, OURS, RECORDER + "before</str></processor>\n" + OURS);
    config = replaced(config, NEXT, RECORDER + "after</str></processor>\n" + NEXT);
    String schema = Files.readString(CONFIGSET.resolve("schema.xml"));
    for (int i = 0; i < edits.length; i += 2) {
      config = replaced(config, edits[i], edits[i + 1]);
    }
    Files.writeString(copy.resolve("solrconfig.xml"), config);
    Files.writeString(copy.resolve("schema.xml"), schema);
    solr.uploadConfigSet(copy, name);
    return this;
  }

  /** Makes a collection with the shipped model, and waits until all replicas are active. */
  Cluster collection(String name, String configset, int shards, int replicas) throws Exception {
    return collection(name, configset, shards, replicas, MODEL.toString());
  }

  Cluster collection(String name, String configset, int shards, int replicas, String model)
      throws Exception {
    CollectionAdminRequest.createCollection(name, configset, shards, replicas)
        .setProperties(Map.of("docket.model", model))
        .process(client());
    waitFor(name, shards, replicas);
    return this;
  }

  void waitFor(String collection, int shards, int replicas) {
    solr.waitForActiveCollection(
        collection, WAIT_SECONDS, TimeUnit.SECONDS, shards, shards * replicas);
  }

  /** Knows who leads, and sends each document there. */
  CloudSolrClient client() {
    return solr.getSolrClient();
  }

  JettySolrRunner node(int number) {
    return solr.getJettySolrRunner(number);
  }

  List<JettySolrRunner> nodes() {
    return solr.getJettySolrRunners();
  }

  MiniSolrCloudCluster solr() {
    return solr;
  }

  DocCollection state(String collection) {
    return solr.getZkStateReader().getCollection(collection);
  }

  /** The leader of the shard that a document belongs to; null if nobody leads. */
  Replica leadingReplica(String collection, String id) {
    DocCollection state = state(collection);
    return state.getRouter().getTargetSlice(id, null, null, null, state).getLeader();
  }

  /** The node of {@link #leadingReplica}. */
  JettySolrRunner leaderOf(String collection, String id) {
    return solr.getReplicaJetty(leadingReplica(collection, id));
  }

  Replicas replicas(String collection) {
    return new Replicas(this, collection);
  }

  void commit(String collection) throws SolrServerException, IOException {
    client().commit(collection);
  }

  /** Talks to one node, whoever leads. */
  static SolrClient clientOf(JettySolrRunner node) {
    return clientOf(node.getBaseUrl().toString());
  }

  static SolrClient clientOf(String nodeUrl) {
    return new Http2SolrClient.Builder(nodeUrl).build();
  }

  @Override
  public void close() throws IOException {
    try {
      solr.shutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IOException("the cluster did not stop", e);
    }
  }

  private static String solrXml() throws IOException {
    try (InputStream in = Cluster.class.getResourceAsStream("/solr.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static String replaced(String text, String old, String replacement) {
    if (!text.contains(old)) {
      throw new IllegalArgumentException("the configset does not say " + old);
    }
    return text.replace(old, replacement);
  }
}
