/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolrHomeTest {

  @TempDir Path folder;
  private Path root;
  private SolrHome home;

  @BeforeEach
  void create() throws IOException {
    root = folder.resolve("a/home");
    home = SolrHome.create(root);
  }

  @Test
  void emptyWithItsConfiguration() {
    assertThat(home.folder()).isEqualTo(root);
    assertThat(root.resolve("solr.xml")).content().contains("<solr/>");
    assertThat(root.toFile().list()).containsExactly("solr.xml");
  }

  @Test
  void aCoreHasTheFoldersOfItsConfigset() throws IOException {
    Path configset = folder.resolve("configset");
    Files.createDirectories(configset.resolve("lang/en"));
    Files.writeString(configset.resolve("solrconfig.xml"), "config");
    Files.writeString(configset.resolve("lang/en/stopwords.txt"), "the");

    home.addCore("complaints", configset);

    Path core = root.resolve("complaints");
    assertThat(core.resolve("core.properties")).hasContent("name=complaints");
    assertThat(core.resolve("conf/solrconfig.xml")).hasContent("config");
    assertThat(core.resolve("conf/lang/en/stopwords.txt")).hasContent("the");
  }

  @Test
  void aCoreThatIsThereGetsTheFilesOfToday() throws IOException {
    Path configset = Files.createDirectory(folder.resolve("configset"));
    Files.writeString(configset.resolve("schema.xml"), "old");
    home.addCore("complaints", configset);
    Files.writeString(configset.resolve("schema.xml"), "new");

    home.addCore("complaints", configset);

    assertThat(root.resolve("complaints/conf/schema.xml")).hasContent("new");
  }

  @Test
  void modelsLieTogether() throws IOException {
    home.addModel(Files.writeString(folder.resolve("m.bin"), "model"));

    assertThat(root.resolve("models/m.bin")).hasContent("model");
  }

  @Test
  void pluginsAreUnpacked() throws IOException {
    home.addPlugin(zip("a.jar"));

    assertThat(root.resolve("lib/a.jar")).hasContent("a.jar");
  }

  @Test
  void pluginZipsStayInTheirFolder() throws IOException {
    for (String name : new String[] {"../evil.jar", "sub/evil.jar"}) {
      Path zip = zip(name);
      assertThatThrownBy(() -> home.addPlugin(zip))
          .isInstanceOf(IOException.class)
          .hasMessage(zip + " holds '" + name + "'; a plugin zip is flat");
    }
    assertThat(root.resolve("evil.jar")).doesNotExist();
    assertThat(root.resolve("lib")).isEmptyDirectory();
  }

  private Path zip(String entry) throws IOException {
    Path zip = folder.resolve("plugin.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(entry.getBytes(StandardCharsets.UTF_8));
    }
    return zip;
  }
}
