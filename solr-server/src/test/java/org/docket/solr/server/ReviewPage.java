/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;

/** Tests of reviewing: a few documents of one's own, and what is in the index afterwards. */
abstract class ReviewPage extends OpenPage {

  static final String CORE = "review";
  static final ObjectMapper JSON = new ObjectMapper();

  /** The least certain first. */
  static final List<String> DOUBTED = List.of("d1", "d2", "d3", "d4", "d5", "d6");

  private static final String NAMED = "localStorage.setItem('docket.reviewer', 'anna');";
  private static final String SENT =
      "return !Object.keys(localStorage).some((key) => key.startsWith('docket.unsent:'))";
  private static final String TAGGED =
      """
      {"complaint_id": "%1$s", "narrative": "Letter %1$s: they charged my card twice and my loan too.",
       "company": "Bank %1$s", "date_received": "2026-10-0%2$dT00:00:00Z",
       "predicted_category": "%3$s", "predicted_score": 0.%2$d,
       "predicted_categories": ["%3$s", "Mortgage", "Student loan"],
       "predicted_scores": [0.%2$d, 0.0625, 0.03125],
       "predicted_source": "model", "predicted_model": "older.bin 0123456789ab"}
      """;

  @AfterEach
  void forgetWhoReviews() {
    browser.run("localStorage.clear()");
  }

  /** Six documents that an older model tagged with a score of 0.1, 0.2, …; nothing else. */
  static void sixDocuments() throws IOException, InterruptedException {
    List<String> documents = new ArrayList<>();
    for (int i = 1; i <= DOUBTED.size(); i++) {
      String category = i % 2 == 0 ? "Credit reporting" : "Debt collection";
      documents.add(String.format(Locale.ROOT, TAGGED, DOUBTED.get(i - 1), i, category));
    }
    onlyThese(CORE, documents);
  }

  static void onlyThese(String core, List<String> documents)
      throws IOException, InterruptedException {
    Http solr = server.solr();
    solr.post("/" + core + "/update", "application/json", "{\"delete\": {\"query\": \"*:*\"}}");
    solr.add(core, "[" + String.join(",", documents) + "]", "doccat=false");
  }

  /** Opens a view of the core of these documents; anna reviews. */
  static void review(String address) {
    withScript(NAMED, () -> open(CORE, address));
  }

  static String shown() {
    return browser.text("#reviewed-title");
  }

  static void awaitShown(String id) {
    browser.await("return document.querySelector('#reviewed-title')?.textContent === '" + id + "'");
  }

  /** Waits until Solr has all that was decided. */
  static void awaitSent() {
    browser.await(SENT);
  }

  /** The document as the index holds it now, committed or not; missing if it is not there. */
  static JsonNode stored(String id) throws IOException, InterruptedException {
    return server.solr().get("/" + CORE + "/get?id=" + Http.encode(id)).path("doc");
  }

  /** What changes with every update, and what is looked at apart, left out. */
  static ObjectNode without(JsonNode document, String... fields) {
    return ((ObjectNode) document.deepCopy()).without(List.of(fields));
  }

  static List<JsonNode> history(String id) throws IOException, InterruptedException {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : stored(id).path("predicted_history")) {
      entries.add(JSON.readTree(entry.asText()));
    }
    return entries;
  }

  /** Another person decides, from another machine. */
  static void bobDecides(String id, String category) throws IOException, InterruptedException {
    ObjectNode update = JSON.createObjectNode().put("complaint_id", id);
    update.putObject("predicted_category").put("set", category);
    update.putObject("predicted_source").put("set", "human");
    update.putObject("reviewed_by").put("set", "bob");
    update.putObject("reviewed_at").put("set", "2026-11-27T09:30:00Z");
    update.putObject("reviewed_verdict").put("set", "corrected");
    update.putObject("reviewed_model_category").put("set", "Debt collection");
    send(update);
  }

  static void send(ObjectNode update) throws IOException, InterruptedException {
    ArrayNode all = JSON.createArrayNode().add(update);
    JsonNode answer =
        server.solr().post("/" + CORE + "/update", "application/json", all.toString());
    assertThat(answer.at("/responseHeader/status").asInt(-1)).as(answer.toString()).isZero();
  }
}
