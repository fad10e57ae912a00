/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.embedded.JettySolrRunner;
import org.apache.solr.util.TestInjection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node goes down in the middle of indexing, without committing, and comes back: its last
 * documents are in its update log alone.
 */
class KilledNodeIT {

  private static final int SHARDS = 2;
  private static final int DOCUMENTS = 300;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void losesNoAcknowledgedDocumentAndLeavesNoneUntagged(int replicas) throws Exception {
    try (Cluster cluster = Cluster.start(folder, 2).configset("complaints")) {
      cluster.collection("killed", "complaints", SHARDS, replicas);
      List<JettySolrRunner> nodes = List.copyOf(cluster.nodes());
      List<SolrClient> eachNode = nodes.stream().map(Cluster::clientOf).toList();
      try (Indexer leaders = new Indexer("leaders", "killed", List.of(cluster.client()));
          Indexer others = new Indexer("nodes", "killed", eachNode)) {
        for (JettySolrRunner node : nodes) {
          others.waitForMore(DOCUMENTS);
          kill(cluster, node);
          if (replicas > 1) {
            leaders.waitForMore(DOCUMENTS);
            others.waitForMore(DOCUMENTS);
          }
          cluster.solr().startJettySolrRunner(node, true);
          cluster.waitFor("killed", SHARDS, replicas);
        }
        others.waitForMore(DOCUMENTS);
        assertComplete(cluster, leaders.stop());
        assertComplete(cluster, others.stop());
      }
      for (SolrClient client : eachNode) {
        client.close();
      }
    }
  }

  private static void assertComplete(Cluster cluster, Indexer indexer) throws Exception {
    Map<String, Map<String, Object>> found = cluster.replicas("killed").agreeing();
    assertThat(indexer.failures()).as("requests that met a killed node").isPositive();
    assertThat(indexer.acknowledged()).hasSizeGreaterThan(DOCUMENTS);
    assertThat(found.keySet()).containsAll(indexer.acknowledged());
    assertThat(found.values())
        .allSatisfy(d -> assertThat(d).containsKeys("predicted_category", "predicted_score"));
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
