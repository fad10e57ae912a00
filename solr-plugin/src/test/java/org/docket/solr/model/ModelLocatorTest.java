/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.docket.error.DocketException;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.TinyModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelLocatorTest {

  /** SHA-256 of the three bytes "abc", as FIPS 180 gives it. */
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final Path HOME = EmbeddedSolr.shared().home();
  private static ModelLocator locator;

  @BeforeAll
  static void start() throws Exception {
    locator = new ModelLocator(EmbeddedSolr.shared().core("core", ""));
    Path conf = EmbeddedSolr.shared().conf("core");
    Files.createDirectories(HOME.resolve("models"));
    Files.createDirectories(conf.resolve("lang"));
    Files.writeString(HOME.resolve("models/a.bin"), "abc");
    Files.writeString(conf.resolve("own.bin"), "abc");
    TinyModel.write(conf.resolve("stock.bin"));
  }

  @Test
  void aFileOfTheHome() {
    ModelSource model = locator.find("models/a.bin");

    assertThat(model.name()).isEqualTo(HOME.resolve("models/a.bin").toString());
    assertThat(model.hash()).isEqualTo(HASH_OF_ABC);
  }

  @Test
  void anAbsolutePath() {
    String path = HOME.resolve("models/a.bin").toAbsolutePath().toString();

    assertThat(locator.find(path).name()).isEqualTo(path);
  }

  @Test
  void aResourceOfTheConfigset() {
    ModelSource model = locator.find("own.bin");

    assertThat(model.name()).isEqualTo("the configset's resource own.bin");
    assertThat(model.hash()).isEqualTo(HASH_OF_ABC);
    assertThat(locator.find("stock.bin").load().categories())
        .containsExactlyInAnyOrder("Card", "Mortgage");
  }

  @Test
  void aFileThatIsLargerThanModelsMayBe() {
    ModelSource model = locator.find("models/a.bin");

    assertThat(model.hash(3)).isEqualTo(HASH_OF_ABC);
    assertThatThrownBy(() -> model.hash(2))
        .isInstanceOf(DocketException.class)
        .hasMessage(model.name() + " is larger than a model may be, which is 512 MiB");
  }

  @Test
  void aResourceThatIsNoModel() {
    assertThatThrownBy(locator.find("own.bin")::load)
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the configset's resource own.bin is not a usable model: it is ");
  }

  /** As in a disk that fails: it is there, and to say that it is not would be wrong. */
  @Test
  void aResourceThatCannotBeRead() {
    ModelSource folder = locator.find("lang");

    assertThatThrownBy(folder::hash)
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the configset's resource lang cannot be read: ");
  }

  @Test
  void noFileStoreWithoutSolrCloud() {
    assertThatThrownBy(() -> locator.find("filestore:/models/a.bin"))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "only SolrCloud has a file store, and this Solr runs alone: name a file on its disk");
  }

  @Test
  void aPathInTheFileStoreIsAbsolute() {
    assertThatThrownBy(() -> locator.find("filestore:models/a.bin"))
        .hasMessage("write filestore:/models/a.bin: a path in the store is absolute");
  }

  @Test
  void theHashGoesBeforeTheExtension() {
    assertThat(FileStoreModels.advised("/v1.0/a.bin", "12ab")).isEqualTo("/v1.0/a-12ab.bin");
    assertThat(FileStoreModels.advised("/v1.0/model", "12ab")).isEqualTo("/v1.0/model-12ab");
  }

  @Test
  void nothingOfThatName() {
    assertThatThrownBy(() -> locator.find("models/b.bin"))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            String.format(
                Locale.ROOT,
                "there is no file %s and the configset has no resource 'models/b.bin'",
                HOME.resolve("models/b.bin")));
  }

  @Test
  void anAbsolutePathIsNoResource() {
    Path path = HOME.resolve("own.bin").toAbsolutePath();

    assertThatThrownBy(() -> locator.find(path.toString())).hasMessage("there is no file " + path);
  }

  @Test
  void aFolder() {
    assertThatThrownBy(() -> locator.find("models"))
        .hasMessage(HOME.resolve("models") + " is a folder, not a model file");
  }

  @Test
  void outsideOfWhatSolrAllows() {
    assertThatThrownBy(() -> locator.find("../outside.bin"))
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll(HOME.resolveSibling("outside.bin").toString(), "allowPaths");
  }

  @Test
  void noPathAtAll() {
    assertThatThrownBy(() -> locator.find("a\0b"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("Nul character");
  }
}
