/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.docket.cli.Docket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code index} against a cluster of two shards. */
class IndexIT {

  private static final String COLLECTION = "rf2";
  private static final String PREFIX = "index-";
  private static final int DOCUMENTS = 80;

  private static Cluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
  }

  @AfterEach
  void remove() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      ids.add(PREFIX + i);
    }
    cluster.client().deleteById(COLLECTION, ids);
    cluster.commit(COLLECTION);
  }

  @Test
  void eachDocumentIsThereOnceThroughLeadersAndThroughANodeAndTheBadOnesAreAside()
      throws Exception {
    Path csv = folder.resolve("a.csv");
    StringBuilder rows = new StringBuilder("complaint_id,date_received,narrative\n");
    for (int i = 0; i < DOCUMENTS; i++) {
      String date = i % 40 == 7 ? "the eighth" : "01/08/2024";
      rows.append(PREFIX + i + "," + date + ",they call me about a debt of " + i + " dollars\n");
    }
    Files.writeString(csv, rows);

    String first = index(csv, "--zookeeper", zookeeper(), "--collection", COLLECTION);
    decide(PREFIX + 3);
    String second = index(csv, "--solr", cluster.node(1).getBaseUrl() + "/" + COLLECTION);

    assertThat(first)
        .contains("\"documents\":78,\"new\":78,\"updated\":0,\"rejected\":2,\"duplicates\":0");
    assertThat(second).contains("\"documents\":78,\"new\":0,\"updated\":78,\"rejected\":2");
    assertThat(Files.readAllLines(folder.resolve("a.csv.rejected.jsonl")))
        .hasSize(2)
        .allMatch(line -> line.contains("the eighth") && line.contains("rejected_reason"));
    Map<String, Map<String, Object>> found = cluster.replicas(COLLECTION).agreeing();
    List<String> ours = found.keySet().stream().filter(id -> id.startsWith(PREFIX)).toList();
    assertThat(ours).hasSize(DOCUMENTS - 2);
    assertThat(ours)
        .allSatisfy(
            id ->
                assertThat(found.get(id).get("predicted_source"))
                    .hasToString(id.equals(PREFIX + 3) ? "human" : "model"));
  }

  private static void decide(String id) throws Exception {
    SolrInputDocument decision = new SolrInputDocument();
    decision.setField("complaint_id", id);
    decision.setField("predicted_category", Map.of("set", "Chosen"));
    decision.setField("predicted_source", Map.of("set", "human"));
    new UpdateRequest().add(decision).process(cluster.client(), COLLECTION);
  }

  private static String index(Path csv, String... where) {
    List<String> arguments = new ArrayList<>(List.of("index", "--json", "--input"));
    arguments.add(csv.toString());
    arguments.addAll(List.of(where));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Docket.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  private static String zookeeper() {
    return cluster.solr().getZkServer().getZkAddress();
  }
}
