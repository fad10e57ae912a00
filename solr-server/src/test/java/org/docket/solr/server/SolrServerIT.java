/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolrServerIT {

  @TempDir Path folder;

  @Test
  void startsOnAFreePortOfThisMachine() throws Exception {
    try (SolrServer server = SolrServer.start(SolrHome.create(folder).folder(), 0)) {
      assertThat(server.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+/solr");
      assertThat(
              new Http(server.url())
                  .get("/admin/info/system")
                  .at("/lucene/solr-spec-version")
                  .asText())
          .isEqualTo("9.10.1");
    }
  }

  @Test
  void portInUse() throws Exception {
    try (SolrServer server = SolrServer.start(SolrHome.create(folder.resolve("a")).folder(), 0)) {
      int port = server.url().getPort();
      Path other = SolrHome.create(folder.resolve("b")).folder();
      assertThatThrownBy(() -> SolrServer.start(other, port))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("port " + port + " is in use");
    }
  }

  @Test
  void homeThatSolrCannotRead() throws Exception {
    Path home = SolrHome.create(folder).folder();
    Files.writeString(home.resolve("solr.xml"), "<solr><unfinished>");
    assertThatThrownBy(() -> SolrServer.start(home, 0))
        .isInstanceOf(SolrServerException.class)
        .hasMessageContaining("Solr did not start on " + home);
  }

  @Test
  void docketIsNotOnTheClassPath() {
    assertThatThrownBy(() -> Class.forName("org.docket.Categorizers"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> Class.forName("opennlp.tools.doccat.DoccatModel"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void pluginZipsStayInTheirFolder() throws Exception {
    Path zip = folder.resolve("evil.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../evil.jar"));
    }
    SolrHome home = SolrHome.create(folder.resolve("home"));
    assertThatThrownBy(() -> home.addPlugin(zip)).hasMessageContaining("'../evil.jar'");
  }
}
