/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.cli.solr.index.IndexTool.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.docket.cli.Docket;
import org.docket.cli.solr.index.IndexTool.Ran;
import org.docket.solr.server.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client is interrupted, then killed; then Solr is killed: each in the middle of indexing. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KilledIT {

  private static final int DOCUMENTS = 1_500;
  private static final int INTERRUPTED = 130;

  @TempDir Path folder;

  private final List<Process> processes = Collections.synchronizedList(new ArrayList<>());
  private int port;
  private Path home;

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void nothingIsLostAndNothingDoubledWhoeverIsKilled() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    home = IndexTool.home(folder);
    Process[] solr = {startSolr()};
    Process[] client = new Process[1];
    AtomicInteger updates = new AtomicInteger();
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "k", DOCUMENTS);
    Path journal = folder.resolve("a.csv.index-journal");
    URI address = URI.create("http://127.0.0.1:" + port + "/solr");
    String core = address + "/complaints";

    try (Front front =
        new Front(
            address,
            asked -> {
              int number = asked.isUpdate() ? updates.incrementAndGet() : 0;
              if (number == 3) {
                interrupt(client[0]);
              } else if (number == 8) {
                client[0].destroyForcibly();
                return Front.LOSE; // in Solr, but not in the journal
              } else if (number == 12) {
                solr[0].destroyForcibly();
                solr[0] = startSolr();
                return Front.CUT;
              }
              return Front.ON;
            })) {
      String url = front.url("complaints");
      client[0] = startClient("--input", csv.toString(), "--solr", url);
      assertThat(client[0].waitFor()).as(log("client")).isEqualTo(INTERRUPTED);
      assertThat(log("client")).contains("stopping").contains("--resume goes on");
      long first = Journal.left(journal);
      assertThat(first).isBetween(1L, DOCUMENTS - 1L);

      updates.set(5);
      client[0] = startClient("--input", csv.toString(), "--solr", url, "--resume");
      assertThat(client[0].waitFor()).as(log("client")).isNotZero();
      long second = Journal.left(journal);
      assertThat(second).isBetween(first + 1, DOCUMENTS - 1L);

      updates.set(10);
      Ran last = run("index", "--input", csv.toString(), "--solr", url, "--resume", "--json");

      assertThat(last.code()).as(last.err()).isZero();
      JsonNode json = last.json();
      assertThat(json.path("resumedRows").asLong()).isEqualTo(second);
      assertThat(json.path("documents").asInt()).isEqualTo(DOCUMENTS);
      assertThat(json.path("rejected").asInt()).isZero();
      assertThat(json.path("retries").asInt()).isPositive();
    }
    assertThat(journal).doesNotExist();
    assertThat(IndexTool.count(core, "*:*")).isEqualTo(DOCUMENTS);
    assertThat(IndexTool.count(core, "complaint_id:k* AND narrative:card AND state:NY"))
        .isEqualTo(DOCUMENTS);
    assertThat(IndexTool.count(core, "predicted_source:model")).isEqualTo(DOCUMENTS);
  }

  private Process startSolr() {
    Path log = folder.resolve("solr.log");
    Process process =
        started(
            JavaProcess.start(
                log,
                List.of(),
                ServerProcess.class,
                home.toString(),
                String.valueOf(port),
                "-",
                "-",
                "-",
                "complaints"));
    String core = "http://127.0.0.1:" + port + "/solr/complaints";
    JavaProcess.awaitAnswer(process, core + "/select?rows=0", log);
    return process;
  }

  private Process startClient(String... arguments) {
    List<String> all = new ArrayList<>(List.of("index"));
    all.addAll(List.of(arguments));
    return started(
        JavaProcess.start(
            folder.resolve("client.log"), List.of(), Docket.class, all.toArray(String[]::new)));
  }

  private Process started(Process process) {
    processes.add(process);
    return process;
  }

  private static void interrupt(Process process) {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String log(String name) {
    return JavaProcess.read(folder.resolve(name + ".log"));
  }
}
