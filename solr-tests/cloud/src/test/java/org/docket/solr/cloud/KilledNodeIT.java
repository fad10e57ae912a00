/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.solr.embedded.JettySolrRunner;
import org.apache.solr.util.TestInjection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node goes down in the middle of indexing, without committing, and comes back: its last
 * documents are in its update log alone.
 *
 * <p>Batches go to the leader of their shard, and who sends to any node sends one document at a
 * time: when one node forwards several documents to another and that fails, Solr sends the first
 * one again, forgets the others, and tells the client that all is well ({@code
 * StreamingSolrClients} remembers one update for each address).
 */
class KilledNodeIT {

  private static final int SHARDS = 2;
  private static final int BATCH = 10;
  private static final int DOCUMENTS = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void losesNoAcknowledgedDocumentAndLeavesNoneUntagged(int replicas) throws Exception {
    try (Cluster cluster = Cluster.start(folder, 2).configset("complaints")) {
      cluster.collection("killed", "complaints", SHARDS, replicas);
      try (NodeClients clients = new NodeClients(cluster, "killed");
          Indexer batches = new Indexer("batches", BATCH, clients::addToLeader);
          Indexer singles = new Indexer("singles", 1, clients::addToAnyNode)) {
        for (JettySolrRunner node : victims(cluster, replicas)) {
          batches.waitForMore(DOCUMENTS);
          kill(cluster, node);
          if (replicas > 1) {
            batches.waitForMore(DOCUMENTS);
          }
          cluster.solr().startJettySolrRunner(node, true);
          cluster.waitFor("killed", SHARDS, replicas);
        }
        batches.waitForMore(DOCUMENTS);
        batches.finish();
        singles.finish();
        Map<String, Map<String, Object>> found = cluster.replicas("killed").agreeing();
        assertComplete(found, batches);
        assertComplete(found, singles);
      }
    }
  }

  /** With one replica each node in turn; with two, which recover slowly, one that leads. */
  private static List<JettySolrRunner> victims(Cluster cluster, int replicas) {
    return replicas == 1
        ? List.copyOf(cluster.nodes())
        : List.of(cluster.leaderOf("killed", "any"));
  }

  private static void assertComplete(Map<String, Map<String, Object>> found, Indexer indexer) {
    assertThat(indexer.failures()).as("requests that met a killed node").isPositive();
    assertThat(indexer.acknowledged()).hasSizeGreaterThan(BATCH);
    assertThat(indexer.acknowledged().stream().filter(id -> !found.containsKey(id))).isEmpty();
    assertThat(found.values().stream().filter(d -> !d.containsKey("predicted_category"))).isEmpty();
  }

  private static void kill(Cluster cluster, JettySolrRunner node) throws Exception {
    TestInjection.skipIndexWriterCommitOnClose = true;
    try {
      cluster.solr().stopJettySolrRunner(node);
    } finally {
      TestInjection.skipIndexWriterCommitOnClose = false;
    }
  }
}
