/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.embedded.JettySolrRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that one node got travels to the others through Solr's file store. */
class FileStoreIT {

  private static final Path LOG = Path.of(System.getProperty("docket.log"));

  @TempDir static Path folder;
  private static Cluster cluster;
  private static String hash;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
    byte[] model = Files.readAllBytes(Cluster.MODEL);
    hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
  }

  @Test
  void bothNodesLoadItAndOneThatJoinsLaterToo() throws Exception {
    String name = "complaints-en-" + hash.substring(0, 12) + ".bin";
    upload("/models/" + name);
    int log = logEnd();

    cluster.collection("stored", "complaints", 2, 2, "filestore:/models/" + name);
    JettySolrRunner late = cluster.solr().startJettySolrRunner();
    CollectionAdminRequest.addReplicaToShard("stored", "shard1")
        .setNode(late.getNodeName())
        .process(cluster.client());
    cluster.solr().waitForActiveCollection("stored", 2, 5);

    assertThat(Path.of(late.getSolrHome()).resolve("filestore/models").resolve(name))
        .hasSameBinaryContentAs(Cluster.MODEL);
    for (JettySolrRunner node : cluster.nodes()) {
      String id = node.getNodeName();
      try (SolrClient client = Cluster.clientOf(node)) {
        client.add("stored", Complaints.document(id, Complaints.text(0)));
      }
      assertThat(cluster.replicas("stored").agreeing().get(id))
          .containsEntry("predicted_model", name + " " + hash.substring(0, 12));
    }
    assertThat(logged(log, "does not have the model's hash in its name")).isZero();
    CollectionAdminRequest.deleteCollection("stored").process(cluster.client());
    cluster.solr().stopJettySolrRunner(late);
  }

  @Test
  void aNodeThatLacksItSaysWhatToDo() throws Exception {
    int log = logEnd();
    JettySolrRunner node = cluster.node(0);

    assertThatThrownBy(
        () -> cluster.collection("lacking", "complaints", 1, 2, "filestore:/models/none-1.bin"));

    assertThat(
            logged(
                log,
                "Docket: doccat.model is 'filestore:/models/none-1.bin': node "
                    + node.getNodeName()
                    + " has no such file in its file store, and no other live node has it. Upload"
                    + " it: curl -X PUT -H 'Content-Type: application/octet-stream' -T MODEL-FILE '"
                    + node.getBaseURLV2()
                    + "/cluster/files/models/none-1.bin' (Solr allows it if started with"
                    + " -Denable.packages=true)"))
        .isPositive();
  }

  /** A new model has a new path: the configset names it, and a reload takes it up. */
  @Test
  void aReloadMovesAllNodesToTheFileThatTheConfigsetNames() throws Exception {
    Path other = Files.copy(Cluster.MODEL, folder.resolve("other.bin"));
    Files.write(other, new byte[1], StandardOpenOption.APPEND); // zips may have something behind
    upload("/models/first.bin");
    upload("/models/second.bin", other);
    configset("filestore:/models/first.bin");
    cluster.collection("moving", "moving", 1, 2);
    assertModel("first.bin");

    configset("filestore:/models/second.bin");
    CollectionAdminRequest.reloadCollection("moving").process(cluster.client());
    assertModel("second.bin");

    configset("filestore:/models/none-2.bin");
    int log = logEnd();
    CollectionAdminRequest.reloadCollection("moving").process(cluster.client());
    assertModel("second.bin");
    assertThat(logged(log, "has no such file in its file store")).isPositive();
  }

  private static void configset(String model) throws Exception {
    cluster.configset("moving", "${docket.model:models/complaints-en.bin}", model);
  }

  /** Each node tags with it. */
  private static void assertModel(String file) throws Exception {
    for (JettySolrRunner node : cluster.nodes()) {
      try (SolrClient client = Cluster.clientOf(node)) {
        client.add("moving", Complaints.document(node.getNodeName(), Complaints.text(0)));
      }
      Map<String, Object> document = cluster.replicas("moving").agreeing().get(node.getNodeName());
      assertThat(document.get("predicted_model").toString()).startsWith(file + " ");
    }
  }

  @Test
  void aNameWithoutTheHashIsToldAsNeverToBeUsedAgain() throws Exception {
    upload("/models/model.bin");
    int log = logEnd();

    cluster.collection("unnamed", "complaints", 1, 1, "filestore:/models/model.bin");

    cluster.client().add("unnamed", Complaints.document("1", Complaints.text(0)));
    assertThat(cluster.replicas("unnamed").agreeing().get("1")).containsKey("predicted_category");
    assertThat(logged(log, "better upload it as /models/model-" + hash.substring(0, 12) + ".bin"))
        .isEqualTo(1);
  }

  @Test
  void aModelThatTheConfigsetLacksIsPointedToTheFileStore() throws Exception {
    int log = logEnd();

    assertThatThrownBy(() -> cluster.collection("plain", "complaints", 1, 1, "model.bin"));

    assertThat(
            logged(
                log,
                "and the configset has no resource 'model.bin'. A configset in ZooKeeper seldom can"
                    + " have a model"))
        .isPositive();
  }

  /** As the documented curl does. */
  private static void upload(String path) throws Exception {
    upload(path, Cluster.MODEL);
  }

  private static void upload(String path, Path model) throws Exception {
    JettySolrRunner node = cluster.node(0);
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(node.getBaseURLV2() + "/cluster/files" + path))
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofFile(model))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Path copy = Path.of(cluster.node(1).getSolrHome()).resolve("filestore" + path);
    for (int i = 0; i < 100 && !hasArrived(copy, model); i++) {
      Thread.sleep(100);
    }
    assertThat(copy).hasSameBinaryContentAs(model);
  }

  private static boolean hasArrived(Path copy, Path model) throws Exception {
    return Files.exists(copy) && Files.size(copy) == Files.size(model);
  }

  private static int logEnd() throws Exception {
    return Files.readString(LOG).length();
  }

  private static long logged(int from, String words) throws Exception {
    return Files.readString(LOG).substring(from).lines().filter(l -> l.contains(words)).count();
  }
}
