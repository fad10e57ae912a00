/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A document opened: its text, why it is tagged so, by whom, and what it was before. */
class PageDocumentIT extends OpenPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode explained(String id) throws Exception {
    String text = server.solr().document("complaints", id).at("/narrative").asText();
    String body = JSON.writeValueAsString(Map.of("text", text, "explain", true));
    return server.solr().post("/complaints/doccat", "application/json", body);
  }

  @Test
  void theWordsThatMovedTheDecisionAreMarkedWhereTheyStand() throws Exception {
    open("document?id=demo-032&n=0&q=credit+report");
    String text = server.solr().document("complaints", "demo-032").at("/narrative").asText();
    JsonNode strongest = explained("demo-032").at("/explanation/0");

    assertThat(
            browser.run(
                "const t = document.querySelector('.text').cloneNode(true); t.querySelectorAll('.hidden').forEach((h) => h.remove()); return t.textContent"))
        .isEqualTo(text);
    assertThat(browser.texts(".word.for.strong"))
        .anyMatch(word -> word.startsWith(strongest.at("/text").asText() + " (+"));
    assertThat(browser.count(".word.against")).isPositive();
    assertThat(browser.texts(".words .figure").get(0))
        .isEqualTo(
            String.format(
                java.util.Locale.ROOT, "+%.1f", strongest.at("/weight").asDouble() * 100));
    assertThat(browser.texts(".words .what").get(0)).isEqualTo(strongest.at("/text").asText());
    browser.run("document.querySelector('.word[tabindex]').focus()");
    assertThat(
            (String)
                browser.run("return getComputedStyle(document.activeElement, '::after').content"))
        .contains(" points, speaks ");
    picture("document");
  }

  @Test
  void theModelsCategoriesStandBesideTheTextWithTheirProbabilities() throws Exception {
    open("document?id=demo-032");
    JsonNode said = explained("demo-032");

    assertThat(browser.texts(".probabilities .category").get(0))
        .isEqualTo(said.at("/best/category").asText());
    assertThat(browser.count(".probabilities li")).isEqualTo(5);
    assertThat(browser.text(".verdict")).startsWith("The model in service says the same today (");
    assertThat(browser.text("aside"))
        .contains("complaints-en.bin " + said.at("/model/sha256").asText().substring(0, 12));
    assertThat(browser.texts(".fields dt")).contains("Complaint id", "Date received", "Sub issue");
    assertThat(browser.texts(".over-document nav")).isEmpty();
  }

  @Test
  void whatAPersonSaidIsTheirsAndTheModelMaySaySomethingElse() throws Exception {
    String history =
        JSON.writeValueAsString(
            "{\"until\":\"2026-03-01T10:00:00Z\",\"category\":\"Mortgage\",\"score\":0.42,"
                + "\"source\":\"model\",\"model\":\"old.bin 0123456789ab\",\"review\":\"below-threshold\"}");
    server
        .solr()
        .add(
            "hostile",
            "{\"complaint_id\":\"person\",\"narrative\":\"The escrow of my mortgage is wrong.\","
                + "\"predicted_category\":\"Student loan\",\"predicted_source\":\"human\","
                + "\"reviewed_by\":\"Ada\",\"reviewed_at\":\"2026-03-02T10:00:00Z\","
                + "\"reviewed_verdict\":\"corrected\",\"predicted_history\":["
                + history
                + "]}");

    open("hostile", "document?id=person");

    assertThat(browser.text(".document .tag")).contains("Student loan", "corrected by Ada");
    assertThat(browser.text(".verdict"))
        .startsWith("The model in service says something else: Mortgage (");
    assertThat(browser.texts(".history li")).hasSize(2);
    assertThat(browser.texts(".history li").get(0))
        .contains("Now", "Student loan", "by Ada", "Since Mar 2, 2026");
    assertThat(browser.texts(".history li").get(1))
        .contains(
            "Until Mar 1, 2026", "Mortgage", "42%", "old.bin 0123456789ab", "not sure enough");
  }

  @Test
  void oneGoesToTheHitsBesideAndBackToWhereOneWas() {
    open("search?q=loan&page=2");
    browser.click(".hits > li:first-child h3 a");
    settleAt("document?");
    assertThat(browser.text(".place")).isEqualTo("hit 21");

    browser.press("k");
    settleAt("n=19");
    browser.await("return document.querySelector('.over-document [rel=prev]')");
    browser.press(Keys.ESCAPE);
    settleAt("search?q=loan");
    assertThat(browser.run("return location.hash")).isEqualTo("#search?q=loan");
    browser.await("return document.activeElement.matches('.hits > li:nth-child(20) h3 a')");
  }

  @Test
  void aDocumentThatIsNotThereIsSaidToBeGone() {
    open("document?id=no%2Fsuch%22one");

    assertThat(browser.text("main")).contains("There is no such document", "no/such\"one");
  }

  @Test
  void aLongTextIsShownInPartUntilSomebodyAsksForAll() throws Exception {
    String text = "mortgage escrow payment late ".repeat(10_000);
    server
        .solr()
        .add(
            "hostile",
            JSON.writeValueAsString(List.of(Map.of("complaint_id", "long", "narrative", text))));

    open("hostile", "document?id=long");

    assertThat(browser.text(".narrative")).hasSizeLessThan(150_000);
    browser.click(".narrative button");
    browser.await("return document.querySelector('.text').textContent.length >= " + text.length());
    assertThat(browser.text("aside")).contains("longer than the model reads");
  }

  @Test
  void theViewKeepsNobodyOut() throws Exception {
    open("document?id=demo-138&n=2&q=credit+report");
    assertKeepsNobodyOut();
    picture("document-phone-dark");
  }
}
