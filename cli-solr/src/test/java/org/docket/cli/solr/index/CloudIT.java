/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.cli.solr.index.IndexTool.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.docket.cli.solr.index.IndexTool.Ran;
import org.docket.solr.server.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A collection of two shards, whose leaders are found through a real ZooKeeper. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CloudIT {

  /** Where Solr's own ZooKeeper listens. */
  private static final int BEHIND = 1_000;

  private static final String SOLR_XML =
      "<solr><solrcloud><str name=\"host\">127.0.0.1</str><int name=\"hostPort\">%d</int>"
          + "<str name=\"hostContext\">solr</str></solrcloud></solr>";

  @TempDir Path folder;
  private Process solr;

  @AfterEach
  void stop() {
    if (solr != null) {
      solr.destroyForcibly();
    }
  }

  @Test
  void eachDocumentGoesToItsShardAndTheBadOnesAside() throws Exception {
    int port = twoFreePorts();
    Path home = IndexTool.home(folder);
    Files.writeString(home.resolve("solr.xml"), String.format(Locale.ROOT, SOLR_XML, port));
    Files.move(home.resolve("complaints"), folder.resolve("core")); // collections make their own
    String node = "http://127.0.0.1:" + port + "/solr";
    solr =
        JavaProcess.start(
            folder.resolve("solr.log"),
            List.of(
                "-DzkRun",
                "-Dbootstrap_confdir=" + folder.resolve("configset"),
                "-Dcollection.configName=complaints"),
            ServerProcess.class,
            home.toString(),
            String.valueOf(port),
            "-",
            "-",
            "-",
            "complaints");
    JavaProcess.awaitAnswer(solr, node + "/admin/info/system", folder.resolve("solr.log"));
    assertThat(
            IndexTool.get(
                    node
                        + "/admin/collections?action=CREATE&name=complaints&numShards=2"
                        + "&collection.configName=complaints")
                .path("responseHeader")
                .path("status")
                .asInt())
        .isZero();
    Path csv = IndexTool.complaints(folder.resolve("a.csv"), "c", 300);
    Files.writeString(
        csv,
        Files.readString(csv)
            .replace("c7,2024-01-08T", "c7,the eighth")
            .replace("c200,2024-01-05T", "c200,the fifth"));
    String[] arguments = {
      "index", "--json", "--input", csv.toString(),
      "--zookeeper", "127.0.0.1:" + (port + BEHIND), "--collection", "complaints"
    };

    Ran first = run(arguments);
    Ran second = run(arguments);

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.json().path("new").asInt()).isEqualTo(298);
    assertThat(first.json().path("rejected").asInt()).isEqualTo(2);
    assertThat(second.json().path("updated").asInt()).as(second.err()).isEqualTo(298);
    assertThat(IndexTool.count(node + "/complaints", "predicted_source:model")).isEqualTo(298);
    for (String shard : List.of("shard1", "shard2")) {
      assertThat(
              IndexTool.get(node + "/complaints/select?q=*:*&rows=0&shards=" + shard)
                  .path("response")
                  .path("numFound")
                  .asInt())
          .isBetween(1, 297);
    }
  }

  private static int twoFreePorts() throws IOException {
    while (true) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        int port = first.getLocalPort();
        if (port + BEHIND < 65_536) {
          try (ServerSocket second =
              new ServerSocket(port + BEHIND, 1, InetAddress.getByName("127.0.0.1"))) {
            return second.getLocalPort() - BEHIND;
          } catch (IOException e) {
            continue; // taken
          }
        }
      }
    }
  }
}
