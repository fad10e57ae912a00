/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.docket.cli.Docket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with real processes that are stopped and killed. */
class ServeCommandIT {

  private static final Path REPOSITORY =
      Path.of(System.getProperty("docket.home")).toAbsolutePath().normalize();
  private static final int WRITERS = 4;
  private static final int KILLED_AFTER = 60;

  @TempDir static Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @BeforeAll
  static void needsTheClone() {
    assertThat(REPOSITORY.resolve("docket")).exists();
  }

  @Test
  void keepsDataAcrossAStopAndAKillAndShowsItElsewhere() throws Exception {
    Path home = folder.resolve("my home");
    stopsCleanly(home);
    survivesAKill(home);
    letsReadersRead(home);
  }

  private void stopsCleanly(Path home) throws Exception {
    try (ServeProcess serve = start("--home", home.toString())) {
      assertThat(serve.fact("new")).isEqualTo("true");
      assertThat(serve.fact("home")).isEqualTo(home.toRealPath().toString());
      assertThat(serve.fact("modelIsShipped")).isEqualTo("true");
      assertAdded(serve, "first");
      isNotStartedTwice(serve, home);
      serve.terminate();
    }
  }

  private static void isNotStartedTwice(ServeProcess serve, Path home) throws Exception {
    try (ServeProcess second = start("--home", home.toString())) {
      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.errors())
          .endsWith(
              "docket: "
                  + home.toRealPath()
                  + " is in use by process "
                  + serve.pid()
                  + " at "
                  + serve.fact("page")
                  + "; stop it, or name another --home\n");
    }
  }

  /** Nothing is committed when it is killed, so all must come out of Solr's log of updates. */
  private void survivesAKill(Path home) throws Exception {
    try (ServeProcess serve = start("--home", home.toString());
        ServeProcess page = start("--solr", serve.fact("solr"))) {
      assertThat(serve.fact("new")).isEqualTo("false");
      assertThat(serve.fact("documents")).as("committed when it was stopped").isEqualTo("1");
      assertThat(page.get("/select?q=*:*").body()).contains("\"numFound\":1");
      String other = serve.fact("solr").replace("complaints", "nothing");
      assertThat(mistake(other))
          .startsWith("docket: no collection of a Solr is at " + other + " (it answered 404)");
      killWhileIndexing(serve);
      HttpResponse<String> gone = page.get("/select?q=*:*");
      assertThat(gone.statusCode()).isEqualTo(502);
      assertThat(gone.body()).contains(serve.fact("solr") + " does not answer", "is it running?");
    }
  }

  private void killWhileIndexing(ServeProcess serve) throws Exception {
    ExecutorService writers =
        Executors.newFixedThreadPool(WRITERS, task -> new Thread(task, "writes"));
    try {
      List<Future<?>> all =
          IntStream.range(0, WRITERS)
              .<Future<?>>mapToObj(writer -> writers.submit(() -> write(serve, writer)))
              .toList();
      while (acknowledged.size() < KILLED_AFTER) {
        Thread.onSpinWait();
      }
      serve.kill();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      writers.shutdownNow();
    }
  }

  /** Until nobody answers any more. */
  private Void write(ServeProcess serve, int writer) throws Exception {
    for (int i = 0; ; i++) {
      try {
        assertAdded(serve, writer + "-" + i);
        acknowledged.add(writer + "-" + i);
      } catch (IOException e) {
        return null;
      }
    }
  }

  private void letsReadersRead(Path home) throws Exception {
    String friend = "https://docs.example.org";
    try (ServeProcess serve =
        start("--home", home.toString(), "--read-only", "--allow-origin", friend)) {
      for (String id : acknowledged) {
        assertThat(serve.get("/get?id=" + id).body()).contains("\"complaint_id\":\"" + id + "\"");
      }
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
      assertThat(serve.post("/update", "[]").statusCode()).isEqualTo(403);
      HttpResponse<String> answer = serve.get("/select?q=*:*", "Origin", friend);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(friend);
      assertThat(serve.get("/select?q=*:*", "Origin", "http://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(Files.readString(home.resolve("solr.log"))).contains("SolrCore");
    }
  }

  @Test
  void aSolrThatIsNotThereIsToldAtStart() {
    assertThat(mistake("http://127.0.0.1:1/solr/complaints"))
        .startsWith("docket: no answer from Solr at http://127.0.0.1:1/solr/complaints");
  }

  /** In this process: it must end by itself. */
  private static String mistake(String solr) {
    StringWriter err = new StringWriter();
    int exitCode =
        Docket.commandLine()
            .setErr(new PrintWriter(err))
            .execute("serve", "--port", "0", "--solr", solr);
    assertThat(exitCode).as(err.toString()).isEqualTo(2);
    return err.toString();
  }

  private static void assertAdded(ServeProcess serve, String id) throws Exception {
    String document = "[{\"complaint_id\":\"" + id + "\",\"narrative\":\"They foreclosed\"}]";
    HttpResponse<String> answer = serve.post("/update", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static ServeProcess start(String... arguments) throws IOException {
    return ServeProcess.start(REPOSITORY, folder, arguments);
  }
}
