/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.solr.handler.UpdateRequestHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents that are categorized many at once, in a real Solr: whatever a request holds, it does
 * and says what it would one document at a time. The tests of requests run with both.
 */
class BatchingIT {

  private static final String OURS =
      "<processor class=\"org.docket.solr.DoccatUpdateProcessorFactory\">";
  private static final String SELECT = "<requestHandler name=\"/select\"";
  private static final String OTHER_HANDLER =
      "<requestHandler name=\"/other\" class=\"" + OtherHandler.class.getName() + "\"/>";
  private static final String ONE_AT_A_TIME = "Documents are categorized one at a time where";
  private static final String BAD_DATE = "\"date_received\":\"yesterday\"";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;

  @BeforeAll
  static void start() throws Exception {
    fixture =
        Fixture.create(folder)
            .core("complaints")
            .coreWith("tolerant", OURS, before("solr.TolerantUpdateProcessorFactory"))
            .coreWith("logging", OURS, before("solr.LogUpdateProcessorFactory"))
            .coreWith("handler", SELECT, OTHER_HANDLER + SELECT)
            .coreWith("late", OURS, before("solr.DistributedUpdateProcessorFactory"));
    solr = fixture.start();
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void empty() throws Exception {
    post("complaints", "{\"delete\":{\"query\":\"*:*\"}}");
  }

  @ParameterizedTest
  @EnumSource
  void aHundredDocumentsInOrder(UpdateBody format) throws Exception {
    int log = Fixture.logEnd();
    JsonNode answer =
        solr.post(
            "/complaints/update?commit=true&versions=true&wt=json&doccat.batchSize=64",
            format.type,
            format.documents(100));

    assertThat(answer.at("/responseHeader/status").asInt()).as(answer.toString()).isZero();
    assertThat(everySecond(answer.get("adds")))
        .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).toList());
    JsonNode documents = documents();
    assertThat(documents).hasSize(100);
    documents.forEach(
        document ->
            assertThat(document.get("predicted_category").asText())
                .isEqualTo(UpdateBody.category(document.get("complaint_id").asInt())));
    assertThat(Fixture.logged(log, ONE_AT_A_TIME)).isZero();
  }

  @Test
  void theTagsAreThoseOfOneAtATime() throws Exception {
    List<JsonNode> tags = new ArrayList<>();
    for (int size : new int[] {1, 2, 16, 1000}) {
      String body = new String(UpdateBody.JSON.documents(70), StandardCharsets.UTF_8);
      assertThat(post("complaints", body, "doccat.batchSize=" + size).has("error")).isFalse();
      tags.add(documents());
    }

    assertThat(tags.get(0)).hasSize(70);
    assertThat(tags).allMatch(tags.get(0)::equals);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void commandsOfOneRequestKeepTheirOrder(int size) throws Exception {
    String body =
        String.format(
            Locale.ROOT,
            """
        {"add":{"doc":%s}, "add":{"doc":%s}, "delete":{"id":"1"}, "add":{"doc":%s},
         "delete":{"query":"state:TX"}, "add":{"doc":%s}, "commit":{},
         "add":{"doc":%s}, "rollback":{}, "add":{"doc":%s}, "add":{"doc":%s}}
        """,
            UpdateBody.json(1),
            UpdateBody.json(2, "\"state\":\"TX\""),
            UpdateBody.json(3),
            UpdateBody.json(4, "\"state\":\"TX\""),
            UpdateBody.json(5),
            UpdateBody.json(6, "\"state\":\"NY\""),
            UpdateBody.json(6, "\"state\":\"CA\""));
    JsonNode answer = post("complaints", body, "doccat.batchSize=" + size);

    assertThat(answer.has("error")).as(answer.toString()).isFalse();
    assertThat(ids()).isEqualTo("3 4 6");
    assertThat(solr.document("complaints", "6").get("state").asText()).isEqualTo("CA");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void commandsInXmlKeepTheirOrder(int size) throws Exception {
    String body =
        "<update><add><doc>%s</doc><doc>%s</doc></add><delete><id>1</id></delete><commit/>"
            + "<add><doc>%s</doc></add><delete><query>complaint_id:2</query></delete>"
            + "<add><doc>%s</doc></add></update>";
    String path = "/complaints/update?wt=json&commit=true&doccat.batchSize=" + size;
    solr.post(
        path,
        "text/xml",
        String.format(
            Locale.ROOT,
            body,
            UpdateBody.xml(1),
            UpdateBody.xml(2),
            UpdateBody.xml(3),
            UpdateBody.xml(4)));

    assertThat(ids()).isEqualTo("3 4");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void anErrorIsThatOfItsDocumentAndEndsTheRequestThere(int size) throws Exception {
    List<String> documents =
        IntStream.rangeClosed(1, 10)
            .mapToObj(id -> id % 7 == 0 ? UpdateBody.json(id, BAD_DATE) : UpdateBody.json(id))
            .toList();
    JsonNode answer = post("complaints", documents.toString(), "doccat.batchSize=" + size);

    assertThat(answer.at("/error/code").asInt()).isEqualTo(400);
    assertThat(answer.at("/error/msg").asText()).contains("[doc=7]", "Invalid Date");
    assertThat(idsAfterCommit()).isEqualTo("1 2 3 4 5 6");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void aRequestThatBreaksOffAddsWhatCameBefore(int size) throws Exception {
    String body = "[" + UpdateBody.json(1) + "," + UpdateBody.json(2) + ",{\"complaint_id\":";
    JsonNode answer = post("complaints", body, "doccat.batchSize=" + size);

    assertThat(answer.at("/error/code").asInt()).isEqualTo(400);
    assertThat(idsAfterCommit()).isEqualTo("1 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void versionsAndAtomicUpdatesSeeTheDocumentsBeforeThem(int size) throws Exception {
    String add = UpdateBody.json(1);
    String update = "{\"complaint_id\":\"1\",\"state\":{\"set\":\"TX\"}}";
    String onlyIfNew = UpdateBody.json(1, "\"_version_\":-1");
    JsonNode answer =
        post(
            "complaints",
            "[" + String.join(",", add, update, onlyIfNew, UpdateBody.json(2)) + "]",
            "doccat.batchSize=" + size);

    assertThat(answer.at("/error/code").asInt()).isEqualTo(409);
    assertThat(answer.at("/error/msg").asText()).contains("version conflict for 1");
    assertThat(idsAfterCommit()).isEqualTo("1");
    assertThat(solr.document("complaints", "1").get("state").asText()).isEqualTo("TX");
    assertThat(solr.document("complaints", "1").has("predicted_category")).isTrue();
  }

  @Test
  void toleratedErrorsAreThoseOfTheirDocuments() throws Exception {
    int log = Fixture.logEnd();
    List<String> documents =
        IntStream.rangeClosed(1, 10)
            .mapToObj(id -> id % 4 == 3 ? UpdateBody.json(id, BAD_DATE) : UpdateBody.json(id))
            .toList();
    JsonNode answer = post("tolerant", documents.toString());

    assertThat(answer.at("/responseHeader/errors").findValuesAsText("id"))
        .containsExactly("3", "7");
    assertThat(solr.found("tolerant", "q=*:*")).isEqualTo(8);
    post("tolerant", documents.toString());
    assertThat(Fixture.logged(log, ONE_AT_A_TIME)).isEqualTo(1);
    assertThat(Fixture.logged(log, "processor.TolerantUpdateProcessorFactory before it"))
        .isEqualTo(1);
  }

  @Test
  void oneAtATimeWhereOthersLookAtTheOutcome() throws Exception {
    int log = Fixture.logEnd();
    assertThat(post("logging", "[" + UpdateBody.json(1) + "]").has("error")).isFalse();
    assertThat(Fixture.logged(log, "processor.LogUpdateProcessorFactory before it")).isEqualTo(1);
    assertThat(Fixture.logged(log, "add=[1 (")).as("both log processors know it").isEqualTo(2);

    assertThat(post("late", "[" + UpdateBody.json(1) + "]").has("error")).isFalse();
    assertThat(Fixture.logged(log, "has it after the documents are distributed")).isEqualTo(1);
    assertThat(solr.document("late", "1").has("predicted_category")).isTrue();
  }

  @Test
  void oneAtATimeInRequestsThatMayNotEndAtAnError() throws Exception {
    int log = Fixture.logEnd();
    String body = "[" + UpdateBody.json(1) + "]";
    solr.post("/handler/other?commit=true", "application/json", body);
    assertThat(Fixture.logged(log, "did not come through Solr's own update handler")).isEqualTo(1);

    assertThat(post("handler", body, "multistream=true").has("error")).isFalse();
    assertThat(Fixture.logged(log, "a request has the parameter multistream")).isEqualTo(1);
    assertThat(solr.document("handler", "1").has("predicted_category")).isTrue();
  }

  @Test
  void aSizeThatMakesNoSense() throws Exception {
    JsonNode answer = post("complaints", "[]", "doccat.batchSize=1001");

    assertThat(answer.at("/error/msg").asText())
        .contains("doccat.batchSize is 1001; it must be 1 (one document at a time) to 1000");
  }

  private static String before(String processor) {
    return "<processor class=\"" + processor + "\"/>" + OURS;
  }

  private static JsonNode post(String core, String body, String... params) throws Exception {
    String query = "commit=true&" + String.join("&", params);
    return solr.post("/" + core + "/update?" + query, "application/json", body);
  }

  private static JsonNode documents() throws Exception {
    return solr.get(
            "/complaints/select?rows=1000&sort="
                + Http.encode("complaint_id asc")
                + "&fl=complaint_id,predicted_category,predicted_score")
        .at("/response/docs");
  }

  private static String ids() throws Exception {
    return documents().findValuesAsText("complaint_id").stream().collect(Collectors.joining(" "));
  }

  /** A request that fails does not commit. */
  private static String idsAfterCommit() throws Exception {
    post("complaints", "[]");
    return ids();
  }

  private static List<String> everySecond(JsonNode flat) {
    return IntStream.range(0, flat.size() / 2).mapToObj(i -> flat.get(2 * i).asText()).toList();
  }

  /** A handler of somebody's own, which may do anything when a document fails. */
  public static final class OtherHandler extends UpdateRequestHandler {}
}
