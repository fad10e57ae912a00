/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged plugin in a real Solr with the configset conf/complaints: documents and requests.
 */
class TaggingIT {

  private static final String HOUSE = "\"narrative\":\"They foreclose on my house, the escrow!\"";
  private static final String CARD = "\"narrative\":\"my credit card was charged a fee\"";
  private static final String CORE = "complaints";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;

  @BeforeAll
  static void start() throws Exception {
    fixture = Fixture.create(folder).core(CORE);
    solr = fixture.start();
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void empty() throws Exception {
    solr.post(
        "/complaints/update?commit=true", "application/json", "{\"delete\":{\"query\":\"*:*\"}}");
  }

  @Test
  void tagsWithCategoryAndProbability() throws Exception {
    add("{\"complaint_id\":\"1\"," + HOUSE + "}");

    assertThat(field("1", "predicted_category")).isEqualTo("mortgage");
    assertThat(solr.document(CORE, "1").get("predicted_score").asDouble()).isBetween(0.5, 1.0);
  }

  @Test
  void facetsFiltersAndSearches() throws Exception {
    add(
        "[{\"complaint_id\":\"1\","
            + HOUSE
            + "},{\"complaint_id\":\"2\","
            + CARD
            + "},{\"complaint_id\":\"3\","
            + CARD
            + "}]");

    JsonNode facets = solr.get("/complaints/select?facet=true&rows=0");
    assertThat(facets.at("/facet_counts/facet_fields/predicted_category").toString())
        .isEqualTo("[\"cards\",2,\"mortgage\",1]");
    assertThat(found("fq=predicted_category:cards")).isEqualTo(2);
    assertThat(found("q=" + Http.encode("foreclosed houses"))).isEqualTo(1);
    assertThat(found("q=" + Http.encode("charge credit") + "&fq=predicted_category:mortgage"))
        .isZero();
  }

  @Test
  void keepsACategoryThatCameWithTheDocument() throws Exception {
    add("{\"complaint_id\":\"1\",\"predicted_category\":\"mine\"," + HOUSE + "}");

    assertThat(field("1", "predicted_category")).isEqualTo("mine");
    assertThat(solr.document(CORE, "1").has("predicted_score")).isFalse();
  }

  @Test
  void replacesItWhenToldTo() throws Exception {
    add(
        "{\"complaint_id\":\"1\",\"predicted_category\":\"mine\"," + HOUSE + "}",
        "doccat.overwrite=true");

    assertThat(field("1", "predicted_category")).isEqualTo("mortgage");
  }

  @Test
  void passesThroughWhenSwitchedOff() throws Exception {
    add("{\"complaint_id\":\"1\"," + HOUSE + "}", "doccat=false");

    assertThat(solr.document(CORE, "1").has("predicted_category")).isFalse();
  }

  @Test
  void passesThroughWithoutText() throws Exception {
    add("[{\"complaint_id\":\"1\",\"state\":\"TX\"},{\"complaint_id\":\"2\",\"narrative\":\" \"}]");

    assertThat(solr.document(CORE, "1").has("predicted_category")).isFalse();
    assertThat(solr.document(CORE, "2").has("predicted_category")).isFalse();
  }

  @Test
  void requestChoosesAnotherScoreField() throws Exception {
    JsonNode refused =
        add("{\"complaint_id\":\"1\"," + HOUSE + "}", "doccat.scoreField=date_received");

    assertThat(refused.at("/error/code").asInt()).isEqualTo(400);
    assertThat(refused.at("/error/msg").asText())
        .contains("doccat.scoreField is 'date_received'", "float or a double");
    add("{\"complaint_id\":\"1\"," + HOUSE + "}", "doccat.scoreField=tags");
    assertThat(solr.document(CORE, "1").at("/tags/0").asDouble()).isBetween(0.5, 1.0);
  }

  @Test
  void requestReadsLess() throws Exception {
    String text = "\"narrative\":\"my credit card escrow foreclose house mortgage home loan\"";
    add("{\"complaint_id\":\"1\"," + text + "}");
    add("{\"complaint_id\":\"2\"," + text + "}", "doccat.maxChars=14");

    assertThat(field("1", "predicted_category")).isEqualTo("mortgage");
    assertThat(field("2", "predicted_category")).isEqualTo("cards");
  }

  @Test
  void wrongRequestParametersAreNamed() throws Exception {
    assertRefused("doccat.maxChars=0", "doccat.maxChars is 0; it must be at least 1");
    assertRefused("doccat.overwrite=perhaps", "doccat.overwrite is 'perhaps'");
    assertRefused("doccat.fl=issue", "doccat.fl cannot be set by a request");
    assertRefused(
        "doccat.modle=x",
        "unknown parameter 'doccat.modle' (did you mean \"doccat.model\"?); known are doccat, ");
    assertRefused("doccat.scoreField=nowhere", "'nowhere', which is not in the schema");
    assertRefused("doccat.reviewField=nowhere", "'nowhere', which is not in the schema");
    assertRefused("doccat.threshold=2", "doccat.threshold is 2; it must be from 0 to 1");
    assertRefused("doccat.allowlist=cats", "'cats', which is no category here; there are: ");
    assertRefused("doccat.labelMap=cards", "an item is the model's category, a colon, and");
    assertRefused("doccat.onFailure=pray", "it must be one of fail, skip, fallback");
  }

  @Test
  void readsCsvWithDatesAsTheBureauWritesThem() throws Exception {
    String csv =
        "complaint_id,date_received,date_sent_to_company,state,narrative\n"
            + "7,2019-05-01,05/03/2019,TX,\"my credit card,\nthe fee\"\n";
    JsonNode answer = solr.post("/complaints/update?commit=true", "text/csv", csv);

    assertThat(answer.at("/responseHeader/status").asInt()).as(answer.toString()).isZero();
    assertThat(field("7", "date_received")).isEqualTo("2019-05-01T00:00:00Z");
    assertThat(field("7", "date_sent_to_company")).isEqualTo("2019-05-03T00:00:00Z");
    assertThat(field("7", "predicted_category")).isEqualTo("cards");
  }

  @Test
  void manyThreadsIndexAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8, task -> new Thread(task, "indexes"));
    try {
      List<Future<JsonNode>> answers = new ArrayList<>();
      for (int batch = 0; batch < 40; batch++) {
        String documents = batch(batch * 25, 25);
        answers.add(
            pool.submit(() -> solr.post("/complaints/update", "application/json", documents)));
      }
      for (Future<JsonNode> answer : answers) {
        assertThat(answer.get().at("/responseHeader/status").asInt()).isZero();
      }
    } finally {
      pool.shutdown();
    }
    add("[]");
    assertThat(found("fq=predicted_category:mortgage")).isEqualTo(500);
    assertThat(found("fq=predicted_category:cards")).isEqualTo(500);
    assertThat(found("fq=predicted_category:mortgage&q=credit")).isZero();
  }

  private static String batch(int from, int size) {
    List<String> documents = new ArrayList<>();
    for (int id = from; id < from + size; id++) {
      String text = id % 2 == 0 ? HOUSE : CARD;
      documents.add("{\"complaint_id\":\"" + id + "\"," + text + "}");
    }
    return documents.toString();
  }

  private static JsonNode add(String documents, String... params) throws Exception {
    return solr.add(CORE, documents, params);
  }

  private static String field(String id, String name) throws Exception {
    return solr.document(CORE, id).path(name).asText();
  }

  private static int found(String query) throws Exception {
    return solr.found(CORE, query);
  }

  private static void assertRefused(String parameter, String message) throws Exception {
    JsonNode answer = add("{\"complaint_id\":\"1\"," + HOUSE + "}", parameter);
    assertThat(answer.at("/error/code").asInt()).isEqualTo(400);
    assertThat(answer.at("/error/msg").asText()).contains(message);
    assertThat(found("q=*:*")).isZero();
  }
}
