/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.docket.cli.solr.TaggedSolr.CATEGORY;
import static org.docket.cli.solr.TaggedSolr.SOURCE;
import static org.docket.cli.solr.TaggedSolr.all;
import static org.docket.cli.solr.TaggedSolr.docket;
import static org.docket.cli.solr.TaggedSolr.document;
import static org.docket.cli.solr.TaggedSolr.update;
import static org.docket.cli.solr.TaggedSolr.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.docket.cli.ExitCode;
import org.docket.cli.solr.DocketProcess;
import org.docket.cli.solr.TaggedSolr;
import org.docket.cli.solr.collection.CollectionMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Retag against a real Solr with the packaged plugin. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RetagCommandIT {

  private static final String MAIN = "main";
  private static final String NO_MODEL = "nomodel";
  private static final String BLIND = "blind";
  private static final String LOSSY = "lossy";
  private static final String DEBT = "a debt collector calls";
  private static final String HOUSE = "my house and the escrow";
  private static final String SCOOTER = "scooter";

  @TempDir static Path folder;

  private static TaggedSolr solr;
  private static SolrClient client;

  @BeforeAll
  static void start() throws IOException {
    solr =
        TaggedSolr.create(folder)
            .core(MAIN, Map.of())
            .core(NO_MODEL, without("doccat.modelField"))
            .core(
                BLIND,
                without(
                    "doccat.modelField",
                    "doccat.sourceField",
                    "doccat.scoreField",
                    "doccat.scoresField",
                    "doccat.categoriesField"))
            .core(
                LOSSY,
                Map.of(
                    "<field name=\"category\" type=\"string\"/>",
                    "<field name=\"category\" type=\"string\" stored=\"false\""
                        + " docValues=\"false\"/>"))
            .start();
    client = solr.client(MAIN);
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    solr.close();
  }

  @BeforeEach
  void oldModel() throws Exception {
    solr.deploy("old.bin", MAIN);
    client.deleteByQuery("*:*");
    client.commit();
  }

  @AfterEach
  void forgetJournal() throws IOException {
    Files.deleteIfExists(Path.of("docket-retag.journal"));
  }

  @Test
  void whatItAnnouncesIsWhatIsInTheIndexAfterwards() throws Exception {
    index(Map.of("1", DEBT, "2", HOUSE, "3", SCOOTER, "4", DEBT, "5", "zxqv"));
    client.add(new SolrInputDocument(TaggedSolr.ID, "6"));
    Map<String, SolrDocument> before = all(client);
    solr.deploy("new.bin", MAIN);

    JsonNode dry = json(ExitCode.DONE, "--dry-run", "--json");
    assertThat(versions(all(client))).isEqualTo(versions(before));
    JsonNode wet = json(ExitCode.DONE, "--yes", "--json");

    Map<String, SolrDocument> after = all(client);
    assertThat(cells(dry.get("matrix"))).isEqualTo(cells(wet.get("retagged").get("matrix")));
    assertThat(cells(dry.get("matrix"))).isEqualTo(cells(before, after));
    assertThat(dry.get("changed").asInt()).isEqualTo(3);
    assertThat(dry.get("withoutText").asInt()).isEqualTo(1);
    assertThat(after.get("1").getFieldValue(CATEGORY)).isEqualTo("Debt");
    assertThat(after.get("3").getFieldValue(CATEGORY)).isEqualTo("Vehicle");
    assertThat(json(ExitCode.DONE, "--yes", "--json").get("documents").asInt()).isZero();
    assertThat(versions(all(client))).isEqualTo(versions(after));
  }

  @Test
  void aPersonsTagStaysWhateverThePersonSaid() throws Exception {
    index(Map.of("1", DEBT, "2", DEBT, "3", DEBT));
    client.add(update("1", CATEGORY, "Mine", SOURCE, "human"));
    client.add(update("2", CATEGORY, "Collection")); // the same as the model's, by a person
    Map<String, SolrDocument> before = all(client);
    solr.deploy("new.bin", MAIN);

    TaggedSolr.Ran ran = retag("--yes");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("1 would get another tag", "2 more are a person's", "retagged 1 document");
    Map<String, SolrDocument> after = all(client);
    assertThat(new TreeMap<>(after.get("1"))).isEqualTo(new TreeMap<>(before.get("1")));
    assertThat(new TreeMap<>(after.get("2"))).isEqualTo(new TreeMap<>(before.get("2")));
    assertThat(after.get("3").getFieldValue(CATEGORY)).isEqualTo("Debt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--all"})
  void whatAPersonDecidesMeanwhileIsNeverOverwritten(String mode) throws Exception {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      texts.put(String.format(java.util.Locale.ROOT, "%03d", i), DEBT + " " + i);
    }
    index(texts);
    solr.deploy("new.bin", MAIN);
    List<String> decided = texts.keySet().stream().filter(id -> id.endsWith("7")).toList();
    AtomicReference<Exception> failure = new AtomicReference<>();
    Thread person = new Thread(() -> decide(decided, failure), "person");
    person.start();

    TaggedSolr.Ran ran = mode.isEmpty() ? retag("--yes") : retag("--yes", mode);

    person.join();
    assertThat(failure.get()).isNull();
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    all(client)
        .forEach(
            (id, document) ->
                assertThat(document.getFieldValue(CATEGORY))
                    .as(id)
                    .isEqualTo(decided.contains(id) ? "Person's" : "Debt"));
  }

  private static void decide(List<String> ids, AtomicReference<Exception> failure) {
    try {
      for (String id : ids) {
        client.add(update(id, CATEGORY, "Person's", SOURCE, "human"));
      }
    } catch (IOException | SolrServerException | RuntimeException e) {
      failure.set(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--all"})
  void killedInTheMiddleItGoesOnAndChangesEachDocumentOnce(String mode) throws Exception {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 1500; i++) {
      texts.put("d" + i, DEBT + " number " + i);
    }
    index(texts);
    Map<String, Object> before = versions(all(client));
    solr.deploy("new.bin", MAIN);

    try (DocketProcess process = process(mode.isEmpty() ? new String[0] : new String[] {mode})) {
      while (done() < 200) {
        assertThat(process.isAlive()).as(process.out()).isTrue();
      }
      assertThat(process.isAlive()).as(process.out()).isTrue();
      process.kill();
    }
    Map<String, Object> killed = versions(all(client));
    long done = killed.entrySet().stream().filter(e -> !before.containsValue(e.getValue())).count();
    assertThat(done).isBetween(200L, 1499L);

    List<String> again = new ArrayList<>(List.of("--yes"));
    if (!mode.isEmpty()) {
      again.addAll(List.of(mode, "--resume", "--journal", journal()));
    }
    TaggedSolr.Ran ran = retag(again.toArray(String[]::new));

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains(String.format(java.util.Locale.ROOT, "retagged %,d doc", 1500 - done));
    Map<String, SolrDocument> after = all(client);
    after.forEach(
        (id, document) -> {
          assertThat(document.getFieldValue(CATEGORY)).as(id).isEqualTo("Debt");
          assertThat(document.getFieldValues("predicted_history")).as(id).hasSize(1);
          boolean wasDone = !killed.get(id).equals(before.get(id));
          assertThat(document.getFieldValue("_version_").equals(killed.get(id)))
              .as(id)
              .isEqualTo(wasDone);
        });
    assertThat(Path.of(journal())).doesNotExist();
  }

  @Test
  void ctrlCFinishesThePageAndSaysHowToGoOn() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 1500; i++) {
      texts.put("d" + i, DEBT + " number " + i);
    }
    index(texts);
    solr.deploy("new.bin", MAIN);

    try (DocketProcess process = process()) {
      while (done() < 100) {
        assertThat(process.isAlive()).as(process.out()).isTrue();
      }
      assertThat(process.interrupt()).as(process.out()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(process.out()).contains("stopped before the end; run it again");
    }
    assertThat(done()).isBetween(100L, 1499L);
  }

  @Test
  void idsAndTextsOfAllKindsAreTaggedAgain() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    for (String id : HOSTILE) {
      texts.put(id, DEBT + ' ' + id + " \"}]{!func}\u2028<script>");
    }
    index(texts);
    solr.deploy("new.bin", MAIN);

    TaggedSolr.Ran ran = retag("--yes");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    Map<String, SolrDocument> after = all(client);
    assertThat(after.keySet()).isEqualTo(texts.keySet());
    after.forEach(
        (id, document) -> {
          assertThat(document.getFieldValue(CATEGORY)).as(id).isEqualTo("Debt");
          assertThat(document.getFieldValue(TaggedSolr.TEXT)).isEqualTo(texts.get(id));
        });
  }

  /** What breaks queries, lists of ids and paths. */
  static final List<String> HOSTILE =
      List.of(
          "a\"b",
          "a\\b",
          "c\\",
          "a/b",
          "a,b",
          "{!term f=x}y",
          "*",
          "a:b",
          "(x OR y)",
          "a b",
          "'",
          "ü 漢 🎉",
          "<script>alert(1)</script>",
          "%2F",
          "a\tb",
          "-1",
          "null",
          "--all",
          "[* TO *]");

  @Test
  void onlyWhatTheQueryFindsIsTaggedAgain() throws Exception {
    index(Map.of("1", DEBT + " alpha", "2", DEBT + " beta"));
    solr.deploy("new.bin", MAIN);

    assertThat(retag("--yes", "--query", "narrative:alpha").exitCode()).isZero();

    assertThat(all(client).get("1").getFieldValue(CATEGORY)).isEqualTo("Debt");
    assertThat(all(client).get("2").getFieldValue(CATEGORY)).isEqualTo("Collection");
    TaggedSolr.Ran wrong = retag("--query", "narrative:(");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(wrong.err().lines()).hasSize(1).first().asString().contains("refused (400)");
  }

  @Test
  void nothingIsWrittenWhereNobodyCanBeAsked() throws Exception {
    index(Map.of("1", DEBT));
    Map<String, Object> before = versions(all(client));
    solr.deploy("new.bin", MAIN);

    TaggedSolr.Ran ran = retag();

    assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.out()).contains("1 would get another tag");
    assertThat(ran.err()).contains("nothing is written: say --yes");
    assertThat(versions(all(client))).isEqualTo(before);
  }

  @Test
  void withoutTheNameOfTheModelItComparesAndWritesWhatDiffers() throws Exception {
    solr.deploy("old.bin", NO_MODEL);
    try (SolrClient other = solr.client(NO_MODEL)) {
      other.add(List.of(document("1", DEBT), document("2", DEBT), document("3", HOUSE)));
      other.add(update("2", CATEGORY, "Mine"));
      other.commit();
      solr.deploy("new.bin", NO_MODEL);

      TaggedSolr.Ran ran = run(NO_MODEL, "--yes");

      assertThat(ran.exitCode()).as(ran.err()).isZero();
      assertThat(ran.err()).contains("no doccat.modelField");
      Map<String, SolrDocument> after = all(other);
      assertThat(after.get("1").getFieldValue(CATEGORY)).isEqualTo("Debt");
      assertThat(after.get("2").getFieldValue(CATEGORY)).isEqualTo("Mine");
      assertThat(run(NO_MODEL, "--yes").err()).contains("there is nothing to write");
      assertThat(versions(all(other))).isEqualTo(versions(after));
    }
  }

  @Test
  void whereNothingTellsAPersonsTagItRefuses() {
    TaggedSolr.Ran ran = run(BLIND, "--yes");

    assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("nothing in this collection tells a person's tag");
  }

  @Test
  void whatNoPartialUpdateCanKeepIsNotLost() throws Exception {
    solr.deploy("old.bin", LOSSY);
    try (SolrClient other = solr.client(LOSSY)) {
      other.add(new SolrInputDocument(TaggedSolr.ID, "1", TaggedSolr.TEXT, DEBT, "category", "x"));
      other.commit();
      solr.deploy("new.bin", LOSSY);

      TaggedSolr.Ran ran = run(LOSSY, "--yes");

      assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err()).contains("would lose what documents have in category");
      assertThat(other.query(new SolrQuery("category:x")).getResults()).hasSize(1);
    }
  }

  @Test
  void anotherModelInTheMiddleStopsIt() throws Exception {
    index(Map.of("1", DEBT));
    solr.deploy("new.bin", MAIN);
    Map<String, SolrDocument> before = all(client);
    try (SolrCollection collection = collection()) {
      Scope scope = new Scope(collection.info(), Optional.empty(), false, false);
      Patience patience = new Patience(collection, Duration.ZERO, line -> {}, () -> false);
      CurrentModel model = new CurrentModel(collection, scope.info(), patience);
      List<Candidate> page = List.of(Candidate.of(before.get("1"), scope.info()));
      solr.deploy("old.bin", MAIN);

      try (Retagging retagging = new Retagging(collection, scope, model, patience)) {
        assertThatThrownBy(() -> retagging.tag(page))
            .isInstanceOf(ModelChangedException.class)
            .hasMessageContaining("has changed from m.bin");
      }
      assertThatThrownBy(() -> model.predict(page)).isInstanceOf(ModelChangedException.class);
    }
    assertThat(versions(all(client))).isEqualTo(versions(before));
  }

  private static void index(Map<String, String> texts) throws Exception {
    client.add(texts.entrySet().stream().map(e -> document(e.getKey(), e.getValue())).toList());
    client.commit();
  }

  private static long done() throws Exception {
    Thread.sleep(50); // the process needs the machine more
    client.commit(true, true, true);
    return client.query(new SolrQuery(CATEGORY + ":Debt").setRows(0)).getResults().getNumFound();
  }

  private static String journal() {
    return folder.resolve("killed.journal").toString();
  }

  private static DocketProcess process(String... mode) throws IOException {
    List<Object> arguments =
        new ArrayList<>(
            List.of("retag", "--solr", solr.url(MAIN), "--yes", "--journal", journal()));
    arguments.addAll(List.of(mode));
    return new DocketProcess(folder, arguments.toArray());
  }

  private static TaggedSolr.Ran retag(String... options) {
    return run(MAIN, options);
  }

  private static TaggedSolr.Ran run(String core, String... options) {
    List<Object> arguments = new ArrayList<>(List.of("retag", "--solr", solr.url(core)));
    arguments.addAll(List.of(options));
    return docket(arguments.toArray());
  }

  private static JsonNode json(int exitCode, String... options) throws IOException {
    TaggedSolr.Ran ran = retag(options);
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(exitCode);
    assertThat(ran.out().lines()).hasSize(1);
    return new ObjectMapper().readTree(ran.out());
  }

  private static Map<String, Object> versions(Map<String, SolrDocument> documents) {
    Map<String, Object> versions = new TreeMap<>();
    documents.forEach((id, document) -> versions.put(id, document.getFieldValue("_version_")));
    return versions;
  }

  private static Map<String, Integer> cells(JsonNode matrix) {
    Map<String, Integer> cells = new TreeMap<>();
    matrix.forEach(
        cell ->
            cells.put(
                cell.get("old").get("category").asText()
                    + "->"
                    + cell.get("new").get("category").asText(),
                cell.get("documents").asInt()));
    return cells;
  }

  /** Of documents with text. */
  private static Map<String, Integer> cells(
      Map<String, SolrDocument> before, Map<String, SolrDocument> after) {
    Map<String, Integer> cells = new TreeMap<>();
    after.forEach(
        (id, document) -> {
          if (document.getFieldValue(TaggedSolr.TEXT) != null) {
            cells.merge(
                before.get(id).getFieldValue(CATEGORY) + "->" + document.getFieldValue(CATEGORY),
                1,
                Integer::sum);
          }
        });
    return cells;
  }

  private static SolrCollection collection() {
    Options options = new Options();
    new CommandLine(options).parseArgs("--solr", solr.url(MAIN));
    return options.collection.open();
  }

  @Command
  private static final class Options {
    @Mixin private CollectionMixin collection;
  }
}
