/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.cloud.Replica;

/** A client of each node, which outlives the node. Safe for use by many threads. */
final class NodeClients implements AutoCloseable {

  private final Cluster cluster;
  private final String collection;
  private final Map<String, SolrClient> byUrl;
  private final AtomicInteger turn = new AtomicInteger();

  NodeClients(Cluster cluster, String collection) {
    this.cluster = cluster;
    this.collection = collection;
    this.byUrl =
        cluster.nodes().stream()
            .map(node -> node.getBaseUrl().toString())
            .collect(Collectors.toMap(Function.identity(), Cluster::clientOf));
  }

  /** To each node in turn, whoever leads. */
  void addToAnyNode(List<SolrInputDocument> documents) throws SolrServerException, IOException {
    List<SolrClient> clients = List.copyOf(byUrl.values());
    clients.get(Math.floorMod(turn.getAndIncrement(), clients.size())).add(collection, documents);
  }

  /** Documents of one shard, to its leader. */
  void addToLeader(List<SolrInputDocument> documents) throws SolrServerException, IOException {
    String id = documents.get(0).getFieldValue("complaint_id").toString();
    Replica leader = cluster.leadingReplica(collection, id);
    if (leader == null) {
      throw new SolrException(ErrorCode.SERVICE_UNAVAILABLE, "nobody leads the shard of " + id);
    }
    byUrl.get(leader.getBaseUrl()).add(leader.getCoreName(), documents);
  }

  @Override
  public void close() throws IOException {
    for (SolrClient client : byUrl.values()) {
      client.close();
    }
  }
}
