/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

  @TempDir Path folder;

  @Test
  void needsTheLauncher() {
    String home = System.clearProperty("docket.home");
    try {
      assertThatThrownBy(() -> ServerFiles.clone("the demo"))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith("the demo needs")
          .hasMessageContaining("./docket");
    } finally {
      if (home != null) {
        System.setProperty("docket.home", home);
      }
    }
  }

  @Test
  void pluginThatIsNotBuilt() throws IOException {
    assertThatThrownBy(() -> ServerFiles.of(withModel()))
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll("docket-solr-*.zip", "mvn");
  }

  private Path withModel() throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.createFile(models.resolve("complaints-en.bin"));
    return folder;
  }

  @Test
  void fileThatIsMissing() throws IOException {
    Path target = Files.createDirectories(folder.resolve("solr-plugin/target"));
    Files.createFile(target.resolve("docket-solr-0.1.0.zip"));

    assertThatThrownBy(() -> DemoFiles.of(folder))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("complaints.csv, which is not there");
  }

  @Test
  void temporaryFoldersGoWithAllThatIsInThem() throws IOException {
    TemporaryFolder temporary = TemporaryFolder.create();
    Files.createDirectories(temporary.path().resolve("a/b"));
    Files.writeString(temporary.path().resolve("a/b/c"), "x");

    temporary.close();
    temporary.close();

    assertThat(temporary.path()).doesNotExist();
  }
}
