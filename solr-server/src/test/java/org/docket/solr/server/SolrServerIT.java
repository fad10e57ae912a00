/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
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

  /** Or a plugin zip without them would seem to work. */
  @Test
  void whatThePluginBringsIsNotOnTheClassPath() throws Exception {
    SolrHome home = SolrHome.create(folder).addPlugin(Fixture.PLUGIN);
    List<String> classes = new ArrayList<>();
    for (File file : home.folder().resolve("lib").toFile().listFiles()) {
      if (file.getName().endsWith(".jar")) {
        try (JarFile jar = new JarFile(file)) {
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
              .forEach(classes::add);
        }
      }
    }

    assertThat(ClassLoader.getSystemResource("org/apache/solr/core/SolrCore.class")).isNotNull();
    assertThat(classes).hasSizeGreaterThan(100);
    assertThat(classes).allMatch(name -> ClassLoader.getSystemResource(name) == null);
  }
}
