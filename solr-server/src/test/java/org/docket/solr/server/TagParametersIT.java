/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parameters make of a tag, in a real Solr. */
class TagParametersIT {

  private static final String HOUSE = "they foreclose on my house, the escrow";
  private static final String CARD = "my credit card was charged a fee";
  private static final String BOTH = CARD + ", " + HOUSE;
  private static final String GIBBERISH = "zxqv blorp";
  private static final String CORE = "complaints";
  private static final String FAMILY = "family";
  private static final String SEVERAL = "several";
  private static final String FL = "<str name=\"doccat.fl\">narrative</str>";
  private static final String ROOT =
      """
      <field name="_root_" type="string" stored="false"/>
        <field name="_nest_path_" type="_nest_path_"/>
        <fieldType name="_nest_path_" class="solr.NestPathField"/>
        <dynamicField name="*_txt" type="text_en"/>
        <field name="seen" type="pint" indexed="false" stored="false"/>
        <fieldType name="pint" class="solr.IntPointField" docValues="true"/>
        <field name="_version_"\s""";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;

  @BeforeAll
  static void start() throws Exception {
    fixture =
        Fixture.create(folder)
            .core(CORE)
            .coreWithSchema(
                SEVERAL,
                "<field name=\"predicted_category\" type=\"string\"/>",
                "<field name=\"predicted_category\" type=\"string\" multiValued=\"true\"/>")
            .coreWithSchema(FAMILY, "<field name=\"_version_\" ", ROOT);
    fixture.replace(
        FAMILY,
        FL,
        "<str name=\"doccat.fl\">narrative, *_txt</str><str name=\"doccat.children\">true</str>");
    solr = fixture.start();
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void empty() throws Exception {
    for (String core : List.of(CORE, FAMILY)) {
      solr.post(
          "/" + core + "/update?commit=true",
          "application/json",
          "{\"delete\":{\"query\":\"*:*\"}}");
    }
  }

  @Test
  void theMostProbableCategoriesWithTheirScores() throws Exception {
    JsonNode tagged = add(HOUSE);

    assertThat(strings(tagged.get("predicted_categories"))).containsExactly("mortgage", "cards");
    assertThat(tagged.at("/predicted_scores/0")).isEqualTo(tagged.get("predicted_score"));
    assertThat(tagged.at("/predicted_scores/0").asDouble())
        .isGreaterThan(tagged.at("/predicted_scores/1").asDouble());
    assertThat(strings(add(HOUSE, "doccat.maxCount=1").get("predicted_categories")))
        .containsExactly("mortgage");
  }

  @Test
  void saysWhichModelItWas() throws Exception {
    JsonNode tagged = add(HOUSE);

    assertThat(tagged.get("predicted_model").asText()).matches("tiny\\.bin [0-9a-f]{12}");
    assertThat(tagged.get("predicted_source").asText()).isEqualTo("model");
    assertThat(tagged.has("predicted_review")).isFalse();
  }

  @Test
  void belowTheThresholdThereIsNoCategory() throws Exception {
    JsonNode tagged = add(BOTH, "doccat.threshold=1");

    assertThat(tagged.has("predicted_category")).isFalse();
    assertThat(tagged.has("predicted_score")).isFalse();
    assertThat(tagged.has("predicted_source")).isFalse();
    assertThat(tagged.get("predicted_review").asText()).isEqualTo("below-threshold");
    assertThat(tagged.get("predicted_categories")).hasSize(2);
    assertThat(found("fq=predicted_review:below-threshold")).isEqualTo(1);
  }

  @Test
  void theFallbackTakesItsPlace() throws Exception {
    JsonNode tagged = add(BOTH, "doccat.threshold=1", "doccat.fallback=to+be+sorted");

    assertThat(tagged.get("predicted_category").asText()).isEqualTo("to be sorted");
    assertThat(tagged.has("predicted_score")).isFalse();
    assertThat(tagged.get("predicted_source").asText()).isEqualTo("model");
    assertThat(tagged.get("predicted_review").asText()).isEqualTo("below-threshold");
  }

  @Test
  void textsThatSayNothingGetNoCategory() throws Exception {
    for (String text : List.of(GIBBERISH, "???", "房贷被收了两次")) {
      JsonNode tagged = add(text);

      assertThat(tagged.has("predicted_category")).as(text).isFalse();
      assertThat(tagged.has("predicted_categories")).as(text).isFalse();
      assertThat(tagged.get("predicted_review").asText()).isEqualTo("abstained");
    }
    assertThat(found("fq=predicted_review:abstained")).isEqualTo(1);
    assertThat(add(GIBBERISH, "doccat.fallback=other").get("predicted_category").asText())
        .isEqualTo("other");
  }

  @Test
  void aTextThatWasCutIsMarked() throws Exception {
    assertThat(add(HOUSE, "doccat.maxChars=20").get("predicted_review").asText())
        .isEqualTo("truncated");
    assertThat(add(HOUSE).has("predicted_review")).isFalse();
  }

  @Test
  void categoriesGetOtherNames() throws Exception {
    JsonNode tagged = add(HOUSE, "doccat.labelMap=mortgage:home%20loans%5C,%20all");

    assertThat(tagged.get("predicted_category").asText()).isEqualTo("home loans, all");
    assertThat(strings(tagged.get("predicted_categories")))
        .containsExactly("home loans, all", "cards");
  }

  @Test
  void probabilitiesOfOneNameAreAdded() throws Exception {
    JsonNode tagged = add(BOTH, "doccat.labelMap=mortgage:any,cards:any");

    assertThat(tagged.get("predicted_category").asText()).isEqualTo("any");
    assertThat(tagged.get("predicted_score").asDouble()).isBetween(0.999999, 1.0);
    assertThat(strings(tagged.get("predicted_categories"))).containsExactly("any");
  }

  @Test
  void onlyAllowedCategoriesAreGiven() throws Exception {
    JsonNode tagged = add(HOUSE, "doccat.allowlist=cards");

    assertThat(tagged.has("predicted_category")).isFalse();
    assertThat(tagged.get("predicted_review").asText()).isEqualTo("not-allowed");
    assertThat(strings(tagged.get("predicted_categories"))).containsExactly("cards");
    assertThat(add(CARD, "doccat.allowlist=cards").get("predicted_category").asText())
        .isEqualTo("cards");
  }

  @Test
  void childrenAreTaggedToo() throws Exception {
    update(
        FAMILY,
        "[{'complaint_id':'p','narrative':'"
            + HOUSE
            + "','replies':[{'complaint_id':'c1',"
            + "'narrative':'"
            + CARD
            + "','replies':{'complaint_id':'c2','narrative':'"
            + HOUSE
            + "'}},{'complaint_id':'c3','narrative':'"
            + CARD
            + "','predicted_category':'mine'}]}]");

    assertThat(category(FAMILY, "p")).isEqualTo("mortgage");
    assertThat(category(FAMILY, "c1")).isEqualTo("cards");
    assertThat(category(FAMILY, "c2")).isEqualTo("mortgage");
    assertThat(category(FAMILY, "c3")).isEqualTo("mine");
  }

  @Test
  void childrenAreLeftAloneWhereNotWanted() throws Exception {
    update(
        FAMILY,
        "[{'complaint_id':'p','narrative':'"
            + HOUSE
            + "','replies':[{'complaint_id':'c1','narrative':'"
            + CARD
            + "'}]}]",
        "doccat.children=false");

    assertThat(category(FAMILY, "p")).isEqualTo("mortgage");
    assertThat(category(FAMILY, "c1")).isNull();
  }

  @Test
  void partialUpdatesOfChildrenAndWithChildren() throws Exception {
    update(
        FAMILY,
        "[{'complaint_id':'p','narrative':'"
            + HOUSE
            + "','replies':[{'complaint_id':'c1','narrative':'"
            + CARD
            + "'}]}]");
    update(FAMILY, "[{'complaint_id':'c1','_root_':'p','narrative':{'set':'" + HOUSE + "'}}]");
    update(
        FAMILY,
        "[{'complaint_id':'p','replies':{'add':{'complaint_id':'c2','narrative':'"
            + CARD
            + "'}}}]");

    assertThat(category(FAMILY, "p")).isEqualTo("mortgage");
    assertThat(category(FAMILY, "c1")).isEqualTo("mortgage");
    assertThat(category(FAMILY, "c2")).isEqualTo("cards");
  }

  @Test
  void fieldsOfAPatternAreRead() throws Exception {
    update(FAMILY, "[{'complaint_id':'p','b_txt':'" + HOUSE + "','state':'" + CARD + "'}]");
    assertThat(category(FAMILY, "p")).isEqualTo("mortgage");

    update(FAMILY, "[{'complaint_id':'p','b_txt':{'set':'" + CARD + "'}}]");
    assertThat(category(FAMILY, "p")).isEqualTo("cards");
  }

  /** What a person takes out of several categories stays out, and the rest is a person's. */
  @Test
  void aPersonTakesOneOfSeveralCategoriesOut() throws Exception {
    update(
        SEVERAL,
        "[{'complaint_id':'s','narrative':'" + HOUSE + "','predicted_category':['X','Y']}]");
    update(
        SEVERAL,
        "[{'complaint_id':'s','narrative':{'set':'"
            + CARD
            + "'},"
            + "'predicted_category':{'remove':'X'}}]");

    JsonNode left = solr.document(SEVERAL, "s");
    assertThat(strings(left.get("predicted_category"))).containsExactly("Y");
    assertThat(left.path("predicted_source").asText()).isEqualTo("human");
  }

  /** Solr refuses the update if it would have to write the document anew. */
  @Test
  void anUpdateInPlaceStaysInPlace() throws Exception {
    update(FAMILY, "[{'complaint_id':'p','narrative':'" + HOUSE + "','seen':1}]");
    update(FAMILY, "[{'complaint_id':'p','seen':{'inc':1}}]", "update.partial.requireInPlace=true");

    assertThat(category(FAMILY, "p")).isEqualTo("mortgage");
    assertThat(solr.found(FAMILY, "q=" + Http.encode("{!frange l=2 u=2}seen"))).isEqualTo(1);
  }

  private static JsonNode add(String text, String... params) throws Exception {
    update(CORE, "[{'complaint_id':'1','narrative':'" + text + "'}]", params);
    return solr.document(CORE, "1");
  }

  private static void update(String core, String body, String... params) throws Exception {
    JsonNode answer = solr.add(core, body.replace('\'', '"'), params);
    assertThat(answer.at("/responseHeader/status").asInt(-1)).as(answer.toString()).isZero();
  }

  private static String category(String core, String id) throws Exception {
    return solr.document(core, id).path("predicted_category").asText(null);
  }

  private static int found(String query) throws Exception {
    return solr.found(CORE, query);
  }

  private static List<String> strings(JsonNode values) {
    List<String> strings = new ArrayList<>();
    values.forEach(value -> strings.add(value.asText()));
    return strings;
  }
}
