/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.embedded.JettySolrRunner;
import org.docket.solr.cloud.Decisions.Decision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes, two shards: who tags, and what the replicas hold. */
class WholeDocumentsIT {

  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
  }

  @BeforeEach
  void forget() {
    Decisions.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rf1", "rf2"})
  void eachIsCategorizedOnceOnTheNodeThatReceivedIt(String collection) throws Exception {
    for (JettySolrRunner node : cluster.nodes()) {
      Decisions.clear();
      String prefix = node.getLocalPort() + "-";
      List<SolrInputDocument> documents = Complaints.all(prefix);
      long before = cluster.replicas(collection).categorized();
      try (SolrClient client = Cluster.clientOf(node)) {
        client.add(collection, documents);
      }
      assertThat(Decisions.byPlace())
          .isEqualTo(Map.of(node.getNodeName() + " NONE", (long) documents.size()));
      assertThat(Decisions.ALL.stream().map(Decision::id)).doesNotHaveDuplicates();
      assertThat(cluster.replicas(collection).categorized() - before).isEqualTo(documents.size());
      assertTagged(collection, documents);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rf1", "rf2"})
  void aClientThatKnowsTheLeadersGetsEachTaggedOnceToo(String collection) throws Exception {
    List<SolrInputDocument> documents = Complaints.all("direct-");
    cluster.client().add(collection, documents);

    assertThat(Decisions.ALL)
        .hasSameSizeAs(documents)
        .allMatch(decision -> decision.phase().equals("NONE"));
    assertTagged(collection, documents);
  }

  @Test
  void whatARequestSaysHolds() throws Exception {
    SolrInputDocument document = Complaints.document("off", Complaints.text(0));
    var request = new UpdateRequest().add(document);
    request.setParam("doccat", "false");
    for (JettySolrRunner node : cluster.nodes()) {
      try (SolrClient client = Cluster.clientOf(node)) {
        request.process(client, "rf2");
      }
      assertThat(cluster.replicas("rf2").agreeing().get("off"))
          .doesNotContainKey("predicted_category");
    }
  }

  private static void assertTagged(String collection, List<SolrInputDocument> documents)
      throws Exception {
    Map<String, Map<String, Object>> found = cluster.replicas(collection).agreeing();
    assertThat(found).hasSizeGreaterThanOrEqualTo(documents.size());
    assertThat(documents)
        .allSatisfy(
            document ->
                assertThat(found.get(document.getFieldValue("complaint_id").toString()))
                    .containsKeys("predicted_category", "predicted_score"));
  }
}
