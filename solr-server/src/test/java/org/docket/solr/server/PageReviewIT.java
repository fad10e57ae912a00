/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Reviewing by keyboard, and what is in the index afterwards. */
class PageReviewIT extends ReviewPage {

  @BeforeEach
  void documents() throws Exception {
    sixDocuments();
  }

  @Test
  void theLeastCertainComesFirstAndEachKeyDecidesAndShowsTheNext() throws Exception {
    review("review");
    assertThat(shown()).isEqualTo("d1");
    assertThat(browser.texts(".choices .category")).startsWith("Debt collection");

    browser.press("a");
    awaitShown("d2");
    browser.press("3");
    awaitShown("d3");
    browser.press("s");
    awaitShown("d4");
    browser.press(Keys.ENTER);
    awaitShown("d5");
    awaitSent();

    assertThat(stored("d1").path("reviewed_verdict").asText()).isEqualTo("accepted");
    assertThat(stored("d2").path("reviewed_verdict").asText()).isEqualTo("corrected");
    assertThat(without(stored("d3"), "_version_").has("reviewed_by")).isFalse();
    assertThat(stored("d4").path("predicted_category").asText()).isEqualTo("Credit reporting");
    assertThat(browser.text(".progress")).contains("3 decided now", "1 skipped", "3 left");
    assertThat(browser.text("[role=status].hidden")).startsWith("Accepted: Credit reporting. d5: ");
  }

  @Test
  void exactlyTheDecisionIsInTheIndexAndAllElseAsItWas() throws Exception {
    JsonNode before = stored("d1");
    review("review");

    browser.press("a");
    awaitSent();

    JsonNode after = stored("d1");
    ObjectNode expected =
        without(
            before,
            "predicted_score",
            "predicted_categories",
            "predicted_scores",
            "predicted_model",
            "_version_");
    expected
        .put("predicted_source", "human")
        .put("reviewed_by", "anna")
        .put("reviewed_verdict", "accepted")
        .put("reviewed_model", "older.bin 0123456789ab")
        .put("reviewed_model_category", "Debt collection")
        .put("reviewed_model_score", 0.1);
    assertThat((Object) without(after, "_version_", "reviewed_at", "predicted_history"))
        .isEqualTo(expected);
    Instant at = Instant.parse(after.path("reviewed_at").asText());
    assertThat(Duration.between(at, Instant.now())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    assertThat(history("d1"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("category").asText()).isEqualTo("Debt collection");
              assertThat(entry.path("score").asDouble()).isEqualTo(0.1);
              assertThat(entry.path("source").asText()).isEqualTo("model");
              assertThat(Instant.parse(entry.path("until").asText())).isEqualTo(at);
            });
  }

  @Test
  void undoGoesBackSeveralStepsAndRestoresEachFieldExactly() throws Exception {
    List<JsonNode> before = List.of(stored("d1"), stored("d2"));
    review("review");
    browser.press("2");
    awaitShown("d2");
    browser.press("a");
    awaitShown("d3");
    browser.press("s");
    awaitShown("d4");
    awaitSent();

    for (String id : List.of("d3", "d2", "d1")) {
      browser.press("u");
      awaitShown(id);
    }
    awaitSent();

    for (JsonNode document : before) {
      String id = document.path("complaint_id").asText();
      assertThat((Object) without(stored(id), "_version_", "predicted_history"))
          .isEqualTo(without(document, "_version_"));
      assertThat(history(id)).hasSize(2);
    }
    browser.press("u");
    browser.await("return document.querySelector('.left-out')?.textContent.includes('nothing')");
    assertThat(browser.text(".progress")).contains("0 decided now", "6 left");
  }

  @Test
  void whatIsUndoneCanBeDecidedAgainAtOnce() throws Exception {
    review("review");

    browser.press("2");
    awaitShown("d2");
    browser.press("u");
    awaitShown("d1");
    browser.press("a");
    awaitShown("d2");
    awaitSent();

    assertThat(stored("d1").path("predicted_category").asText()).isEqualTo("Debt collection");
    assertThat(stored("d1").path("reviewed_verdict").asText()).isEqualTo("accepted");
    assertThat(browser.count(".conflict")).isZero();
  }

  @Test
  void anyCategoryCanBeTypedAndOneThatTheModelDoesNotKnowIsAskedBackOnce() throws Exception {
    String hostile = "<img src=x onerror=hacked=1> \"&\\'";
    review("review");

    browser.press("c");
    browser.press("vehicle", Keys.ENTER);
    awaitShown("d2");
    browser.press("c");
    browser.press(hostile, Keys.ENTER);
    browser.await("return document.querySelector('.asked').textContent.includes('does not know')");
    assertThat(shown()).isEqualTo("d2");
    browser.press(Keys.ENTER);
    awaitShown("d3");
    awaitSent();

    assertThat(stored("d1").path("predicted_category").asText()).isEqualTo("Vehicle loan or lease");
    assertThat(stored("d2").path("predicted_category").asText()).isEqualTo(hostile);
    browser.press("u");
    awaitShown("d2");
    awaitSent();
    assertThat(browser.run("return window.hacked")).isNull();
  }

  @Test
  void hostileTextsAndCategoriesAreText() throws Exception {
    String hostile = "</script><script>hacked=1</script><img src=x onerror=hacked=1>${7*7}";
    ObjectNode document = JSON.createObjectNode().put("complaint_id", "<b>1</b>\u202e");
    document.put("narrative", hostile + " escrow \ud83d\ude00");
    document.put("predicted_category", hostile).put("predicted_source", "human");
    document.put("company", hostile).put("reviewed_by", hostile);
    document.put("reviewed_verdict", "corrected").put("reviewed_model_category", hostile + 2);
    document.putArray("predicted_history").add("<script>").add("{\"until\":{}}");
    onlyThese(CORE, List.of(document.toString()));

    review("review?list=disagree");

    assertThat(shown()).isEqualTo("<b>1</b>\u202e");
    assertThat(browser.text(".reviewed .text"))
        .startsWith("</script><script>hacked=1</script><img src=x onerror=hacked=1>${7");
    assertThat(browser.texts(".choices .category")).contains(hostile);
    assertThat(browser.text(".models-word")).contains(hostile + 2);
    assertThat(browser.count("main script, main img")).isZero();
    assertThat(browser.run("return window.hacked")).isNull();
  }

  @Test
  void aPersonsDecisionSurvivesItsTextAndCanBeGivenBackToTheModel() throws Exception {
    review("review");
    browser.press("2");
    awaitShown("d2");
    awaitSent();
    ObjectNode text = JSON.createObjectNode().put("complaint_id", "d1");
    text.putObject("narrative").put("set", "They took my house although I had paid the mortgage.");
    send(text);
    assertThat(stored("d1").path("predicted_source").asText()).isEqualTo("human");
    server.solr().get("/" + CORE + "/update?commit=true");

    review("document?id=d1");
    browser.press("g");
    browser.await("return document.querySelector('.document .tag')?.textContent.includes('model')");
    awaitSent();

    JsonNode after = stored("d1");
    assertThat(after.path("predicted_category").asText()).isEqualTo("Mortgage");
    assertThat(after.path("predicted_source").asText()).isEqualTo("model");
    assertThat(after.path("predicted_score").asDouble()).isGreaterThan(0.9);
    assertThat(after.has("reviewed_by") || after.has("reviewed_verdict")).isFalse();
    assertThat(history("d1"))
        .hasSize(2)
        .last()
        .satisfies(entry -> assertThat(entry.path("who").asText()).isEqualTo("anna"));
  }

  @Test
  void anOpenDocumentIsDecidedAndUndoneByTheSameKeys() throws Exception {
    JsonNode before = stored("d1");
    review("document?id=d1");

    browser.press("2", "a"); // the numbers stand beside nothing that one sees
    browser.await("return document.querySelector('.document .tag').textContent.includes('anna')");
    awaitSent();
    assertThat(stored("d1").path("reviewed_verdict").asText()).isEqualTo("accepted");
    browser.press("c");
    browser.press("student", Keys.ENTER);
    browser.await(
        "return document.querySelector('.document .tag').textContent.includes('Student loan')");
    awaitSent();
    browser.press("u");
    browser.await(
        "return !document.querySelector('.document .tag').textContent.includes('Student loan')");
    awaitSent();
    assertThat(stored("d1").path("reviewed_verdict").asText()).isEqualTo("accepted");

    browser.press("u");
    browser.await("return !document.querySelector('.document .tag').textContent.includes('anna')");
    awaitSent();
    assertThat((Object) without(stored("d1"), "_version_", "predicted_history"))
        .isEqualTo(without(before, "_version_"));
  }

  @Test
  void listsHoldWhatIsMarkedWithoutCategoryAndInDispute() throws Exception {
    server
        .solr()
        .add(
            CORE,
            """
            [{"complaint_id": "m1", "narrative": "a long one", "predicted_category": "Mortgage",
              "predicted_score": 0.4, "predicted_source": "model", "predicted_review": "truncated"},
             {"complaint_id": "n1", "narrative": "zxqv", "predicted_review": "abstained"},
             {"complaint_id": "p1", "narrative": "x", "predicted_category": "Mortgage",
              "predicted_source": "human", "reviewed_verdict": "corrected",
              "reviewed_model_category": "Student loan", "reviewed_model_score": 0.7},
             {"complaint_id": "p2", "narrative": "y", "predicted_category": "Mortgage",
              "predicted_source": "human", "reviewed_verdict": "corrected",
              "reviewed_model_category": "Student loan", "reviewed_model_score": 0.97}]
            """,
            "doccat=false");

    review("review?list=none");
    assertThat(shown()).isEqualTo("n1");
    browser.press("a");
    browser.await("return document.querySelector('.left-out')?.textContent.includes('choose one')");
    review("review?list=marked&reason=truncated");
    assertThat(shown()).isEqualTo("m1");
    assertThat(browser.text(".progress")).contains("1 left");
    review("review?list=disagree");
    assertThat(shown()).isEqualTo("p2");
    assertThat(browser.text(".models-word")).contains("Student loan", "97%");
    JsonNode before = stored("p2");
    browser.press("a");
    awaitShown("p1");
    assertThat((Object) stored("p2")).as("left as it is").isEqualTo(before);
    review("review?f.company=Bank+d4");
    assertThat(shown()).isEqualTo("d4");
    assertThat(browser.text(".scope")).contains("Bank d4");
    browser.press("s");
    browser.await("return document.querySelector('.end') !== null");
    assertThat(browser.text(".end")).contains("That was the last one", "skipped 1 document");
  }

  @Test
  void theReviewersNameIsAskedOnce() throws Exception {
    open(CORE, "review");

    browser.press("a");
    browser.await("return document.activeElement.id === 'reviewer'");
    assertThat(shown()).isEqualTo("d1");
    browser.press("Zoë <b>", Keys.ENTER);
    browser.await("return document.querySelector('.reviewer strong')?.textContent === 'Zoë <b>'");
    open(CORE, "review");
    browser.press("a");
    awaitShown("d2");
    awaitSent();

    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("Zoë <b>");
  }

  @Test
  void theNextDocumentIsThereBeforeSolrAnswersAnything() throws Exception {
    review("review");
    browser.run(
        """
        window.ask = window.fetch;
        window.held = [];
        window.fetch = (...of) => new Promise((go) => held.push(() => go(ask(...of))));
        """);

    browser.press("a");
    awaitShown("d2");

    assertThat(browser.number("return held.length")).isPositive();
    browser.run("window.fetch = window.ask; held.forEach((go) => go())");
    awaitSent();
  }

  @Test
  void aCollectionWithoutTheFieldsOfADecisionSaysWhichAndIsReviewedAllTheSame() throws Exception {
    onlyThese(
        "bare",
        List.of(
            "{\"complaint_id\": \"1\", \"narrative\": \"My card.\","
                + " \"predicted_category\": \"Mortgage\", \"predicted_source\": \"model\"}"));

    withScript("localStorage.setItem('docket.reviewer', 'anna');", () -> open("bare", "review"));
    assertThat(browser.text(".missing-fields"))
        .contains("<field name=\"reviewed_by\" type=\"string\"/>")
        .contains("<field name=\"reviewed_at\" type=\"pdate\"/>");
    browser.messages(); // Solr's refusals are how the page finds out
    browser.press("a");
    browser.await("return document.querySelector('.end') !== null");
    awaitSent();

    JsonNode after = server.solr().get("/bare/get?id=1").path("doc");
    assertThat(after.path("predicted_source").asText()).isEqualTo("human");
    assertThat(after.has("reviewed_by")).isFalse();
    onlyThese("bare", List.of());
  }

  @Test
  void whereThePageOnlyShowsNothingIsDecidedAndItSaysWhy() throws Exception {
    JsonNode before = stored("d1");
    String config = "{\"solr\":\"/solr/review\",\"readOnly\":true,\"fields\":{}}";
    withScript(
        "const asked = window.fetch; window.fetch = (url, options) =>"
            + " String(url).endsWith('/config.json')"
            + " ? Promise.resolve(new Response('"
            + config
            + "')) : asked(url, options);",
        () -> open("review"));

    browser.press("a", "2", Keys.ENTER);
    assertThat(browser.text(".deciding .notice")).contains("read-only");
    assertThat(browser.count(".choice, .accept, #category-box")).isZero();
    browser.press("s");
    awaitShown("d2");

    assertThat((Object) stored("d1")).isEqualTo(before);
  }

  @Test
  void keepsNobodyOut() throws Exception {
    review("review");
    assertKeepsNobodyOut();
    browser.press("a");
    awaitShown("d2");
    picture("review-phone-dark");
    awaitSent();
    review("document?id=d1");
    assertKeepsNobodyOut();
  }
}
