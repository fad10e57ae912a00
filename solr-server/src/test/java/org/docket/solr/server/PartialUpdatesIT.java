/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Partial updates in a real Solr: the tag follows the text, whether the processor stands before
 * Solr's DistributedUpdateProcessor (core "before") or after it (core "after").
 */
class PartialUpdatesIT {

  private static final String HOUSE = "they foreclose on my house, the escrow";
  private static final String CARD = "my credit card was charged a fee";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String BARE = "bare";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;

  @BeforeAll
  static void start() throws Exception {
    fixture =
        Fixture.create(folder)
            .core(BEFORE)
            .coreWith(
                AFTER,
                "    <processor class=\"org.docket",
                "    <processor class=\"solr.DistributedUpdateProcessorFactory\"/>\n"
                    + "    <processor class=\"org.docket")
            .coreWith(BARE, "<str name=\"doccat.sourceField\">predicted_source</str>", "");
    fixture.replace(BARE, "<str name=\"doccat.modelField\">predicted_model</str>", "");
    fixture.replace(BARE, "<str name=\"doccat.fl\">narrative</str>", FL_TWO);
    solr = fixture.start();
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  private static final String FL_TWO = "<str name=\"doccat.fl\">issue narrative tags</str>";

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void empty() throws Exception {
    for (String core : List.of(BEFORE, AFTER, BARE)) {
      solr.post(
          "/" + core + "/update?commit=true",
          "application/json",
          "{\"delete\":{\"query\":\"*:*\"}}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void anUpdateThatMakesTheDocumentIsTagged(String core) throws Exception {
    add(core, "'narrative':{'set':'" + HOUSE + "'}");

    assertTag(core, "mortgage", "model");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void theTagFollowsATextThatIsSet(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    add(core, "'narrative':{'set':'" + HOUSE + "'}");

    assertTag(core, "mortgage", "model");
    assertThat(document(core).get("predicted_score").asDouble()).isBetween(0.5, 1.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void theTagFollowsAPlainTextBesideAnOperation(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    add(core, "'narrative':'" + HOUSE + "','tags':{'add':'x'}");

    assertTag(core, "mortgage", "model");
    assertThat(document(core).at("/tags/0").asText()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void withoutTextThereIsNoTag(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    add(core, "'narrative':{'set':null}");

    assertThat(document(core).fieldNames()).toIterable().noneMatch(PartialUpdatesIT::isOfTheTag);
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void anUpdateOfOtherFieldsLeavesTheTag(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    JsonNode before = document(core);
    add(core, "'state':{'set':'TX'}");

    JsonNode after = document(core);
    assertThat(after.get("state").asText()).isEqualTo("TX");
    for (String field : List.of("category", "score", "categories", "scores", "source", "model")) {
      assertThat(after.get("predicted_" + field)).isEqualTo(before.get("predicted_" + field));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void aPersonsTagSurvivesANewText(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "','predicted_category':'mine'");
    assertTag(core, "mine", "human");
    add(core, "'narrative':{'set':'" + HOUSE + "'}");

    assertTag(core, "mine", "human");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void aPersonsCorrectionIsAPersonsTag(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    add(core, "'predicted_category':{'set':'mortgage'}");

    assertTag(core, "mortgage", "human");
    assertThat(document(core).has("predicted_score")).isFalse();
    assertThat(document(core).has("predicted_model")).isFalse();
    assertThat(document(core).has("predicted_categories")).isFalse();

    add(core, "'narrative':{'set':'" + CARD + " twice'}");
    assertTag(core, "mortgage", "human");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void aPersonMayTakeTheTagOut(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    add(core, "'predicted_category':{'set':null}");

    assertThat(document(core).fieldNames()).toIterable().noneMatch(PartialUpdatesIT::isOfTheTag);
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void takingTheTagOutWithANewTextMakesItAnew(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "','predicted_category':'mine'");
    add(core, "'narrative':{'set':'" + HOUSE + "'},'predicted_category':{'set':null}");

    assertTag(core, "mortgage", "model");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void takingOutACategoryThatIsNotThereChangesNothing(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    add(core, "'predicted_category':{'remove':'mortgage'}");
    assertTag(core, "cards", "model");
    assertThat(document(core).has("predicted_score")).isTrue();

    add(core, "'predicted_category':{'remove':'cards'}");
    assertThat(document(core).has("predicted_category")).isFalse();
    assertThat(document(core).has("predicted_model")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void aWholeDocumentThatIsSentAgainIsTagged(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    JsonNode first = document(core);
    add(core, "'narrative':'" + CARD + "'");

    assertTag(core, "cards", "model");
    assertThat(document(core).get("predicted_score")).isEqualTo(first.get("predicted_score"));
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void theTagOfAnotherModelIsMadeAnew(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "'");
    String old = "'predicted_source':'model','predicted_model':'old.bin 1'";
    add(core, "'narrative':'" + HOUSE + "','predicted_category':'cards'," + old);
    assertTag(core, "mortgage", "model");

    add(core, "'narrative':'" + HOUSE + "','predicted_category':'cards'," + old);
    assertTag(core, "mortgage", "model");
    assertThat(document(core).get("predicted_model").asText()).startsWith("tiny.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void aPersonsTagIsReplacedWhereThatIsWanted(String core) throws Exception {
    add(core, "'narrative':'" + CARD + "','predicted_category':'mine'");
    add(core, "'narrative':{'set':'" + HOUSE + "'}", "doccat.overwrite=true");
    assertTag(core, "mortgage", "model");

    add(core, "'predicted_category':{'set':'mine'}");
    add(core, "'narrative':{'set':'" + HOUSE + "'}", "doccat.overwrite=true");
    assertTag(core, "mortgage", "model");
  }

  /** Solr's processor of ids stands behind Docket's. */
  @Test
  void aDocumentMayGetItsIdLater() throws Exception {
    String uuid = "commit=true&processor=uuid&uuid.fieldName=complaint_id";
    for (String document :
        List.of(
            "{'narrative':{'set':'" + HOUSE + "'}}",
            "{'narrative':'" + HOUSE + "','predicted_category':'mine','predicted_score':0.5}")) {
      JsonNode answer =
          solr.post(
              "/" + BEFORE + "/update?" + uuid,
              "application/json",
              "[" + document.replace('\'', '"') + "]");
      assertThat(answer.at("/responseHeader/status").asInt(-1)).as(answer.toString()).isZero();
    }

    assertThat(solr.found(BEFORE, "q=predicted_category:mortgage")).isEqualTo(1);
    assertThat(solr.found(BEFORE, "q=predicted_category:mine")).isEqualTo(1);
  }

  @Test
  void noValueAmongSeveralIsNoFault() throws Exception {
    add(BEFORE, "'narrative':'" + CARD + "'");
    JsonNode answer = add(BEFORE, "'predicted_category':{'set':[null,'mortgage']}");

    assertThat(answer.toString()).doesNotContain("NullPointerException");
  }

  /** What is not in the index's searcher yet is read from the update log. */
  @Test
  void theStoredDocumentNeedsNoCommit() throws Exception {
    post(BEFORE, "'narrative':'" + CARD + "','predicted_category':'mine'", "");
    post(BEFORE, "'narrative':{'set':'" + HOUSE + "'}", "commit=true");

    assertTag(BEFORE, "mine", "human");
  }

  /** A document that waits to be categorized with others is in the index before it is read. */
  @Test
  void whatTheSameRequestAddedBeforeIsRead() throws Exception {
    String body =
        "[{'complaint_id':'1','narrative':'"
            + CARD
            + "'},{'complaint_id':'1','state':{'set':'TX'}}"
            + ",{'complaint_id':'1','narrative':{'set':'"
            + HOUSE
            + "'}}]";
    solr.add(BEFORE, body.replace('\'', '"'));

    assertTag(BEFORE, "mortgage", "model");
    assertThat(document(BEFORE).get("state").asText()).isEqualTo("TX");
  }

  @Test
  void severalSourcesAreReadTogether() throws Exception {
    add(BARE, "'narrative':'" + CARD + "'");
    assertTag(BARE, "cards", null);
    add(BARE, "'issue':{'set':'mortgage refinance of our home loan with escrow and appraisal'}");
    assertTag(BARE, "mortgage", null);
    add(BARE, "'issue':{'set':null}");
    assertTag(BARE, "cards", null);
    add(BARE, "'tags':{'add':['mortgage refinance of our','home loan with escrow and appraisal']}");
    assertTag(BARE, "mortgage", null);
    add(
        BARE,
        "'tags':{'remove':['mortgage refinance of our','home loan with escrow and appraisal']}");
    assertTag(BARE, "cards", null);
  }

  /** Without a field for it, the score tells that the tag is a model's. */
  @Test
  void aScoreAloneMakesItAModels() throws Exception {
    add(BARE, "'narrative':'" + CARD + "'");
    JsonNode stored = document(BARE);
    add(
        BARE,
        "'narrative':'"
            + HOUSE
            + "','predicted_category':'cards','predicted_score':"
            + stored.get("predicted_score"));

    assertTag(BARE, "mortgage", null);
  }

  @Test
  void anotherScoreMakesItAPersons() throws Exception {
    add(BARE, "'narrative':'" + CARD + "'");
    add(BARE, "'narrative':'" + HOUSE + "','predicted_category':'cards','predicted_score':0.123");

    assertTag(BARE, "cards", null);
    assertThat(document(BARE).has("predicted_score")).isFalse();
    add(BARE, "'narrative':{'set':'" + HOUSE + " again'}");
    assertTag(BARE, "cards", null);
  }

  /** A person answers what the model left for review, and sends all back. */
  @ParameterizedTest
  @ValueSource(strings = {BEFORE, AFTER})
  void theAnswerToAReviewIsAPersons(String core) throws Exception {
    add(core, "'narrative':'zxqv blorp'");
    String fetched = document(core).toString().replaceAll(",?\"_version_\":[0-9]+", "");
    assertThat(fetched).contains("abstained", "predicted_model");
    solr.add(core, fetched.replaceFirst("\\{", "{\"predicted_category\":\"mortgage\","));

    assertTag(core, "mortgage", "human");
    assertThat(document(core).has("predicted_review")).isFalse();
  }

  @Test
  void anEmptyCategoryIsNone() throws Exception {
    add(BEFORE, "'narrative':'" + CARD + "'");
    add(BEFORE, "'predicted_category':{'set':''}");

    assertThat(document(BEFORE).has("predicted_category")).isFalse();
  }

  @Test
  void theFallbackIsNotAPersons() throws Exception {
    add(BARE, "'narrative':'zxqv blorp'", "doccat.fallback=other");
    assertTag(BARE, "other", null);
    add(BARE, "'narrative':{'set':'" + HOUSE + "'}", "doccat.fallback=other");
    assertTag(BARE, "mortgage", null);
  }

  @Test
  void anotherFieldForTheScoreLeavesNoOldOne() throws Exception {
    add(BEFORE, "'narrative':'" + CARD + "'");
    add(BEFORE, "'narrative':{'set':'" + HOUSE + "'}", "doccat.scoreField=");

    assertTag(BEFORE, "mortgage", "model");
    assertThat(document(BEFORE).has("predicted_score")).isFalse();
  }

  @Test
  void aFetchedDocumentThatComesBackIsTaggedAnew() throws Exception {
    add(BEFORE, "'narrative':'" + CARD + "'");
    String fetched = document(BEFORE).toString().replace(CARD, HOUSE);
    solr.add(BEFORE, fetched.replaceAll("\"_version_\":[0-9]+,?", ""));

    assertTag(BEFORE, "mortgage", "model");
    assertThat(document(BEFORE).get("predicted_categories")).hasSize(2);
  }

  @Test
  void theClientsOwnVersionGuards() throws Exception {
    add(BEFORE, "'narrative':'" + CARD + "'");
    JsonNode answer = add(BEFORE, "'narrative':{'set':'" + HOUSE + "'},'_version_':12345");

    assertThat(answer.at("/error/code").asInt()).isEqualTo(409);
    assertTag(BEFORE, "cards", "model");
  }

  /** An update that waits for the lock while another changes the text starts again. */
  @Test
  void updatesAtTheSameTimeLeaveNoOldTag() throws Exception {
    add(BARE, "'narrative':'" + CARD + "'");
    ExecutorService pool = Executors.newFixedThreadPool(4, task -> new Thread(task, "updates"));
    try {
      List<Callable<JsonNode>> updates = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String word = "mortgage escrow foreclosure house home loan " + i;
        updates.add(() -> post(BARE, "'tags':{'add':'" + word + "'}", ""));
      }
      for (Future<JsonNode> answer : pool.invokeAll(updates)) {
        assertThat(answer.get().at("/responseHeader/status").asInt()).isZero();
      }
    } finally {
      pool.shutdown();
    }
    add(BARE, "'state':{'set':'TX'}");
    JsonNode stored = document(BARE);
    assertThat(stored.get("tags")).hasSize(40);
    assertThat(stored.get("predicted_category").asText()).isEqualTo("mortgage");

    // The same text in a document of its own gets the same score.
    String copy =
        stored
            .toString()
            .replaceAll(",?\"(predicted_\\w+|_version_)\":(\\[[^]]*]|\"[^\"]*\"|[-0-9.E]+)", "");
    solr.add(BARE, copy.replace("\"complaint_id\":\"1\"", "\"complaint_id\":\"2\""));
    assertThat(solr.document(BARE, "2").get("predicted_score"))
        .isEqualTo(stored.get("predicted_score"));
  }

  @Test
  void theFormerTagsAreKept() throws Exception {
    add(BEFORE, "'narrative':'zxqv blorp'");
    assertThat(history()).isEmpty();
    add(BEFORE, "'narrative':{'set':'" + CARD + "'}");
    JsonNode cards = document(BEFORE);
    add(BEFORE, "'narrative':{'set':'" + HOUSE + "'}");
    JsonNode mortgage = document(BEFORE);
    add(BEFORE, "'predicted_category':{'set':'mine'}");
    add(BEFORE, "'predicted_category':{'set':null}");

    List<JsonNode> history = history();
    assertThat(history).hasSize(4);
    assertFormer(history.get(0), null, cards.get("predicted_model"), "abstained", null);
    for (int i = 1; i <= 2; i++) {
      JsonNode former = i == 1 ? cards : mortgage;
      JsonNode category = former.get("predicted_category");
      assertFormer(history.get(i), category, former.get("predicted_model"), null, "model");
      assertThat(history.get(i).get("score")).isEqualTo(former.get("predicted_score"));
    }
    assertFormer(history.get(3), TextNode.valueOf("mine"), null, null, "human");
  }

  private static void assertFormer(
      JsonNode entry, JsonNode category, JsonNode model, String review, String source) {
    assertThat(Instant.parse(entry.get("until").asText()))
        .isBetween(Instant.now().minusSeconds(300), Instant.now());
    assertThat(entry.get("category")).isEqualTo(category);
    assertThat(entry.get("model")).isEqualTo(model);
    assertThat(entry.path("review").asText(null)).isEqualTo(review);
    assertThat(entry.path("source").asText(null)).isEqualTo(source);
  }

  @Test
  void aTagThatStaysLeavesNoHistory() throws Exception {
    add(BEFORE, "'narrative':'" + CARD + "'");
    add(BEFORE, "'narrative':{'set':'" + CARD + "'}");
    add(BEFORE, "'state':{'set':'TX'}");
    add(BEFORE, "'predicted_category':{'remove':'mortgage'}");
    add(BEFORE, "'predicted_category':{'set':'mine'}", "doccat=false");
    assertThat(history()).isEmpty();
    add(BEFORE, "'narrative':'" + CARD + "','predicted_category':'mine'");
    add(BEFORE, "'narrative':{'set':'" + HOUSE + "'}");
    add(BEFORE, "'predicted_category':{'set':'mine'}");

    assertThat(history()).isEmpty();
  }

  /** The history is a client's own where this writes it, and a whole document's own. */
  @Test
  void theHistoryThatComesAlongIsTaken() throws Exception {
    String mine = "'predicted_history':{'set':['one','two']}";
    add(BEFORE, "'narrative':'" + CARD + "'");
    add(BEFORE, "'predicted_category':{'set':'mine'}," + mine);
    assertThat(document(BEFORE).get("predicted_history")).hasToString("[\"one\",\"two\"]");

    add(BEFORE, "'narrative':'" + CARD + "','predicted_history':['one']");
    assertTag(BEFORE, "cards", "model");
    assertThat(document(BEFORE).get("predicted_history")).hasToString("[\"one\"]");
    add(BEFORE, "'predicted_source':{'set':'human'}");
    assertThat(document(BEFORE).get("predicted_history")).hasSize(2);
    add(BEFORE, "'predicted_history':{'set':null}");
    assertThat(document(BEFORE).has("predicted_history")).isFalse();
  }

  private static List<JsonNode> history() throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : document(BEFORE).path("predicted_history")) {
      entries.add(new ObjectMapper().readTree(entry.asText()));
    }
    return entries;
  }

  private static boolean isOfTheTag(String field) {
    return field.startsWith("predicted_") && !field.equals("predicted_history");
  }

  private static JsonNode add(String core, String fields, String... params) throws Exception {
    return solr.add(core, body(fields), params);
  }

  private static JsonNode post(String core, String fields, String params) throws Exception {
    return solr.post(
        "/" + core + "/update?" + params, "application/json", "[" + body(fields) + "]");
  }

  private static String body(String fields) {
    return ("{'complaint_id':'1'," + fields + "}").replace('\'', '"');
  }

  private static JsonNode document(String core) throws Exception {
    return solr.document(core, "1");
  }

  private static void assertTag(String core, String category, String source) throws Exception {
    JsonNode document = document(core);
    assertThat(document.path("predicted_category").asText()).isEqualTo(category);
    assertThat(document.path("predicted_source").asText(null)).isEqualTo(source);
  }
}
