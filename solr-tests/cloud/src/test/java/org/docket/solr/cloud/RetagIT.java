/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.docket.cli.Docket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands {@code retag} and {@code review} against a cluster of two shards. */
class RetagIT {

  private static final String COLLECTION = "rf2";
  private static final String OLD = "older.bin 000000000000";
  private static final String PREFIX = "retag,\"\\{!x} ";
  private static final int DOCUMENTS = 60;

  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
  }

  @Test
  void eachShardsDocumentsAreTaggedAgainAndAPersonsStay() throws Exception {
    for (String[] where :
        List.of(
            new String[] {"--zookeeper", zookeeper(), "--collection", COLLECTION},
            new String[] {"--solr", cluster.node(1).getBaseUrl() + "/" + COLLECTION})) {
      Map<String, Object> before = index();

      Run run = run("retag", where, "--yes", "--query", "predicted_model:\"" + OLD + "\"");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("retagged " + (DOCUMENTS - DOCUMENTS / 10) + " documents");
      ours()
          .forEach(
              (id, document) -> {
                boolean persons = id.endsWith("7");
                assertThat(document.get("predicted_source").toString())
                    .as(id)
                    .isEqualTo(persons ? "human" : "model");
                assertThat(document.get("_version_").equals(before.get(id))).isEqualTo(persons);
                assertThat(OLD.equals(document.get("predicted_model"))).isFalse();
              });
      Run review = run("review", where, "--json");
      assertThat(review.exitCode()).as(review.err()).isZero();
      assertThat(run("review", where, "--stats").out()).contains("People decided");
    }
  }

  /** Documents with a tag that looks like an older model's, and a person's, and their versions. */
  private static Map<String, Object> index() throws Exception {
    List<SolrInputDocument> tags = new ArrayList<>();
    for (SolrInputDocument document : Complaints.some(PREFIX, DOCUMENTS)) {
      boolean persons = document.getFieldValue("complaint_id").toString().endsWith("7");
      document.setField("predicted_category", persons ? "Mine" : "Old");
      document.setField("predicted_source", persons ? "human" : "model");
      if (!persons) {
        document.setField("predicted_model", OLD);
      }
      tags.add(document);
    }
    UpdateRequest update = new UpdateRequest().add(tags);
    update.setParam("doccat", "false");
    update.process(cluster.client(), COLLECTION);
    Map<String, Object> versions = new TreeMap<>();
    ours().forEach((id, document) -> versions.put(id, document.get("_version_")));
    assertThat(versions).hasSize(DOCUMENTS);
    return versions;
  }

  private static Map<String, Map<String, Object>> ours() throws Exception {
    Map<String, Map<String, Object>> all = cluster.replicas(COLLECTION).agreeing();
    all.keySet().removeIf(id -> !id.startsWith(PREFIX));
    return all;
  }

  private static String zookeeper() {
    return cluster.solr().getZkServer().getZkAddress();
  }

  private record Run(int exitCode, String out, String err) {}

  private static Run run(String command, String[] where, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(where));
    all.addAll(List.of(options));
    int exitCode =
        Docket.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }
}
