/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request handler of the packaged plugin: what it answers, and what it refuses. */
class DoccatHandlerIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOUSE = "They foreclose on my house, the escrow!";
  private static final String PROCESSOR = "<processor class=\"solr.LogUpdateProcessorFactory\"/>";
  private static final String SECOND_TAGGER =
      """
      <processor class="org.docket.solr.DoccatUpdateProcessorFactory">
        <str name="doccat.model">models/tiny.bin</str>
        <str name="doccat.fl">narrative</str>
        <str name="doccat.categoryField">tags</str>
      </processor>
      """;
  private static final String NAMED =
      """
      <requestHandler name="/doccat" class="org.docket.solr.DoccatRequestHandler">
        <lst name="defaults"><int name="maxCount">1</int></lst>
      </requestHandler>
      <requestHandler name="/select"\
      """;

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;
  private static RawHttp raw;

  @BeforeAll
  static void start() throws Exception {
    fixture =
        Fixture.create(folder)
            .core("one")
            .core("shipped", "models/complaints-en.bin")
            .coreWith("two", PROCESSOR, SECOND_TAGGER + PROCESSOR)
            .coreWith("named", "<requestHandler name=\"/select\"", NAMED);
    fixture.home().addModel(Fixture.REPOSITORY.resolve("models/complaints-en.bin"));
    solr = fixture.start();
    raw = new RawHttp(fixture.server().url());
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void answersAText() throws Exception {
    JsonNode answer = solr.get("/one/doccat?text=" + Http.encode(HOUSE));

    assertThat(answer.at("/responseHeader/status").asInt(-1)).as(answer.toString()).isZero();
    assertThat(answer.at("/categories/0/category").asText()).isEqualTo("mortgage");
    assertThat(answer.at("/categories/0/probability").asDouble()).isBetween(0.5, 1.0);
    assertThat(answer.at("/categories")).hasSize(2);
    assertThat(answer.at("/abstained").asBoolean(true)).isFalse();
    assertThat(answer.at("/truncated").asBoolean(true)).isFalse();
    assertThat(answer.at("/tokens").asInt()).isGreaterThan(5);
    assertThat(answer.at("/knownTokens").asInt()).isGreaterThan(2);
    assertThat(answer.at("/model/name").asText()).isEqualTo("tiny.bin");
    assertThat(answer.at("/model/sha256").asText()).hasSize(64);
    assertThat(answer.at("/model/kernel").asText()).isEqualTo("opennlp");
  }

  /** What a document with this text gets, to the last digit. */
  @Test
  void tellsWhatADocumentWouldBeTaggedWith() throws Exception {
    JsonNode answer = solr.get("/shipped/doccat?text=" + Http.encode(HOUSE));
    solr.add("shipped", "{\"complaint_id\":\"1\",\"narrative\":\"" + HOUSE + "\"}");
    JsonNode document = solr.document("shipped", "1");

    assertThat(answer.at("/tag")).isNotEmpty();
    answer
        .at("/tag")
        .properties()
        .forEach(field -> assertThat(document.path(field.getKey())).isEqualTo(field.getValue()));
    assertThat(answer.at("/best")).isEqualTo(answer.at("/categories/0"));
  }

  @Test
  void aRequestChangesWhatItMay() throws Exception {
    JsonNode renamed =
        solr.get("/one/doccat?doccat.labelMap=mortgage:Homes&text=" + Http.encode(HOUSE));
    assertThat(renamed.at("/best/category").asText()).isEqualTo("mortgage");
    assertThat(renamed.at("/tag/predicted_category").asText()).isEqualTo("Homes");
    assertThat(renamed.has("review")).isFalse();

    JsonNode doubtful =
        solr.get("/one/doccat?doccat.threshold=1&doccat.fallback=?&text=" + Http.encode(HOUSE));
    assertThat(doubtful.at("/review").asText()).isEqualTo("below-threshold");
    assertThat(doubtful.at("/tag/predicted_category").asText()).isEqualTo("?");
    assertThat(doubtful.at("/tag").has("predicted_score")).isFalse();

    JsonNode unwanted = solr.get("/one/doccat?doccat.allowlist=cards&text=" + Http.encode(HOUSE));
    assertThat(unwanted.at("/review").asText()).isEqualTo("not-allowed");

    JsonNode cut = solr.get("/one/doccat?doccat.maxChars=30&text=" + Http.encode(HOUSE));
    assertThat(cut.at("/review").asText()).isEqualTo("truncated");
    assertThat(cut.at("/truncated").asBoolean()).isTrue();
  }

  @Test
  void explainsWhichWordsMovedTheAnswer() throws Exception {
    String text = "someone foreclose on my house";
    JsonNode answer = solr.get("/one/doccat?explain=true&text=" + Http.encode(text));
    JsonNode first = answer.at("/explanation/0");
    int start = first.at("/places/0/start").asInt(-1);
    int end = first.at("/places/0/end").asInt(-1);

    assertThat(answer.at("/explanation")).hasSize(5);
    assertThat(first.at("/weight").asDouble()).isPositive();
    assertThat(text.substring(start, end)).isEqualTo(first.at("/text").asText());
    assertThat(solr.get("/one/doccat?text=house").has("explanation")).isFalse();
  }

  @Test
  void takesATextInEachWay() throws Exception {
    assertMortgage(post("application/json", "{\"text\":\"" + HOUSE + "\"}"));
    assertMortgage(post("application/json; charset=UTF-8", "{\"text\":\"" + HOUSE + "\"}"));
    assertMortgage(post("text/plain", HOUSE));
    assertMortgage(post("application/x-www-form-urlencoded", "text=" + Http.encode(HOUSE)));
    HttpResponse<String> utf16 =
        raw.post(
            "/one/doccat", "text/plain;charset=UTF-16", HOUSE.getBytes(StandardCharsets.UTF_16));
    assertMortgage(utf16);
  }

  @Test
  void indexesNothing() throws Exception {
    post("text/plain", HOUSE);
    solr.add("one", "[]");

    assertThat(solr.found("one", "q=*:*")).isZero();
  }

  @Test
  void tellsAsManyCategoriesAsAreAskedFor() throws Exception {
    assertThat(solr.get("/one/doccat?maxCount=1&text=house").at("/categories")).hasSize(1);
  }

  @Test
  void takesItsDefaultsFromSolrconfig() throws Exception {
    assertThat(solr.get("/named/doccat?text=house").at("/categories")).hasSize(1);
  }

  @Test
  void answersInEachFormat() throws Exception {
    assertThat(raw.get("/one/doccat?wt=xml&text=house").body())
        .contains("<str name=\"category\">mortgage</str>");
    assertThat(raw.get("/one/doccat?wt=javabin&text=house").statusCode()).isEqualTo(200);
  }

  @Test
  void saysSoWhereTheTextSaysNothing() throws Exception {
    JsonNode answer = solr.get("/shipped/doccat?text=" + Http.encode("qwxz ???"));

    assertThat(answer.at("/abstained").asBoolean()).isTrue();
    assertThat(answer.at("/review").asText()).isEqualTo("abstained");
    assertThat(answer.at("/tag").has("predicted_category")).isFalse();
    assertThat(answer.has("best")).isFalse();
    assertThat(answer.at("/knownTokens").asInt(-1)).isZero();
  }

  @Test
  void isNotAnsweredFromACache() throws Exception {
    assertThat(raw.get("/one/doccat?text=house").headers().firstValue("Cache-Control"))
        .hasValueSatisfying(control -> assertThat(control).contains("no-cache", "no-store"));
  }

  @Test
  void refusesWhatItCannotAnswer() throws Exception {
    assertRefused(raw.get("/one/doccat"), "there is no text; send it as the parameter 'text'");
    assertRefused(raw.get("/one/doccat?text=%20"), "the text is blank");
    assertRefused(raw.get("/one/doccat?text=a&maxCount=0"), "maxCount is 0; it must be");
    assertRefused(raw.get("/one/doccat?text=a&maxCount=x"), "maxCount is 'x'");
    assertRefused(raw.get("/one/doccat?text=a&explain=x"), "explain is 'x'");
    assertRefused(raw.get("/one/doccat?text=a&doccat.nonsense=1"), "unknown parameter");
    assertRefused(raw.get("/one/doccat?text=a&doccat.fl=x"), "cannot be set by a request");
    assertRefused(post("application/json", "{\"text\":"), "the body is not JSON: ");
    assertRefused(post("application/json", "[\"a\"]"), "the body is no JSON object");
    assertRefused(post("application/json", "{\"txt\":\"a\"}"), "the body has the key 'txt'");
    assertRefused(post("application/json", "{\"text\":null}"), "'text' must be a string");
    assertRefused(post("application/json", "{\"text\":[\"a\"]}"), "'text' must be a string");
    assertRefused(post("application/json", "{}"), "there is no text");
    assertRefused(post("application/json", "[".repeat(300_000)), "the body is no JSON object");
    assertRefused(raw.get("/one/doccat?text=a&text=b"), "there are 2 texts; send one");
    assertRefused(post("text/plain", ""), "the text is blank");
    assertRefused(post("text/plain;charset=nonsense", "a"), "charset is not known: nonsense");
    assertRefused(post("application/pdf", "a"), "the body's Content-Type is 'application/pdf'");
    assertRefused(
        raw.post("/one/doccat?text=a", "text/plain", new byte[] {'a'}),
        "there is a text in the parameters and a body");
  }

  @Test
  void tellsWhatTheCollectionIs() throws Exception {
    JsonNode info = solr.get("/shipped/doccat?info=true");

    assertThat(info.at("/fields/sources")).hasToString("[\"narrative\"]");
    assertThat(info.at("/fields/category").asText()).isEqualTo("predicted_category");
    assertThat(info.at("/fields/scores").asText()).isEqualTo("predicted_scores");
    assertThat(info.at("/uniqueKey").asText()).isEqualTo("complaint_id");
    assertThat(info.at("/chain").asText()).isEqualTo("doccat");
    assertThat(info.at("/categories")).hasSize(9);
    assertThat(info.at("/model/tag").asText()).matches("complaints-en\\.bin [0-9a-f]{12}");
    assertThat(info.at("/model/location").asText()).isEqualTo("models/complaints-en.bin");
    assertThat(raw.post("/one/doccat?info=true", "application/json", new byte[0]).statusCode())
        .isEqualTo(200);
    assertRefused(
        raw.post("/one/doccat?info=true", "application/json", new byte[] {'{'}),
        "send it without a text and a body");
    assertRefused(raw.get("/two/doccat?info=true"), "several taggers are meant");
    assertThat(solr.get("/two/doccat?info=true&categoryField=tags").at("/fields/category").asText())
        .isEqualTo("tags");
  }

  /** To the last digit, several values and none included. */
  @Test
  void documentsAreTaggedAsAnUpdateWouldTagThem() throws Exception {
    String documents =
        "[{'complaint_id':'d1','narrative':'"
            + HOUSE
            + "'},{'complaint_id':'d2'},"
            + "{'complaint_id':'d3','narrative':['my credit card',null,'was charged twice']},"
            + "{'complaint_id':'d4','narrative':'zxqv blorp'}]";
    JsonNode answer =
        solr.post(
            "/shipped/doccat",
            "application/json",
            ("{'documents':" + documents + "}").replace('\'', '"'));
    solr.add(
        "shipped",
        documents
            .replace("null,'was charged twice'", "")
            .replace("'my credit card',", "'my credit card\\nwas charged twice'")
            .replace('\'', '"'));

    assertThat(answer.at("/tags")).as(answer.toString()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      JsonNode tag = answer.at("/tags").get(i);
      JsonNode document = solr.document("shipped", "d" + (i + 1));
      tag.properties()
          .forEach(field -> assertThat(document.path(field.getKey())).isEqualTo(field.getValue()));
      assertThat(document.properties().stream().filter(f -> f.getKey().startsWith("predicted_")))
          .hasSameSizeAs(tag.properties());
    }
    assertThat(answer.at("/tags/1")).isEmpty();
    assertThat(answer.at("/tags/3/predicted_review").asText()).isEqualTo("abstained");
    assertThat(answer.at("/model/location").asText()).isEqualTo("models/complaints-en.bin");
    assertThat(answer.at("/model/tag").asText())
        .isEqualTo(answer.at("/tags/0/predicted_model").asText());
  }

  @Test
  void documentsThatCannotBeReadAreRefused() throws Exception {
    assertRefused(
        post("application/json", "{\"documents\":[{\"narrative\":{\"set\":\"x\"}}]}"),
        "the field 'narrative' of document 1 holds an object");
    assertRefused(
        post("application/json", "{\"documents\":[],\"explain\":true}"),
        "the body has 'explain' beside 'documents'");
    assertThat(solr.post("/named/doccat", "application/json", "{\"documents\":[]}").at("/tags"))
        .isEmpty();
  }

  @Test
  void refusesATextThatIsTooLong() throws Exception {
    assertMortgage(post("text/plain", "house " + "x".repeat(999_994)));
    assertRefused(post("text/plain", "x".repeat(1_000_001)), "may have 1000000 characters");
    assertRefused(
        post("application/json", "{\"text\":\"" + "x".repeat(1_000_000) + "\"}"),
        "may have 1000000 characters");
    assertRefused(
        post("application/x-www-form-urlencoded", "text=" + "x".repeat(1_000_001)),
        "may have 1000000 characters");
  }

  @Test
  void asksWhichTaggerIsMeant() throws Exception {
    assertRefused(
        raw.get("/two/doccat?text=house"),
        "choose one by 'chain' or 'categoryField' of: "
            + "chain=doccat categoryField=predicted_category; chain=doccat categoryField=tags");
    assertThat(raw.get("/two/doccat?text=house&categoryField=tags").statusCode()).isEqualTo(200);
    assertRefused(
        raw.get("/one/doccat?text=house&chain=nowhere"),
        "no tagger is there; there are: chain=doccat categoryField=predicted_category");
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return raw.post("/one/doccat", type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertMortgage(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).at("/categories/0/category").asText())
        .isEqualTo("mortgage");
  }

  private static void assertRefused(HttpResponse<String> answer, String reason) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode error = JSON.readTree(answer.body()).path("error");
    assertThat(error.path("msg").asText()).contains(reason);
    assertThat(error.has("trace")).isFalse();
  }
}
