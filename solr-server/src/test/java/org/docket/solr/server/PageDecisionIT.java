/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a decision, in documents of all kinds; without Solr, in the page's own modules.
 */
class PageDecisionIT extends OpenPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A collection with all fields, and what the page's modules give. */
  private static final String SETTING =
      """
      const done = arguments[0];
      const tag = {category: 'c', score: 's', categories: 'cs', scores: 'ss', source: 'who',
        model: 'm', review: 'r', history: 'h'};
      const reviewed = {by: 'reviewed_by', at: 'reviewed_at', verdict: 'verdict', model: 'rm',
        modelCategory: 'rmc', modelScore: 'rms', modelReview: 'rmr'};
      const collection = {id: 'id', texts: ['title', '*_txt'], tag, reviewed, missing: new Set(),
        fallback: null};
      const anna = {by: 'anna', at: '2026-11-27T10:00:00.120Z'};
      const modelled = {id: '1', _version_: '1849000000000000001', title: 'Escrow', c: 'Mortgage',
        s: 0.61, cs: ['Mortgage', 'Cards'], ss: [0.61, 0.2], who: 'model', m: 'model 12'};
      Promise.all([import('/js/decision.js'), import('/js/history.js')]).then(([d, history]) => {
        const decide = (document, category) =>
          d.updateTo(document, d.decided(document, category, anna, collection), anna, collection);
        %s
      }).catch((error) => done('failed: ' + error));
      """;

  @BeforeAll
  static void openThePage() {
    open("search");
  }

  private static JsonNode run(String script) throws Exception {
    Object answer = browser.runLong(String.format(Locale.ROOT, SETTING, script));
    return JSON.readTree((String) answer);
  }

  private static JsonNode answerOf(String expression) throws Exception {
    return run("done(JSON.stringify(" + expression + "));");
  }

  @Test
  void allOfTheTagAndOfTheDecisionIsSetAtOnce() throws Exception {
    JsonNode update = answerOf("decide(modelled, 'Cards')");

    assertThat(update)
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "1", "_version_": "1849000000000000001",
                 "c": {"set": "Cards"}, "who": {"set": "human"}, "s": {"set": null},
                 "cs": {"set": null}, "ss": {"set": null}, "m": {"set": null}, "r": {"set": null},
                 "reviewed_by": {"set": "anna"}, "reviewed_at": {"set": "2026-11-27T10:00:00.120Z"},
                 "verdict": {"set": "corrected"}, "rm": {"set": "model 12"},
                 "rmc": {"set": "Mortgage"}, "rms": {"set": 0.61}, "rmr": {"set": null},
                 "h": {"set": ["{\\"until\\":\\"2026-11-27T10:00:00.120Z\\",\\"category\\":\\"Mortgage\\",\\"score\\":0.61,\\"source\\":\\"model\\",\\"model\\":\\"model 12\\",\\"by\\":\\"anna\\"}"]}}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modelled | accepted",
        "{...modelled, c: 'Cards'} | corrected",
        "{id: '1', m: 'model 12', r: 'abstained'} | assigned",
        "{id: '1'} | assigned",
        "{id: '1', c: ['Mortgage'], who: ['model']} | accepted",
        "{id: '1', c: 'Cards', who: 'human', verdict: 'accepted', rmc: 'Mortgage'} | accepted",
        "{id: '1', c: 'Cards', who: 'human', verdict: 'assigned'} | assigned",
        "{id: '1', c: 'Cards', who: 'human', h: ['{\"source\":\"model\",\"category\":\"Mortgage\"}', 'junk']} | accepted",
        "{id: '1', c: 'Cards', who: 'human', h: ['{\"source\":\"model\",\"category\":{\"a\":1}}']} | assigned",
        "{id: '1', c: 'Cards', who: 'human', h: 'null'} | assigned",
      })
  void theVerdictComparesWithTheModelsLastWord(String document, String verdict) throws Exception {
    assertThat(answerOf("d.verdict(" + document + ", 'Mortgage', collection)").asText())
        .isEqualTo(verdict);
  }

  @Test
  void theFallbackIsNoWordOfTheModel() throws Exception {
    String fallback = "{id: '1', c: 'to be sorted', who: 'model', r: 'below-threshold'}";

    JsonNode update =
        run(
            "collection.fallback = 'to be sorted';"
                + "done(JSON.stringify(decide("
                + fallback
                + ", 'to be sorted')));");

    assertThat(update.at("/verdict/set").asText()).isEqualTo("assigned");
    assertThat(update.at("/rmc/set").isNull()).isTrue();
    assertThat(update.at("/rmr/set").asText()).isEqualTo("below-threshold");
  }

  @Test
  void aSecondPersonLeavesTheModelsWordAndIsTold() throws Exception {
    JsonNode update =
        answerOf(
            "decide({id: '1', c: 'Cards', who: 'human', reviewed_by: 'bob', verdict: 'corrected',"
                + " rmc: 'Mortgage', rms: 0.61, rm: 'model 12', rmr: 'truncated'}, 'Mortgage')");

    assertThat(update.at("/reviewed_by/set").asText()).isEqualTo("anna");
    assertThat(update.at("/verdict/set").asText()).isEqualTo("accepted");
    assertThat(update.at("/rmc/set").asText()).isEqualTo("Mortgage");
    assertThat(update.at("/rms/set").asDouble()).isEqualTo(0.61);
    assertThat(update.at("/rmr/set").asText()).isEqualTo("truncated");
    JsonNode former = JSON.readTree(update.at("/h/set/0").asText());
    assertThat(former.path("who").asText()).isEqualTo("bob");
    assertThat(former.path("category").asText()).isEqualTo("Cards");
  }

  @Test
  void undoingSetsEachFieldAsItWas() throws Exception {
    JsonNode update =
        run(
            "const after = d.applied(modelled, decide(modelled, 'Cards'), '1849000000000000002');"
                + "const undo = d.updateTo(after, d.asBefore(modelled, collection), anna,"
                + " collection);"
                + "const restored = d.applied(after, undo, modelled._version_);"
                + "const {h, ...rest} = JSON.parse(JSON.stringify(restored));"
                + "done(JSON.stringify({undo, rest, modelled, entries: h.length}));");

    assertThat(update.path("rest")).isEqualTo(update.path("modelled"));
    assertThat(update.at("/undo/_version_").asText()).isEqualTo("1849000000000000002");
    assertThat(update.path("entries").asInt()).isEqualTo(2);
  }

  @Test
  void onlyTheNewestFormerTagsAreKeptWhateverTheyAre() throws Exception {
    JsonNode kept =
        answerOf(
            "decide({...modelled, c: 'x'.repeat(30000) + '\\ud83d',"
                + " h: Array.from({length: 25}, (_, i) => '<i>' + i)}, 'Cards').h.set");

    assertThat(kept).hasSize(20);
    assertThat(kept.get(0).asText()).isEqualTo("<i>6");
    assertThat(JSON.readTree(kept.get(19).asText()).path("category").asText()).hasSize(1000);
  }

  @Test
  void givingBackSendsTheTextAndTakesThePersonsWordOut() throws Exception {
    JsonNode update =
        answerOf(
            "d.givenBack({id: '1', _version_: '7', b_txt: ['two', 'three'], title: 'one', c: 'Cards',"
                + " who: 'human'}, anna, collection)");

    assertThat(update.at("/title/set").asText()).isEqualTo("one");
    assertThat(update.at("/b_txt/set")).hasSize(2);
    assertThat(update.at("/c/set").isNull()).isTrue();
    assertThat(update.at("/reviewed_by/set").isNull()).isTrue();
    assertThat(update.has("s")).as("the model writes it").isFalse();
  }

  @Test
  void givingBackIsRefusedWhereTheTextIsNotStored() {
    assertThat(
            browser.runLong(
                String.format(
                    Locale.ROOT,
                    SETTING,
                    "d.givenBack({id: '1', c: 'Cards'}, anna, collection); done('sent');")))
        .asString()
        .contains("the text (title, *_txt) is not stored");
  }

  @Test
  void aCollectionWithoutTheFieldsGetsCategoryAndSourceOnly() throws Exception {
    JsonNode update =
        run(
            "Object.values(reviewed).forEach((name) => collection.missing.add(name));"
                + "collection.tag = {category: 'c', source: 'who'};"
                + "done(JSON.stringify(decide(modelled, 'Cards')));");

    assertThat(update)
        .isEqualTo(
            JSON.readTree(
                "{\"id\": \"1\", \"_version_\": \"1849000000000000001\","
                    + "\"c\": {\"set\": \"Cards\"}, \"who\": {\"set\": \"human\"}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{...modelled, _version_: '8', s: 0.7, company: 'x'} | nothing",
        "{...modelled, c: 'Cards'} | model",
        "{...modelled, title: 'Other'} | text",
        "{...modelled, who: 'human', s: undefined, m: undefined, reviewed_by: 'bob'} | person",
        "{...modelled, c: undefined, r: 'abstained'} | model",
      })
  void whatChangedMeanwhileIsTold(String document, String change) throws Exception {
    assertThat(
            answerOf("d.changeSince(d.seenOf(modelled, collection), " + document + ", collection)")
                .asText())
        .isEqualTo(change);
  }
}
