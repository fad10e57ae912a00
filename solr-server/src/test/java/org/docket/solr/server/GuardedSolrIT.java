/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.server.guard.Access;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard in front of a real Solr; what it refuses is tried out in {@link GuardTest}. */
class GuardedSolrIT {

  private static final String CORE = "complaints";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @TempDir static Path folder;
  private static Fixture fixture;

  @BeforeAll
  static void create() throws Exception {
    fixture = Fixture.create(folder).core(CORE);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void programsIndexAndReadersSearchAndNobodyElseDoesAnything() throws Exception {
    Http solr = fixture.start();
    Wire wire = new Wire(fixture.server().url().getPort());
    try (SolrClient client =
        new HttpJdkSolrClient.Builder(fixture.server().url() + "/" + CORE).build()) {
      client.add(new SolrInputDocument("complaint_id", "1", "narrative", "my credit card"));
      client.commit();
    }
    String attack = "[{\"complaint_id\":\"2\",\"narrative\":\"evil\"}]";
    String update = "POST /solr/complaints/update/json?commit=true";
    assertThat(
            wire.ask(
                attack.getBytes(UTF_8),
                update,
                "Origin: http://evil.example",
                "Content-Type: text/plain"))
        .startsWith("HTTP/1.1 403");
    assertThat(solr.found(CORE, "q=*:*")).isEqualTo(1);
    // What would have come of it: the same from a program.
    assertThat(wire.ask(attack.getBytes(UTF_8), update, "Content-Type: text/plain"))
        .startsWith("HTTP/1.1 200");
    assertThat(solr.found(CORE, "q=*:*")).isEqualTo(2);
    fixture.close();

    readOnly();
  }

  private static void readOnly() throws Exception {
    Serving serving = new Serving(0, new Access(true, Set.of()), CORE);
    try (SolrServer server = SolrServer.start(fixture.home().folder(), serving);
        SolrClient client = new HttpJdkSolrClient.Builder(server.url() + "/" + CORE).build()) {
      assertThat(client.query(new SolrQuery("card"), METHOD.POST).getResults()).hasSize(1);
      Wire wire = new Wire(server.url().getPort());
      assertThat(wire.ask("q=card&rows=1".getBytes(UTF_8), "POST /solr/complaints/select", FORM))
          .startsWith("HTTP/1.1 200")
          .contains("\"numFound\":1");
      assertThat(
              wire.ask(
                  "{\"text\":\"my credit card\"}".getBytes(UTF_8),
                  "POST /solr/complaints/doccat",
                  "Content-Type: application/json"))
          .contains("\"cards\"");
      assertThat(wire.ask("GET /solr/complaints/get?id=1")).contains("my credit card");
      assertThat(wire.ask("POST /solr/complaints/update?commit=true", FORM))
          .startsWith("HTTP/1.1 403");
    }
  }
}
