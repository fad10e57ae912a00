/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.cloud.Slice;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.common.util.Utils;
import org.apache.solr.embedded.JettySolrRunner;

/** What the replicas of a collection hold, each asked by itself, after a commit. */
record Replicas(Cluster cluster, String collection) {

  private static final String CATEGORIZED = "UPDATE.doccat.categorized";
  private static final int ALL = 1_000_000;

  /**
   * Each document with all of its fields, by its id.
   *
   * @throws AssertionError if the replicas of a shard differ in any field of any document
   */
  Map<String, Map<String, Object>> agreeing() throws SolrServerException, IOException {
    cluster.commit(collection);
    Map<String, Map<String, Object>> all = new TreeMap<>();
    for (Slice shard : cluster.state(collection).getSlices()) {
      Map<String, Map<String, Object>> first = null;
      for (Replica replica : shard.getReplicas()) {
        Map<String, Map<String, Object>> documents = documents(replica);
        if (first == null) {
          first = documents;
          all.putAll(documents);
        }
        assertThat(difference(first, documents)).as(replica.getCoreName()).isEmpty();
      }
    }
    return all;
  }

  /** How many texts the model has answered, in all cores together: one of Docket's metrics. */
  long categorized() throws SolrServerException, IOException {
    SolrQuery query = new SolrQuery();
    query.set("group", "core").set("prefix", CATEGORIZED);
    long sum = 0;
    for (JettySolrRunner node : cluster.nodes()) {
      try (SolrClient client = Cluster.clientOf(node)) {
        NamedList<?> answer =
            client.request(new GenericSolrRequest(METHOD.GET, "/admin/metrics", query));
        for (Map.Entry<String, ?> core : (NamedList<?>) answer.get("metrics")) {
          if (core.getKey().startsWith("solr.core." + collection + ".")) {
            List<String> path = List.of(CATEGORIZED, "count");
            sum += ((Number) Utils.getObjectByPath(core.getValue(), false, path)).longValue();
          }
        }
      }
    }
    return sum;
  }

  /** The ids of the documents that are not the same in both. */
  private static List<String> difference(
      Map<String, Map<String, Object>> first, Map<String, Map<String, Object>> second) {
    return Stream.concat(first.keySet().stream(), second.keySet().stream())
        .distinct()
        .filter(id -> !Objects.equals(first.get(id), second.get(id)))
        .toList();
  }

  private Map<String, Map<String, Object>> documents(Replica replica)
      throws SolrServerException, IOException {
    SolrQuery query = new SolrQuery("*:*").setRows(ALL).setFields("*", "_version_");
    query.set("distrib", false);
    try (SolrClient client = cluster.solr().getReplicaJetty(replica).newClient()) {
      List<SolrDocument> found = client.query(replica.getCoreName(), query).getResults();
      Map<String, Map<String, Object>> documents = new TreeMap<>();
      found.forEach(
          d -> documents.put(d.getFieldValue("complaint_id").toString(), new HashMap<>(d)));
      return documents;
    }
  }
}
