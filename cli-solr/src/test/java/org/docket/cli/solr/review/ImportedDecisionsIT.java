/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.cli.solr.TaggedSolr.CATEGORY;
import static org.docket.cli.solr.TaggedSolr.SOURCE;
import static org.docket.cli.solr.TaggedSolr.all;
import static org.docket.cli.solr.TaggedSolr.docket;
import static org.docket.cli.solr.TaggedSolr.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.common.SolrDocument;
import org.docket.cli.ExitCode;
import org.docket.cli.solr.TaggedSolr;
import org.docket.cli.solr.TaggedSolr.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code review --import} against a real Solr with the packaged plugin. */
class ImportedDecisionsIT {

  private static final String CORE = "main";

  @TempDir static Path folder;

  private static TaggedSolr solr;
  private static SolrClient client;

  @BeforeAll
  static void start() throws IOException {
    solr = TaggedSolr.create(folder).core(CORE, Map.of()).start();
    client = solr.client(CORE);
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    solr.close();
  }

  @BeforeEach
  void documents() throws Exception {
    client.deleteByQuery("*:*");
    client.add(
        List.of(
            document("debt", "a debt collector calls"),
            document("a,b \"c\"\\/", "my house and the escrow"),
            document("scooter", "scooter")));
    client.commit();
  }

  @Test
  void aRowBecomesWhatThePageWouldHaveWritten() throws Exception {
    SolrDocument before = all(client).get("debt");

    Ran ran =
        read(
            "id,category\ndebt,Card\n\"a,b \"\"c\"\"\\/\",Mortgage\nscooter,Mortgage\n",
            "--reviewer",
            "anna");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
    assertThat(ran.out()).startsWith("3 decisions written; 0 were there already");
    assertThat(fields("debt"))
        .containsEntry(CATEGORY, "Card")
        .containsEntry(SOURCE, "human")
        .containsEntry("reviewed_by", "anna")
        .containsEntry("reviewed_verdict", "corrected")
        .containsEntry("reviewed_model", before.get("predicted_model"))
        .containsEntry("reviewed_model_category", "Collection")
        .containsEntry("reviewed_model_score", before.get("predicted_score"))
        .containsKey("reviewed_at")
        .doesNotContainKeys("predicted_score", "predicted_model", "predicted_categories");
    assertThat(fields("a,b \"c\"\\/")).containsEntry("reviewed_verdict", "accepted");
    assertThat(fields("scooter"))
        .containsEntry("reviewed_verdict", "assigned")
        .doesNotContainKey("reviewed_model_category");
    JsonNode history = history("debt").get(0);
    assertThat(history.get("category").asText()).isEqualTo("Collection");
    assertThat(history.get("source").asText()).isEqualTo("model");
    assertThat(history.has("who")).as("a model is nobody").isFalse();
    assertThat(history.get("by").asText()).isEqualTo("anna");
  }

  @Test
  void anotherPersonsDecisionStaysUnlessItIsReplaced() throws Exception {
    read("id,category,reviewed_by,reviewed_at\ndebt,Card,anna,2026-11-27T08:00:00Z\n");

    Ran kept = read("id,category\ndebt,Mortgage\ngone,Card\n", "--reviewer", "bert");
    assertThat(kept.out()).startsWith("0 decisions written; 0 were there already");
    assertThat(kept.err()).contains("otherwise of debt;", "does not have gone");
    assertThat(fields("debt")).containsEntry("reviewed_by", "anna");

    Ran same = read("id,category\ndebt,Card\n", "--reviewer", "bert");
    assertThat(same.out()).startsWith("0 decisions written; 1 were there already");

    read("id,category\ndebt,Mortgage\n", "--reviewer", "bert", "--replace");
    assertThat(fields("debt"))
        .containsEntry(CATEGORY, "Mortgage")
        .containsEntry("reviewed_by", "bert")
        .containsEntry("reviewed_model_category", "Collection");
    JsonNode former = history("debt").get(1);
    assertThat(former.get("category").asText()).isEqualTo("Card");
    assertThat(former.get("who").asText()).as("who gave it").isEqualTo("anna");
    assertThat(former.get("by").asText()).as("who ended it").isEqualTo("bert");
  }

  @Test
  void rowsThatNobodyDecidedAreCounted() throws Exception {
    Ran ran = read("id;narrative;category\ndebt;any; \nscooter;any;Card\n", "--reviewer", "anna");

    assertThat(ran.out()).isEqualTo(line("1 decisions written; 0 were there already, 1 rows are"));
  }

  @Test
  void whatIsWrongWithTheFileIsToldAndNothingIsWritten() throws Exception {
    assertThat(mistake("id,category\ndebt,Card\n")).contains("line 2: who decided?");
    assertThat(mistake("id,category\ndebt,Cart\n", "--reviewer", "a"))
        .contains("the model does not have: Cart", "--new-categories");
    assertThat(mistake("category\nCard\n", "--reviewer", "a")).contains("line 2: there is no id");
    assertThat(mistake("id,category\ndebt,Card\ndebt,Mortgage\n", "--reviewer", "a"))
        .contains("decides twice of debt");
    assertThat(mistake("id,category,reviewed_by,reviewed_at\ndebt,Card,a,today\n"))
        .contains("line 2: reviewed_at is \"today\"");
    assertThat(mistake("id,label\ndebt,Card\n", "--reviewer", "a"))
        .contains("no column category", "id, label");
    assertThat(mistake("id,category\ndebt,Card\n", "--reviewer", " ")).contains("who decided?");
    assertThat(fields("debt")).containsEntry(SOURCE, "model");
  }

  @Test
  void ofManyOrLongCategoriesThatNobodyKnowsSomeAreShown() throws Exception {
    StringBuilder rows = new StringBuilder("id,category\n");
    for (int i = 0; i < 100; i++) {
      rows.append(i).append(",a narrative in the wrong column ").append("x".repeat(1000 + i));
      rows.append('\n');
    }

    assertThat(mistake(rows.toString(), "--reviewer", "a"))
        .contains("a narrative in", "and 95 more", "--new-categories")
        .hasSizeLessThan(2000);
  }

  @Test
  void whatWasWrittenBeforeSolrRefusesIsToldAndFound() throws Exception {
    Ran ran =
        read(
            "id,category,reviewed_by\ndebt,Card,a\nscooter,Card," + "x".repeat(40_000) + "\n",
            "--replace");

    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("scooter", "refused (400)", "1 decision is written");
    assertThat(fields("debt")).containsEntry("reviewed_by", "a");
    assertThat(fields("scooter")).doesNotContainKey("reviewed_by");
  }

  private static Map<String, Object> fields(String id) throws Exception {
    return all(client).get(id);
  }

  private static List<JsonNode> history(String id) throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> entries = new ArrayList<>();
    for (Object entry : all(client).get(id).getFieldValues("predicted_history")) {
      entries.add(json.readTree(entry.toString()));
    }
    return entries;
  }

  private static String mistake(String file, String... more) throws IOException {
    Ran ran = read(file, more);
    assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    return ran.err();
  }

  private static String line(String start) {
    return start + " not decided yet" + System.lineSeparator();
  }

  private static Ran read(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("decisions.csv"), text);
    List<Object> arguments =
        new ArrayList<>(List.of("review", "--solr", solr.url(CORE), "--import", file.toString()));
    arguments.addAll(List.of(more));
    return docket(arguments.toArray());
  }
}
