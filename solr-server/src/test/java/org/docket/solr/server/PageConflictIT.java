/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who review at once, and a Solr or a page that goes away: nothing lost, nothing twice. */
class PageConflictIT extends ReviewPage {

  private static final String CONFLICT = "return document.querySelector('.conflict') !== null";

  /** Chromium writes to the console what a server refuses, and what it cannot reach. */
  private static final String REFUSED = "Failed to load resource";

  @BeforeEach
  void documents() throws Exception {
    sixDocuments();
  }

  /** What the console says beside what was to be expected. */
  private static void assertOnlyRefusals() {
    assertThat(browser.messages()).allSatisfy(message -> assertThat(message).contains(REFUSED));
  }

  private static void bobComesFirst() throws Exception {
    review("review");
    bobDecides("d1", "Student loan");
    browser.press("a");
    awaitShown("d2");
    browser.await(CONFLICT);
    assertThat(browser.text(".conflict"))
        .contains("Somebody else decided d1", "bob gave it Student loan", "Nov 27, 2026, 9:30")
        .contains("You wanted: “Debt collection”", "Letter d1");
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("bob");
  }

  @Test
  void whatSomebodyElseDecidedIsShownAndCanBeKept() throws Exception {
    bobComesFirst();
    picture("conflict-desktop");
    assertKeepsNobodyOut();
    picture("conflict-phone-dark");

    browser.press("t");
    awaitSent();

    assertThat(stored("d1").path("predicted_category").asText()).isEqualTo("Student loan");
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("bob");
    assertThat(browser.count(".conflict")).isZero();
    assertThat(browser.text(".progress")).contains("0 decided now");
    assertOnlyRefusals();
  }

  @Test
  void mineGoesOverItOnlyWhenISayAndOnlyOverWhatIHaveSeen() throws Exception {
    bobComesFirst();
    bobDecides("d1", "Mortgage");

    browser.press("m");
    browser.await("return document.querySelector('.conflict')?.textContent.includes('Mortgage')");
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("bob");
    browser.press("m");
    awaitSent();

    JsonNode after = stored("d1");
    assertThat(after.path("predicted_category").asText()).isEqualTo("Debt collection");
    assertThat(after.path("reviewed_by").asText()).isEqualTo("anna");
    assertThat(after.path("reviewed_verdict").asText()).isEqualTo("accepted");
    assertThat(history("d1"))
        .extracting(entry -> entry.path("category").asText())
        .containsExactly("Debt collection", "Student loan", "Mortgage");
    assertThat(history("d1").get(2).path("who").asText()).isEqualTo("bob");
    assertOnlyRefusals();
  }

  @Test
  void aChangeOfSomethingElseIsNoConflict() throws Exception {
    review("review");
    ObjectNode other = JSON.createObjectNode().put("complaint_id", "d1");
    other.putObject("company").put("set", "Another bank");
    send(other);

    browser.press("2");
    awaitShown("d2");
    awaitSent();

    assertThat(stored("d1").path("company").asText()).isEqualTo("Another bank");
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("anna");
    assertThat(browser.count(".conflict")).isZero();
    assertOnlyRefusals();
  }

  @Test
  void anotherTextIsAConflict() throws Exception {
    review("review");
    ObjectNode text = JSON.createObjectNode().put("complaint_id", "d1");
    text.putObject("narrative").put("set", "They took my house although I had paid the mortgage.");
    send(text);

    browser.press("a");
    browser.await(CONFLICT);

    assertThat(browser.text(".conflict")).contains("another text", "They took my house");
    browser.press("t");
    awaitSent();
    assertThat(stored("d1").path("predicted_source").asText()).isEqualTo("model");
    assertOnlyRefusals();
  }

  @Test
  void whoDecidedTheSameFirstStays() throws Exception {
    review("review");
    bobDecides("d1", "Debt collection");

    browser.press("a");
    awaitShown("d2");
    awaitSent();

    browser.await(
        "return document.querySelector('.left-out')?.textContent.includes('bob decided')");
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("bob");
    assertOnlyRefusals();
  }

  @Test
  void whatSomebodyElseDecidedOrDeletedMeanwhileIsLeftOutAndTold() throws Exception {
    review("review");
    bobDecides("d2", "Student loan");
    delete("d3");

    browser.press("a");
    awaitShown("d4");
    browser.await("return document.querySelectorAll('.left-out').length === 2");

    assertThat(browser.texts(".left-out"))
        .containsExactly(
            "d2 is left out: bob decided “Student loan” meanwhile.",
            "d3 is left out: it was deleted meanwhile.");
    assertThat(browser.text(".progress")).contains("3 left");
    delete("d4");
    browser.press("a");
    browser.await(
        "return document.querySelector('.left-out')?.textContent.includes('nowhere to go')");
    awaitSent();
    assertThat(stored("d4").isNull()).isTrue();
    assertOnlyRefusals();
  }

  private static void delete(String id) throws Exception {
    server
        .solr()
        .post("/review/update", "application/json", "{\"delete\": {\"id\": \"" + id + "\"}}");
  }

  @Test
  void solrGoneInTheMiddleLosesNothingAndDoesNothingTwice() throws Exception {
    review("review");
    server.stop();
    try {
      browser.press("a");
      awaitShown("d2");
      browser.press("2");
      awaitShown("d3");
      browser.await(
          "return document.querySelector('.waiting-decisions')?.textContent.includes('2 decisions')");
      assertThat(leavingWarns()).isTrue();
    } finally {
      server.startAgain();
    }

    // By itself it tries again, too, and may have.
    browser.run("document.querySelector('.waiting-decisions button')?.click()");
    awaitSent();

    for (String id : List.of("d1", "d2")) {
      assertThat(stored(id).path("reviewed_by").asText()).isEqualTo("anna");
      assertThat(history(id)).hasSize(1);
    }
    browser.await("return !document.querySelector('.waiting-decisions')");
    assertThat(leavingWarns()).isFalse();
    assertOnlyRefusals();
  }

  private static boolean leavingWarns() {
    return (boolean)
        browser.run(
            "const leaving = new Event('beforeunload', {cancelable: true});"
                + "dispatchEvent(leaving); return leaving.defaultPrevented;");
  }

  /** A network that loses updates on their way there, or answers on their way back. */
  private static String losing(String what) {
    return "const sent = window.fetch; window.fetch = (url, options) =>"
        + " !String(url).includes('/update') ? sent(url, options) : "
        + (what.equals("updates") ? "Promise" : "sent(url, options)")
        + (what.equals("updates")
            ? ".reject(new TypeError('lost'));"
            : ".then(() => { throw new TypeError('lost'); });");
  }

  @Test
  void anUnsentDecisionIsSentWhenThePageIsOpenedAgain() throws Exception {
    withScript(losing("updates"), () -> review("review"));
    browser.press("2");
    awaitShown("d2");
    browser.await("return document.querySelector('.waiting-decisions') !== null");
    assertThat(stored("d1").path("predicted_source").asText()).isEqualTo("model");

    open(CORE, "search"); // whatever is opened
    awaitSent();

    assertThat(stored("d1").path("predicted_category").asText()).isEqualTo("Mortgage");
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("anna");
    assertOnlyRefusals();
  }

  @Test
  void anAnswerThatIsLostMakesNothingTwice() throws Exception {
    withScript(losing("answers"), () -> review("review"));
    browser.press("2");
    awaitShown("d2");
    browser.await("return document.querySelector('.waiting-decisions') !== null");

    browser.click(".waiting-decisions button");
    awaitSent();

    assertThat(history("d1")).hasSize(1);
    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("anna");
    assertThat(browser.count(".conflict")).isZero();
    assertOnlyRefusals();
  }

  @Test
  void whatSolrRefusesStaysInSightUntilItIsSentAgainOrGivenUp() throws Exception {
    String refusing =
        "const sent = window.fetch; window.fetch = (url, options) =>"
            + " !String(url).includes('/update') || window.allows ? sent(url, options) :"
            + " Promise.resolve(new Response('{\"error\":{\"msg\":\"no <b>\"}}', {status: 400}));";
    withScript(refusing, () -> review("review"));
    browser.press("2");
    awaitShown("d2");
    browser.press("a");
    awaitShown("d3");
    browser.await("return document.querySelectorAll('.refused').length === 2");
    assertThat(browser.text(".refused")).contains("d1", "no <b>");

    browser.run("window.allows = true");
    browser.click(".refused button");
    browser.await("return document.querySelectorAll('.refused').length === 1");
    browser.click(".refused .secondary");
    awaitSent();

    assertThat(stored("d1").path("reviewed_by").asText()).isEqualTo("anna");
    assertThat(stored("d2").has("reviewed_by")).isFalse();
  }
}
