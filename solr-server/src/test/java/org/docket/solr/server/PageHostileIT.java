/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a collection is shown as the text that it is. */
class PageHostileIT extends OpenPage {

  private static final List<String> ATTACKS =
      List.of(
          "</script><script>window.hacked = 1</script>",
          "<img src=x onerror=\"window.hacked = 2\">",
          "<svg/onload=window.hacked=3>",
          "javascript:window.hacked=4",
          "\"><iframe srcdoc='<script>parent.hacked=5</script>'></iframe>",
          "<style>* { display: none }</style>",
          "${alert(1)} {{constructor.constructor('window.hacked=6')()}}",
          "&lt;b&gt; &amp; &#x3C;",
          "\u202Egnitroper tiderc\u202C \u2066x\u2069 \u200F",
          "__proto__",
          "constructor",
          "W".repeat(3_000),
          "\u0002marked\u0003 \u0003\u0002 <mark>",
          "quote \" apostrophe ' slash / back \\ per % cent & amp ? mark # hash + plus",
          "\uD83D\uDE00 \u0130stanbul \u2028 line");

  private static boolean indexed;

  @BeforeEach
  void index() throws Exception {
    if (indexed) {
      return;
    }
    List<Map<String, Object>> documents = new ArrayList<>();
    for (String attack : ATTACKS) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("complaint_id", attack);
      document.put("narrative", "attack: " + attack + " escrow");
      for (String field :
          List.of(
              "company",
              "state",
              "issue",
              "product",
              "predicted_category",
              "predicted_model",
              "reviewed_by",
              "reviewed_verdict",
              "reviewed_model",
              "reviewed_model_category")) {
        document.put(field, attack);
      }
      document.put("tags", List.of(attack, attack));
      document.put("predicted_source", "human");
      document.put("date_received", "2023-01-0" + (1 + documents.size() % 9) + "T00:00:00Z");
      document.put(
          "predicted_history",
          List.of(attack, entry(attack), "[1]", "{\"category\":{\"a\":1},\"until\":[2]}"));
      documents.add(document);
    }
    server.solr().add("hostile", new ObjectMapper().writeValueAsString(documents));
    indexed = true;
  }

  private static String entry(String attack) throws Exception {
    Map<String, String> entry = new LinkedHashMap<>();
    for (String key : List.of("until", "category", "source", "model", "review", "who")) {
      entry.put(key, attack);
    }
    return new ObjectMapper().writeValueAsString(entry);
  }

  @Test
  void hitsFacetsAndChipsShowItAsText() {
    open("hostile", "search?q=attack&sort=oldest");

    assertNothingRan();
    assertThat(found()).isEqualTo(ATTACKS.size());
    assertThat(browser.texts(".hit h3")).contains(ATTACKS.get(0), ATTACKS.get(4), ATTACKS.get(11));
    assertThat(browser.texts(".hit .category")).contains(ATTACKS.get(1), "__proto__");
    assertThat(browser.texts(".snippet").toString()).contains("<img src=x onerror=");
    assertThat(browser.number("return document.documentElement.scrollWidth - innerWidth"))
        .isNotPositive();
  }

  @Test
  void everyValueCanBeChosenAndFindsItsDocument() {
    open("hostile", "search?q=attack");
    for (String attack : ATTACKS) {
      browser.run(
          "location.hash = arguments[0]",
          "#search?q=attack&f.company=" + Http.encode(attack) + "&category=" + Http.encode(attack));

      assertThat(found()).as(attack).isEqualTo(1);
      assertThat(browser.count(".chips li")).isEqualTo(3);
      assertThat(browser.count(".facet input:checked")).isEqualTo(2);
      assertNothingRan();
    }
  }

  @Test
  void documentsOpenWhateverTheirIdsAre() throws Exception {
    open("hostile", "search?q=attack");
    for (String attack : ATTACKS) {
      browser.run(
          "location.hash = arguments[0]", "#document?id=" + Http.encode(attack) + "&n=0&q=attack");
      browser.await("return document.querySelector('h1')?.textContent === " + quoted(attack));
      settle();

      assertThat(browser.text(".document .tag .category")).isEqualTo(attack);
      assertThat(browser.text(".history .raw")).isEqualTo("[1]");
      assertThat(browser.texts(".history .raw")).hasSize(2).endsWith(attack);
      assertThat(browser.texts(".fields dd")).contains(attack);
      assertNothingRan();
    }
  }

  @Test
  void aHostileAddressDoesNoHarm() {
    open("hostile", "search");
    for (String address :
        List.of(
            "<img src=x onerror=window.hacked=7>?q=<script>",
            "__proto__",
            "constructor?q=%",
            "search?q=%3Cscript%3Ewindow.hacked%3D8%3C%2Fscript%3E&__proto__=x&category=%00",
            "document?id=x&n=99999999999999999999",
            "search?when=0000-01~9999&when=9999-12~1&from=0000-00-00",
            "search?q=" + "(".repeat(5_000))) {
      browser.run("location.hash = arguments[0]", address);
      settle();
      assertNothingRan();
      assertThat(browser.count(".trouble")).as(address).isZero();
    }
  }

  @Test
  void thePolicyRefusesAScriptThatGotIn() {
    open("search");
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 9'; document.body.append(s)");

    assertThat(browser.run("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(browser.messages()).anyMatch(message -> message.contains("Content Security Policy"));
  }

  private static void assertNothingRan() {
    assertThat(browser.run("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(browser.count("main :is(img, script, iframe, style, svg), main a[href^=javascript]"))
        .isZero();
  }

  private static String quoted(String text) throws Exception {
    return new ObjectMapper().writeValueAsString(text);
  }

  /** The policy keeps the page from other origins, and that looks like a Solr that is gone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"solr\":\"http://127.0.0.1:1/solr/complaints\"}",
        "{\"solr\":\"//evil.example/solr/complaints\"}",
        "{\"solr\":\"\"}",
        "{\"solr\":\"/solr/complaints\",\"fields\":{\"facets\":\"company\"}}"
      })
  void aConfigurationThatCannotWorkIsTold(String config) {
    String script = "window.fetch = () => Promise.resolve(new Response('" + config + "'));";
    withScript(script, () -> open("search"));

    assertThat(browser.text(".trouble")).contains("The page says", "config.json must");
    assertThat(browser.messages()).allMatch(message -> message.contains("config.json must"));
  }
}
