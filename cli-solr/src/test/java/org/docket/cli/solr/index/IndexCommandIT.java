/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.cli.solr.index.IndexTool.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.cli.solr.index.IndexTool.Ran;
import org.docket.solr.server.SolrServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Indexing into a real Solr over HTTP. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class IndexCommandIT {

  @TempDir static Path solrFolder;
  private static SolrServer server;
  private static String core;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = SolrServer.start(IndexTool.home(solrFolder), 0);
    assertThat(server.coreFailures()).isEmpty();
    core = server.url() + "/complaints";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void clear() throws Exception {
    IndexTool.clear(core);
  }

  @Test
  void theBureausCsvArrivesWithAllItsColumnsAndIsTagged() throws Exception {
    Path csv =
        write(
            "cfpb.csv",
            "Date received,Product,Consumer complaint narrative,ZIP code,Tags,Complaint ID,Extra\n"
                + "03/15/2024,Mortgage,the bank wants my house,123XX,Servicemember,17,x\n"
                + "03/16/24,Debt,,,,18,\n");

    Ran ran = index(csv);

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("2 documents in the collection: 2 new, 0 updated")
        .contains("of the input: 1 without text")
        .contains("see " + core + "/select?");
    assertThat(ran.err())
        .contains("Consumer complaint narrative -> narrative")
        .contains("left out, for the collection has no such field: Extra");
    JsonNode first = IndexTool.document(core, "17");
    assertThat(first.path("date_received").asText()).isEqualTo("2024-03-15T00:00:00Z");
    assertThat(first.path("zip_code").asText()).isEqualTo("123XX");
    assertThat(first.path("tags").path(0).asText()).isEqualTo("Servicemember");
    assertThat(first.path("predicted_source").asText()).isEqualTo("model");
    assertThat(IndexTool.count(core, "product:Debt")).isEqualTo(1);
  }

  @Test
  void eachFormatArrives() throws Exception {
    Path lines =
        write("a.jsonl", "{\"complaint_id\":1,\"narrative\":\"a\",\"tags\":[\"p\",\"q\"]}\n");
    Path array = write("b.json", "[{\"complaint_id\":\"2\",\"complaint_what_happened\":\"b\"}]");
    Path tabs = write("c.tsv", "Debt collection\tthey call\n");
    Path opennlp = write("d.train", "Mortgage my house\n");
    Path zipped = folder.resolve("e.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("complaint_id;narrative\n5;\"e; f\"\n".getBytes(StandardCharsets.UTF_8));
    }
    Path archive = folder.resolve("f.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      out.putNextEntry(new ZipEntry("x.csv"));
      out.write("complaint_id,narrative\n6,g\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("y.csv"));
      out.write("state,narrative,complaint_id\nNY,h,7\n".getBytes(StandardCharsets.UTF_8));
    }

    Ran ran = indexAll(lines, array, tabs, opennlp, zipped, archive);

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(7);
    assertThat(IndexTool.document(core, "1").path("tags")).hasSize(2);
    assertThat(IndexTool.document(core, "2").path("narrative").asText()).isEqualTo("b");
    assertThat(IndexTool.document(core, "5").path("narrative").asText()).isEqualTo("e; f");
    assertThat(IndexTool.document(core, "7").path("state").asText()).isEqualTo("NY");
    assertThat(IndexTool.count(core, "category:Mortgage AND narrative:house")).isEqualTo(1);
    assertThat(IndexTool.count(core, "category:\"Debt collection\"")).isEqualTo(1);
    assertThat(ran.err()).contains("each id is a hash of the document");
  }

  @Test
  void whatIsIndexedTwiceIsThereOnceAlsoWithoutIds() throws Exception {
    Path csv = write("a.csv", "narrative,state\nmy house,NY\nmy card,NY\nmy house,NY\n");

    JsonNode first = index(csv, "--json").json();
    assertThat(first.path("new").asInt()).isEqualTo(2);
    assertThat(first.path("duplicates").asInt()).isEqualTo(1);
    assertThat(index(csv, "--json").json().path("updated").asInt()).isEqualTo(2);
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(2);
  }

  @Test
  void ofTwoRowsWithOneIdTheLaterIsTheLast() throws Exception {
    Path csv = write("a.csv", "complaint_id,narrative,state\n1,first,NY\n2,other,NJ\n1,second,\n");

    Ran ran = index(csv);

    assertThat(ran.out()).contains("1 row has an id that came before");
    assertThat(IndexTool.document(core, "1").path("narrative").asText()).isEqualTo("second");
    assertThat(IndexTool.document(core, "1").has("state")).isFalse();
  }

  @Test
  void whatAPersonDecidedStaysAndWhatOthersWroteToo() throws Exception {
    String columns = "complaint_id,narrative,company,date_received,predicted_category\n";
    Path csv = write("a.csv", columns + "1,my house,A,03/15/2024,Card\n2,my card,A,,\n");
    assertThat(index(csv).err()).contains("only Docket, reviewers and Solr write it");
    String model = IndexTool.document(core, "1").path("predicted_category").asText();
    assertThat(model).isNotEqualTo("Card");
    IndexTool.post(
        core + "/update",
        "[{\"complaint_id\":\"1\",\"predicted_category\":{\"set\":\"Chosen\"},"
            + "\"predicted_source\":{\"set\":\"human\"},\"reviewed_by\":{\"set\":\"me\"},"
            + "\"submitted_via\":{\"set\":\"Web\"}}]");

    write("a.csv", columns + "1,another text,B,03/16/2024,Card\n2,my card,,,\n");
    Ran again = index(csv);

    assertThat(again.out()).contains("0 new, 2 updated");
    JsonNode document = IndexTool.document(core, "1");
    assertThat(document.path("narrative").asText()).isEqualTo("another text");
    assertThat(document.path("company").asText()).isEqualTo("B");
    assertThat(document.path("date_received").asText()).startsWith("2024-03-16");
    assertThat(document.path("predicted_category").asText()).isEqualTo("Chosen");
    assertThat(document.path("predicted_source").asText()).isEqualTo("human");
    assertThat(document.path("reviewed_by").asText()).isEqualTo("me");
    assertThat(document.path("submitted_via").asText()).isEqualTo("Web");
    assertThat(IndexTool.document(core, "2").has("company")).isFalse();
  }

  @Test
  void aDocumentThatSomebodyElseMadeInBetweenIsNotOverwritten() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "r", 3);
    AtomicInteger gets = new AtomicInteger();
    try (Front front =
        new Front(
            server.url(),
            asked -> {
              if (asked.isUpdate() && gets.getAndIncrement() == 0) {
                decide("r1");
              }
              return Front.ON;
            })) {
      Ran ran = run("index", "--input", csv.toString(), "--solr", front.url("complaints"));
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(IndexTool.count(core, "*:*")).isEqualTo(3);
      assertThat(IndexTool.document(core, "r1").path("predicted_category").asText())
          .isEqualTo("Chosen");
      assertThat(IndexTool.document(core, "r1").path("narrative").asText()).contains("1 dollars");
    }
  }

  @Test
  void whereAllWereNewItSendsWithoutALookAndLooksAgainOnceADocumentIsThere() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "n", 1_500);
    List.of("n1400", "n1402", "n1499").forEach(IndexCommandIT::decide);
    AtomicInteger gets = new AtomicInteger();
    AtomicInteger updates = new AtomicInteger();
    try (Front front =
        new Front(
            server.url(),
            asked -> {
              gets.addAndGet(asked.path().endsWith("/get") ? 1 : 0);
              updates.addAndGet(asked.isUpdate() ? 1 : 0);
              return Front.ON;
            })) {
      Ran ran =
          run("index", "--json", "--input", csv.toString(), "--solr", front.url("complaints"));
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.json().path("new").asInt()).as(ran.out()).isEqualTo(1_497);
      assertThat(ran.json().path("updated").asInt()).isEqualTo(3);
      assertThat(ran.json().path("rejected").asInt()).isZero();
    }
    assertThat(gets.get()).isBetween(5, updates.get() - 2); // a commit is an update too
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(1_500);
    assertThat(IndexTool.count(core, "predicted_category:Chosen AND predicted_source:human"))
        .isEqualTo(3);
    assertThat(IndexTool.document(core, "n1402").path("narrative").asText())
        .contains("1402 dollars");
  }

  private static void decide(String id) {
    try {
      IndexTool.post(
          core + "/update",
          "[{\"complaint_id\":\""
              + id
              + "\",\"narrative\":\"x\",\"predicted_category\":\"Chosen\","
              + "\"predicted_source\":\"human\"}]");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatSolrRefusesIsWrittenAsideAndCanBeCorrectedAndIndexedAgain() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 40);
    Files.writeString(
        csv,
        Files.readString(csv)
            .replace("x7,2024-01-08T00:00:00Z", "x7,the eighth")
            .replace("x31,2024-01-04T00:00:00Z", "x31,soon")
            .replace("x39,", ","));

    Ran ran = index(csv);

    Path aside = folder.resolve("a.csv.rejected.jsonl");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("37 documents in the collection: 37 new, 0 updated, 3 more");
    assertThat(ran.err()).contains("3 documents could not be indexed, and are in " + aside);
    assertThat(Files.readAllLines(aside))
        .hasSize(3)
        .anyMatch(
            line ->
                line.contains("\"rejected_row\":8,\"rejected_line\":9,\"complaint_id\":\"x7\"")
                    && line.contains("Invalid Date String:'the eighth'"))
        .anyMatch(line -> line.contains("the row has no id"));
    assertThat(folder.resolve("a.csv.index-journal")).doesNotExist();
    assertThat(index(csv, "--quiet").err())
        .contains("a.csv.rejected-2.jsonl"); // what may be half corrected stays
    Files.writeString(
        aside,
        Files.readString(aside)
            .replace("the eighth", "2024-01-08")
            .replace("soon", "01/04/2024")
            .replace("\"complaint_id\":null", "\"complaint_id\":\"x39\""));

    Ran corrected = index(aside);

    assertThat(corrected.out()).contains("3 documents in the collection: 3 new, 0 updated");
    assertThat(corrected.err()).doesNotContain("left out");
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(40);
  }

  @Test
  void aTolerantChainSaysItselfWhichAreBad() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 10);
    Files.writeString(
        csv, Files.readString(csv).replace("x7,2024-01-08T00:00:00Z", "x7,the eighth"));

    Ran ran = index(csv, "--json", "--param", "update.chain=tolerant");

    assertThat(ran.json().path("new").asInt()).isEqualTo(9);
    assertThat(ran.json().path("rejected").asInt()).isEqualTo(1);
    assertThat(ran.json().path("rejectedFile").asText()).endsWith("a.csv.rejected.jsonl");
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(9);
  }

  @Test
  void whereMostAreRefusedItStopsAndSaysWhy() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 3_000);

    Ran ran =
        index(
            csv,
            "--field",
            "narrative=date_received",
            "--field",
            "state=narrative",
            "--ignore",
            "date_received");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("documents were refused, the last of them for: 400: ")
        .contains("Invalid Date String")
        .contains("mend what is wrong, and run it again");
    assertThat(IndexTool.count(core, "*:*")).isZero();
    assertThat(folder.resolve("a.csv.index-journal")).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("a.csv.rejected.jsonl"))).hasSizeLessThan(1_000);
  }

  @Test
  void waitsForASolrThatHasTooMuchToDoAndSendsLessWhereThatWasTooMuch() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 200);
    List<Integer> fate = List.of(429, 503, Front.LOSE, 413, Front.CUT, 500, Front.LOSE, 404, 502);
    AtomicInteger next = new AtomicInteger();
    try (Front front =
        new Front(
            server.url(),
            asked ->
                asked.isUpdate() && asked.number() % 2 == 0 && next.get() < fate.size()
                    ? fate.get(next.getAndIncrement())
                    : Front.ON)) {
      Ran ran =
          run("index", "--json", "--input", csv.toString(), "--solr", front.url("complaints"));
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.json().path("new").asInt()).as(ran.out()).isEqualTo(200);
      assertThat(ran.json().path("rejected").asInt()).isZero();
      assertThat(ran.json().path("retries").asInt()).isGreaterThanOrEqualTo(7);
      assertThat(IndexTool.count(core, "*:*")).isEqualTo(200);
    }
  }

  @Test
  void aSolrThatDoesNotComeBackEndsItSoThatItCanGoOn() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 300);
    Path journal = folder.resolve("journal");
    AtomicInteger updates = new AtomicInteger();
    String[] arguments;
    try (Front front =
        new Front(
            server.url(),
            asked -> asked.isUpdate() && updates.incrementAndGet() > 3 ? 503 : Front.ON)) {
      arguments =
          new String[] {
            "index",
            "--input",
            csv.toString(),
            "--solr",
            front.url("complaints"),
            "--journal",
            journal.toString(),
            "--wait",
            "2"
          };
      Ran ran = run(arguments);
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .contains("Solr has taken nothing for 2 s (503: ")
          .contains("the same command with --resume goes on");
      long indexed = Journal.left(journal);
      assertThat(indexed).isBetween(1L, 299L);

      updates.set(Integer.MIN_VALUE);
      Ran resumed = run(with(arguments, "--resume", "--json"));

      assertThat(resumed.code()).as(resumed.err()).isZero();
      assertThat(resumed.json().path("resumedRows").asLong()).isEqualTo(indexed);
      assertThat(resumed.json().path("new").asInt()).isEqualTo(300);
      assertThat(journal).doesNotExist();
      assertThat(IndexTool.count(core, "*:*")).isEqualTo(300);
    }
  }

  @Test
  void aSchemaThatIsForbiddenIsNoObstacle() throws Exception {
    Path csv = write("a.csv", "Complaint ID,Consumer complaint narrative\n1,my house\n");
    try (Front front =
        new Front(server.url(), asked -> asked.path().contains("/schema") ? 403 : Front.ON)) {
      Ran ran = run("index", "--input", csv.toString(), "--solr", front.url("complaints"));
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.err()).contains("Solr does not show its schema");
      assertThat(IndexTool.document(core, "1").path("narrative").asText()).isEqualTo("my house");
    }
  }

  @Test
  void nothingIsSentWithoutATextOrInADryRun() throws Exception {
    Path csv = write("a.csv", "state,company\nNY,A\n");
    Ran ran = index(csv);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("a.csv has no column for the text");

    Path good = write("b.csv", "state,narrative\nNY,my house\n");
    Ran dry = index(good, "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("nothing was sent; 1 documents").contains("\"state\" : \"NY\"");
    IndexTool.post(core + "/update?commit=true", "[]");
    assertThat(IndexTool.count(core, "*:*")).isZero();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(csv, good);
    }
  }

  @Test
  void aBadRowEndsItAndCanBePassedOver() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 100);
    Files.writeString(csv, Files.readString(csv) + "x100,only two\n");

    Ran ran = index(csv);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("line 102: the row has 2 columns").contains("--resume goes on");

    Ran resumed = index(csv, "--resume", "--on-bad-row", "skip", "--json");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.json().path("resumedRows").asInt()).isPositive();
    assertThat(resumed.json().path("badRows").asInt()).isEqualTo(1);
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(100);
  }

  @Test
  void aJournalOfDocumentsThatSolrNoLongerHasIsRefused() throws Exception {
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "x", 100);
    Files.writeString(csv, Files.readString(csv) + "x100,only two\n");
    index(csv);
    IndexTool.clear(core);

    Ran ran = index(csv, "--resume", "--on-bad-row", "skip");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("which Solr no longer has");
    Ran anew = index(csv, "--on-bad-row", "skip");
    assertThat(anew.err()).contains("of a run that was interrupted after");
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(100);
  }

  private Ran index(Path file, String... options) {
    return run(with(new String[] {"index", "--solr", core, "--input", file.toString()}, options));
  }

  private Ran indexAll(Path... files) {
    String[] names = Arrays.stream(files).map(Path::toString).toArray(String[]::new);
    return run(with(new String[] {"index", "--solr", core, "--input"}, names));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
