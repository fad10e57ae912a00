/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.client.solrj.request.schema.SchemaRequest;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.embedded.JettySolrRunner;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.docket.solr.cloud.Decisions.Decision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What needs the stored document is decided once, by the leader, whichever node the update came to:
 * the one that leads, one that follows, or (with one replica) one that has no such shard.
 */
class PartialUpdatesIT {

  private static final String MORTGAGE = "Escrow of my mortgage: they did not pay my property tax.";
  private static final String STUDENT = "My student loan servicer lost my payments for two years.";
  private static final String TAG = "predicted_";
  private static final String HISTORY = "predicted_history";

  private static Cluster cluster;
  private static int ids;

  private String collection;
  private String id;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.shared();
  }

  @BeforeEach
  void choose() {
    collection = "rf2";
    id = "doc-" + ids++;
  }

  @ParameterizedTest
  @CsvSource({"rf1,true", "rf1,false", "rf2,true", "rf2,false"})
  void theLeaderDecidesOnceOnANewText(String in, boolean toLeader) throws Exception {
    collection = in;
    add(id, MORTGAGE);
    Decisions.clear();

    update(toLeader, Map.of("narrative", set(STUDENT)));

    assertThat(Decisions.ALL)
        .containsExactly(new Decision(id, leader().getNodeName(), toLeader ? "NONE" : "TOLEADER"));
    assertThat(tag()).isEqualTo(tagOf(STUDENT)).containsEntry("predicted_source", "model");
    assertThat((Collection<?>) document().get(HISTORY))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("\"category\":\"Mortgage\"");
  }

  @ParameterizedTest
  @CsvSource({"rf1,true", "rf1,false", "rf2,true", "rf2,false"})
  void withoutTextThereIsNoTag(String in, boolean toLeader) throws Exception {
    collection = in;
    add(id, MORTGAGE);

    update(toLeader, Map.of("narrative", set(null)));

    assertThat(tag()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobodyDecidesWhereTheTextStays(boolean toLeader) throws Exception {
    add(id, MORTGAGE);
    Decisions.clear();

    update(toLeader, Map.of("company", set("Veyra")));

    assertThat(Decisions.ALL).isEmpty();
    assertThat(document()).containsEntry("company", "Veyra");
    assertThat(tag()).isEqualTo(tagOf(MORTGAGE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPersonsTagSurvivesANewText(boolean toLeader) throws Exception {
    add(id, MORTGAGE);
    update(toLeader, Map.of("predicted_category", set("Ours")));
    assertThat(tag()).isEqualTo(Map.of("predicted_category", "Ours", "predicted_source", "human"));

    update(toLeader, Map.of("narrative", set(STUDENT)));

    assertThat(document()).containsEntry("narrative", STUDENT);
    assertThat(tag()).isEqualTo(Map.of("predicted_category", "Ours", "predicted_source", "human"));
  }

  /** Category and score, as from a page that shows no more of a document. */
  @ParameterizedTest
  @CsvSource({"rf1,true", "rf1,false", "rf2,true", "rf2,false"})
  void theLeaderKnowsItsOwnTagWhenItComesBack(String in, boolean toLeader) throws Exception {
    collection = in;
    add(id, MORTGAGE);
    SolrInputDocument back = Complaints.document(id, STUDENT);
    back.setField("predicted_category", document().get("predicted_category"));
    back.setField("predicted_score", document().get("predicted_score"));

    send(toLeader, back);

    assertThat(tag()).isEqualTo(tagOf(STUDENT));
  }

  @ParameterizedTest
  @CsvSource({"rf1,true", "rf1,false", "rf2,true", "rf2,false"})
  void theLeaderKnowsThatAnotherTagIsAPersons(String in, boolean toLeader) throws Exception {
    collection = in;
    add(id, MORTGAGE);
    SolrInputDocument back = Complaints.document(id, STUDENT);
    back.setField("predicted_category", "Ours");
    back.setField("predicted_score", 0.5);

    send(toLeader, back);

    assertThat(tag())
        .containsEntry("predicted_category", "Ours")
        .containsEntry("predicted_source", "human");
  }

  /** New ones, some with their own tag and some with a person's, all in one request. */
  @ParameterizedTest
  @CsvSource({"rf1,true", "rf1,false", "rf2,true", "rf2,false"})
  void eachDocumentOfABatchIsDecidedByItself(String in, boolean toLeader) throws Exception {
    collection = in;
    add(id, MORTGAGE);
    Map<String, Object> mortgage = document();
    List<SolrInputDocument> batch = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      SolrInputDocument document = Complaints.document(id + "-" + i, STUDENT);
      if (i % 3 > 0) {
        add(id + "-" + i, MORTGAGE);
        document.setField("predicted_category", mortgage.get("predicted_category"));
        document.setField(
            "predicted_score", i % 3 == 1 ? mortgage.get("predicted_score") : (Object) 0.5);
      }
      batch.add(document);
    }

    try (SolrClient client = Cluster.clientOf(toLeader ? leader() : other())) {
      client.add(collection, batch);
    }

    Map<String, Object> student = tagOf(STUDENT);
    Map<String, Map<String, Object>> found = cluster.replicas(collection).agreeing();
    for (int i = 0; i < 30; i++) {
      Map<String, Object> tag = tagIn(found.get(id + "-" + i));
      if (i % 3 < 2) {
        assertThat(tag).as("document %s", i).isEqualTo(student);
      } else {
        assertThat(tag)
            .as("document %s", i)
            .containsEntry("predicted_category", mortgage.get("predicted_category"))
            .doesNotContainKey("predicted_score")
            .containsEntry("predicted_source", "human");
      }
    }
  }

  /** Where a document belongs to another collection than the one that received it. */
  @Test
  void aRoutedAliasCategorizesOnceAndLeavesTheRestToTheLeader() throws Exception {
    CollectionAdminRequest.createTimeRoutedAlias(
            "routed",
            "2026-01-01T00:00:00Z",
            "+1MONTH",
            "date_received",
            CollectionAdminRequest.createCollection("_unused_", "complaints", 2, 2)
                .setProperties(Map.of("docket.model", Cluster.MODEL.toString())))
        .process(cluster.client());
    collection = "routed__TRA__2026-01-01";
    cluster.waitFor(collection, 2, 2);
    SolrInputDocument first = Complaints.document(id, MORTGAGE);
    first.setField("date_received", "2026-01-02T00:00:00Z");
    Decisions.clear();
    cluster.client().add("routed", first);
    assertThat(Decisions.ALL).hasSize(1);

    SolrInputDocument back = Complaints.document(id, STUDENT);
    back.setField("date_received", "2026-01-02T00:00:00Z");
    back.setField("predicted_category", document().get("predicted_category"));
    back.setField("predicted_score", document().get("predicted_score"));
    cluster.client().add("routed", back);

    Map<String, Object> routed = tag();

    // A second collection, which is the one that receives what is sent to the alias from now on.
    SolrInputDocument later = Complaints.document(id + "-later", STUDENT);
    later.setField("date_received", "2026-02-02T00:00:00Z");
    cluster.client().add("routed", later);
    SolrInputDocument update = new SolrInputDocument("complaint_id", id);
    update.setField("date_received", "2026-01-02T00:00:00Z");
    update.setField("narrative", Map.of("set", MORTGAGE));
    cluster.client().add("routed", update);
    Map<String, Object> updated = tag();

    collection = "rf2";
    assertThat(routed).isEqualTo(tagOf(STUDENT));
    assertThat(updated).isEqualTo(tagOf(MORTGAGE));
  }

  /** What a node leaves to the leader is not for a processor that adds fields to the schema. */
  @Test
  void aSchemaThatGrowsDoesNotGetOurMarker() throws Exception {
    collection = "growing";
    cluster.configset(
        collection,
        "ClassicIndexSchemaFactory\"/>",
        "ManagedIndexSchemaFactory\"/>",
        "<processor class=\"solr.LogUpdateProcessorFactory\"/>",
        "<processor class=\"solr.AddSchemaFieldsUpdateProcessorFactory\">"
            + "<str name=\"defaultFieldType\">string</str></processor>"
            + "<processor class=\"solr.LogUpdateProcessorFactory\"/>");
    cluster.collection(collection, collection, 1, 2);
    SolrInputDocument back = Complaints.document(id, STUDENT);
    back.setField("predicted_category", "Ours");
    back.setField("predicted_score", 0.5);
    back.setField("unknown", "grows");

    send(false, back);

    assertThat(tag()).containsEntry("predicted_source", "human");
    assertThat(new SchemaRequest.Fields().process(cluster.client(), collection).getFields())
        .extracting(field -> field.get("name"))
        .contains("unknown")
        .doesNotContain("_doccat_undecided_");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatARequestAsksForReachesTheLeader(boolean toLeader) throws Exception {
    add(id, MORTGAGE);
    update(toLeader, Map.of("predicted_category", set("Ours")));

    update(toLeader, Map.of("narrative", set(STUDENT)), "doccat.overwrite", "true");

    assertThat(tag()).isEqualTo(tagOf(STUDENT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thatARequestIsNotToBeTaggedReachesTheLeader(boolean toLeader) throws Exception {
    add(id, MORTGAGE);

    update(toLeader, Map.of("narrative", set(STUDENT)), "doccat", "false");

    assertThat(document()).containsEntry("narrative", STUDENT);
    assertThat(tag()).isEqualTo(tagOf(MORTGAGE));
  }

  /** Two threads write two texts, each through a node of its own. */
  @Test
  void updatesAtTheSameTimeLeaveNoOldTag() throws Exception {
    add(id, MORTGAGE);
    List<Throwable> failures = new ArrayList<>();
    Thread other = new Thread(() -> alternate(false, failures), "updates");
    other.start();
    alternate(true, failures);
    other.join();

    assertThat(failures).isEmpty();
    assertThat(tag()).isEqualTo(tagOf(document().get("narrative").toString()));
  }

  private void alternate(boolean toLeader, List<Throwable> failures) {
    try {
      for (int i = 0; i < 20; i++) {
        update(toLeader, Map.of("narrative", set(i % 2 == 0 ? STUDENT : MORTGAGE)));
      }
    } catch (Exception e) {
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  private static Map<String, Object> set(Object value) {
    Map<String, Object> operation = new HashMap<>();
    operation.put("set", value);
    return operation;
  }

  private void add(String id, String text) throws Exception {
    cluster.client().add(collection, Complaints.document(id, text));
  }

  private void update(boolean toLeader, Map<String, Object> fields, String... params)
      throws Exception {
    SolrInputDocument update = new SolrInputDocument();
    update.setField("complaint_id", id);
    fields.forEach(update::setField);
    send(toLeader, update, params);
  }

  private void send(boolean toLeader, SolrInputDocument document, String... params)
      throws Exception {
    UpdateRequest request = new UpdateRequest().add(document);
    for (int i = 0; i < params.length; i += 2) {
      request.setParam(params[i], params[i + 1]);
    }
    try (SolrClient client = Cluster.clientOf(toLeader ? leader() : other())) {
      // By the name of the collection a node may take the core of another shard.
      String leading = cluster.leadingReplica(collection, id).getCoreName();
      request.process(client, toLeader ? leading : collection);
    }
  }

  private JettySolrRunner leader() {
    return cluster.leaderOf(collection, id);
  }

  private JettySolrRunner other() {
    JettySolrRunner leader = leader();
    return cluster.nodes().stream().filter(node -> node != leader).findFirst().orElseThrow();
  }

  private Map<String, Object> document() throws Exception {
    return cluster.replicas(collection).agreeing().get(id);
  }

  private Map<String, Object> tag() throws Exception {
    return tagIn(document());
  }

  /** What a whole document with a text is tagged with. */
  private Map<String, Object> tagOf(String text) throws Exception {
    add("whole", text);
    return tagIn(cluster.replicas(collection).agreeing().get("whole"));
  }

  private static Map<String, Object> tagIn(Map<String, Object> document) {
    Map<String, Object> tag = new HashMap<>(document);
    tag.keySet().removeIf(name -> !name.startsWith(TAG) || name.equals(HISTORY));
    return tag;
  }
}
