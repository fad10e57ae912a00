/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.docket.cli.solr.TaggedSolr.CATEGORY;
import static org.docket.cli.solr.TaggedSolr.docket;
import static org.docket.cli.solr.TaggedSolr.document;
import static org.docket.cli.solr.TaggedSolr.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.common.SolrInputDocument;
import org.docket.cli.ExitCode;
import org.docket.cli.solr.TaggedSolr;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.corpus.source.Input;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decided, in a real Solr with the packaged plugin. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReviewCommandIT {

  private static final String MAIN = "main";
  private static final String BARE = "bare";
  private static final String DEBT = "a debt collector calls";
  private static final String HOUSE = "my house and the escrow";
  private static final String AT = "2026-11-01T10:20:30.123Z";

  /** What breaks tables, objects and terminals. */
  private static final List<String> HOSTILE =
      List.of(
          "a \"quoted\", text;\twith\nlines\r\nand \\ backslashes \\\"",
          "=HYPERLINK(\"http://x\")",
          "<script>alert('x')</script> & {!func} ]]>",
          "ü 漢字 🎉 \u2028\u2029 \u001b[31m red \u202e",
          "'; DROP TABLE x; --");

  @TempDir static Path folder;

  private static TaggedSolr solr;

  @BeforeAll
  static void start() throws Exception {
    solr =
        TaggedSolr.create(folder)
            .core(MAIN, Map.of())
            .core(
                BARE,
                Map.of(
                    "name=\"reviewed_",
                    "name=\"other_",
                    "<str name=\"doccat.scoreField\">predicted_score</str>",
                    "",
                    "<str name=\"doccat.scoresField\">predicted_scores</str>",
                    "",
                    "<str name=\"doccat.reviewField\">predicted_review</str>",
                    ""))
            .start();
    try (SolrClient client = solr.client(MAIN)) {
      fill(client);
    }
  }

  @AfterAll
  static void stop() {
    solr.close();
  }

  /**
   * 30 decisions on Collection, 24 of them accepted, at 0.95; 4 on Mortgage, all corrected, at
   * 0.55; 2 assigned; 1 of another client; and 5 documents that nobody looked at.
   */
  private static void fill(SolrClient client) throws Exception {
    List<SolrInputDocument> documents = new ArrayList<>();
    List<SolrInputDocument> decisions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      documents.add(document("c" + i, debt(i)));
      String verdict = i < 24 ? "accepted" : "corrected";
      String category = i < 24 ? "Collection" : "Card";
      decisions.add(decision("c" + i, category, verdict, "Collection", 0.95));
    }
    for (int i = 0; i < 4; i++) {
      documents.add(document("m" + i, HOUSE + " " + i));
      decisions.add(decision("m" + i, "Card", "corrected", "Mortgage", 0.55));
    }
    for (int i = 0; i < 2; i++) {
      documents.add(document("a" + i, "zxqv"));
      decisions.add(decision("a" + i, "Odd", "assigned", null, null));
    }
    for (int i = 0; i < HOSTILE.size(); i++) {
      documents.add(document("h" + i + "\"\\,{!x}/ü", "debt " + HOSTILE.get(i)));
      decisions.add(update("h" + i + "\"\\,{!x}/ü", CATEGORY, "Cat \"" + i + "\", \\ü"));
    }
    documents.add(document("u0", "debt \u001b[31m <b>collector</b>"));
    documents.add(document("u1", "house"));
    documents.add(document("u2", "zxqv"));
    client.add(documents);
    client.add(new SolrInputDocument(TaggedSolr.ID, "t", CATEGORY, "No text"));
    client.add(decisions);
    client.commit();
  }

  private static SolrInputDocument decision(
      String id, String category, String verdict, String said, Double score) {
    return update(
        id,
        CATEGORY,
        category,
        "predicted_source",
        "human",
        "reviewed_by",
        "ann",
        "reviewed_at",
        AT,
        "reviewed_verdict",
        verdict,
        "reviewed_model",
        "m.bin 0123456789ab",
        "reviewed_model_category",
        said,
        "reviewed_model_score",
        score);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.jsonl", "all.csv", "all.jsonl.gz", "all.csv.gz"})
  void theExportIsReadBackByTheCorpusAsItIsInTheIndex(String name) throws Exception {
    Path file = folder.resolve(name);

    TaggedSolr.Ran ran = review("--export", file);

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("wrote 41 decisions", "5 of them do not tell who", "1 decisions are left out");
    Map<String, String> read = read(file);
    assertThat(read).hasSize(40); // two have the same text
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = "debt " + HOSTILE.get(i);
      assertThat(read.keySet()).anyMatch(each -> each.strip().equals(text.strip()));
    }
    assertThat(read).containsEntry(debt(3), "Collection").containsEntry(debt(29), "Card");
    byte[] first = Files.readAllBytes(file);
    assertThat(review("--export", file).exitCode()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  @Test
  void whatAPersonDecidedComesWithItsProvenance() throws Exception {
    Path file = folder.resolve("provenance.jsonl");
    review("--export", file);

    Map<String, JsonNode> lines = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = new ObjectMapper().readTree(line);
      lines.put(json.get("id").asText(), json);
    }

    assertThat(lines.get("c29"))
        .hasToString(
            "{\"id\":\"c29\",\"narrative\":\""
                + debt(29)
                + "\",\"category\":\"Card\",\"reviewed_by\":\"ann\",\"reviewed_at\":\""
                + AT
                + "\",\"model\":\"m.bin 0123456789ab\",\"model_category\":\"Collection\","
                + "\"model_score\":0.95,\"verdict\":\"corrected\"}");
    JsonNode hostile = lines.get("h0\"\\,{!x}/ü");
    assertThat(hostile.get("narrative").asText()).isEqualTo("debt " + HOSTILE.get(0));
    assertThat(hostile.get("category").asText()).isEqualTo("Cat \"0\", \\ü");
    assertThat(hostile.get("reviewed_by").isNull()).isTrue();
    assertThat(lines).doesNotContainKeys("u0", "u1", "u2", "t");
  }

  @Test
  void theHeldOutPartIsTheSameInEveryExport() throws Exception {
    Path file = folder.resolve("rest.csv");
    Path held = folder.resolve("held.jsonl");
    Path all = folder.resolve("whole.jsonl");

    TaggedSolr.Ran ran = review("--export", file, "--held-out", held, "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(ran.out());
    review("--export", all);
    Map<String, String> both = read(file);
    Map<String, String> aside = read(held);
    assertThat(both.keySet()).doesNotContainAnyElementsOf(aside.keySet());
    assertThat(aside.keySet()).allMatch(HeldOut::has);
    assertThat(json.get("documents").asInt() + json.get("heldOutDocuments").asInt()).isEqualTo(41);
    both.putAll(aside);
    assertThat(both).isEqualTo(read(all));
  }

  @Test
  void agreementIsWhatOneCountsByHand() throws Exception {
    JsonNode json = new ObjectMapper().readTree(review("--stats", "--json").out());

    assertThat(json.get("decisions").asInt()).isEqualTo(42);
    assertThat(json.get("assigned").asInt()).isEqualTo(2);
    assertThat(json.get("unknown").asInt()).isEqualTo(6);
    assertThat(json.get("judged").get("documents").asInt()).isEqualTo(34);
    assertThat(json.get("judged").get("accepted").asInt()).isEqualTo(24);
    assertThat(json.get("judged").get("claimed").asDouble())
        .isCloseTo((30 * 0.95 + 4 * 0.55) / 34, within(1e-9));
    JsonNode collection = json.get("categories").get(0);
    assertThat(collection.get("name").asText()).isEqualTo("Collection");
    assertThat(collection.get("share").asDouble()).isEqualTo(0.8);
    assertThat(collection.get("low").asDouble()).isCloseTo(0.6269, within(1e-4));
    assertThat(collection.get("high").asDouble()).isCloseTo(0.9050, within(1e-4));
    assertThat(json.get("bins")).hasSize(6);
    assertThat(json.get("bins").get(1).get("documents").asInt()).isEqualTo(4);
    assertThat(json.get("bins").get(5).get("documents").asInt()).isEqualTo(30);
    assertThat(json.get("models").get(0).get("documents").asInt()).isEqualTo(34);
    assertThat(json.get("overclaimed").toString()).isEqualTo("[\"0.9-1.0\",\"Collection\"]");

    String words = review("--stats").out();
    assertThat(words)
        .contains(
            "People decided 42 documents.",
            "2 had none, and were given a category.",
            "Collection: the model claims 95.0 %, and people accept 80.0 %",
            "Too few were looked at (below 20) to judge 1 of 2 categories and 5 of 6 ranges");
  }

  @Test
  void theSummaryTellsWhatWaitsAndWhatIsLeastCertain() throws Exception {
    TaggedSolr.Ran ran = review();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains(
            "people decided 42, 2 have a tag of the model's, 1 have none",
            "Decided by: ann 36.",
            "They: accepted 24, corrected 10, assigned 2.",
            "Waiting for somebody to look: abstained 1.",
            "Least certain:")
        .doesNotContain("\u001b");
    JsonNode json = new ObjectMapper().readTree(review("--queue", "1", "--json").out());
    assertThat(json.get("leastCertain")).hasSize(1);
    assertThat(json.get("waiting").get("abstained").asInt()).isEqualTo(1);
  }

  @Test
  void aCollectionWithoutFieldsForDecisionsTellsWhatItCannotKnow() throws Exception {
    try (SolrClient client = solr.client(BARE)) {
      client.add(List.of(document("1", DEBT), document("2", HOUSE)));
      client.add(update("2", CATEGORY, "Mine"));
      client.commit();
    }
    String address = solr.url(BARE);

    TaggedSolr.Ran stats = docket("review", "--solr", address, "--stats");
    TaggedSolr.Ran queue = docket("review", "--solr", address);
    Path file = folder.resolve("bare.jsonl");
    TaggedSolr.Ran export = docket("review", "--solr", address, "--export", file);

    assertThat(stats.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(stats.err()).contains("has no fields for decisions");
    assertThat(queue.exitCode()).as(queue.err()).isZero();
    assertThat(queue.out())
        .contains("people decided 1", "no doccat.reviewField", "no doccat.scoreField");
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(Files.readString(file))
        .startsWith("{\"id\":\"2\",\"narrative\":\"" + HOUSE + "\",\"category\":\"Mine\"");
  }

  @Test
  void whatIsSomethingElseIsNotOverwritten() throws Exception {
    Path notes = folder.resolve("notes.csv");
    Files.writeString(notes, "my,notes\n1,2\n");

    TaggedSolr.Ran ran = review("--export", notes);

    assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("is something else than decisions that review exported");
    assertThat(notes).hasContent("my,notes\n1,2");
  }

  /** Texts of groups of their own: digits would not tell them apart. */
  private static String debt(int number) {
    return DEBT + " " + Character.toString('a' + number % 26).repeat(1 + number / 26);
  }

  private static TaggedSolr.Ran review(Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("review", "--solr", solr.url(MAIN)));
    arguments.addAll(List.of(options));
    return docket(arguments.toArray());
  }

  /** Categories by text, as train reads them: without naming any column. */
  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> read = new TreeMap<>();
    Corpus.read(
        Input.of(file),
        CorpusOptions.builder().labelled(true).build(),
        (LabelledText document) -> read.put(document.text(), document.category()));
    return read;
  }
}
