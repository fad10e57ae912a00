/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedHomeTest {

  private static final Path MODEL = Path.of("../models/complaints-en.bin");
  private static final URI PAGE = URI.create("http://127.0.0.1:1234/");

  @TempDir Path folder;
  private final List<String> remarks = new ArrayList<>();
  private Path home;
  private ServerFiles files;

  @BeforeEach
  void makeFiles() throws IOException {
    home = folder.resolve("a home/solr");
    files = files("docket-solr-1.zip", "docket-solr-1.jar", "first");
  }

  @Test
  void isLaidOutOnceAndUsedAsItIsAfterwards() throws IOException {
    assertThat(serve()).isTrue();
    assertThat(names(home)).contains("solr.xml", "lib", "models", "complaints", HomeState.FILE);
    assertThat(read("complaints/core.properties")).contains("docket.model=models/shipped.bin");
    write("complaints/conf/schema.xml", "mine");
    write("models/shipped.bin", "deployed");
    write("solr.xml", "<solr><mine/></solr>");

    assertThat(serve()).isFalse();

    assertThat(read("complaints/conf/schema.xml")).isEqualTo("mine");
    assertThat(read("models/shipped.bin")).isEqualTo("deployed");
    assertThat(read("solr.xml")).contains("mine");
    assertThat(remarks).isEmpty();
  }

  @Test
  void thePluginOfAnotherVersionTakesThePlaceOfTheOldOne() throws IOException {
    serve();
    write("lib/opennlp-tools-2.5.0.jar", "of an older version");
    write("lib/docket-core-0.0.1.jar", "of an older version");
    write("lib/mine.jar", "of the user");
    files = files("docket-solr-2.zip", "docket-solr-2.jar", "first");

    serve();

    assertThat(names(home.resolve("lib")))
        .containsExactly("docket-NOTICE.txt", "docket-solr-2.jar", "mine.jar");
    assertThat(remarks).singleElement().asString().contains("is replaced by docket-solr-2.zip");
    remarks.clear();
    serve();
    assertThat(remarks).isEmpty();
  }

  @Test
  void aPluginThatWasBeingReplacedIsPutThereAgain() throws IOException {
    serve();
    Files.delete(home.resolve("lib/docket-solr-1.jar"));

    serve();

    assertThat(home.resolve("lib/docket-solr-1.jar")).exists();
  }

  @Test
  void aNewerConfigsetIsToldAndNotTaken() throws IOException {
    serve();
    files = files("docket-solr-1.zip", "docket-solr-1.jar", "second");

    serve();

    assertThat(read("complaints/conf/schema.xml")).isEqualTo("first");
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("another configset", "the home's stays", "diff -r " + files.configset());
  }

  /** A process that is killed in the middle leaves it at any of these. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whatIsHalfLaidOutIsMended(int steps) throws IOException {
    Files.createDirectories(home);
    List<Step> all =
        List.of(
            () -> Files.createFile(home.resolve(HomeLock.FILE)),
            () -> Files.writeString(home.resolve(".part-999999999-1-" + HomeState.FILE), "sta"),
            () -> HomeLayout.state(files).write(home),
            () -> write("solr.xml", "<sol"),
            () -> write("complaints/conf/schema.xml", "fir"));
    for (Step step : all.subList(0, steps)) {
      step.run();
    }

    assertThat(serve()).isTrue();

    assertThat(read("solr.xml")).contains("<solr/>");
    assertThat(read("complaints/conf/schema.xml")).isEqualTo("first");
    assertThat(names(home)).noneMatch(name -> name.startsWith(".part"));
    assertThat(remarks).hasSize(steps < 3 ? 0 : 1);
    assertThat(serve()).isFalse();
  }

  /** With a model that does not load, say: then another one may be named. */
  @Test
  void whatSolrDidNotStartOnIsLaidOutAgain() throws IOException {
    ServedHome.open(home, files, Optional.empty(), remarks::add).close();

    assertThat(serve(Optional.of(MODEL))).isTrue();

    assertThat(read("complaints/core.properties")).contains("models/complaints-en.bin");
    assertThat(home.resolve("models/complaints-en.bin")).hasSameBinaryContentAs(MODEL);
  }

  @Test
  void anotherModelIsForANewHome() throws IOException {
    serve(Optional.of(MODEL));

    assertThat(serve(Optional.of(MODEL))).as("the same again").isFalse();
    assertThatThrownBy(() -> serve(Optional.of(files.model())))
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll(home + " has a model already", "docket deploy --model");
  }

  @Test
  void whatIsNoModelIsRefusedBeforeAnythingIsLaidOut() throws IOException {
    assertThatThrownBy(() -> serve(Optional.of(files.model())))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("shipped.bin");
    assertThat(names(home)).containsExactly(HomeLock.FILE);
  }

  @Test
  void aFolderThatIsSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(home);
    write("thesis.tex", "text");

    assertThatThrownBy(this::serve)
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(home + " is no home of docket serve (it holds thesis.tex)");
    assertThat(names(home)).containsExactly("thesis.tex");
  }

  @Test
  void aFileIsNoHome() throws IOException {
    Files.createDirectories(home.getParent());
    Files.writeString(home, "x");

    assertThatThrownBy(this::serve)
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void aHomeThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("a home"), "a file in its way");

    assertThatThrownBy(this::serve)
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll(home + " cannot be used as a home", "--home");
  }

  @Test
  void whatRemembersItIsNotGuessedAt() throws IOException {
    serve();
    write(HomeState.FILE, "state=perhaps");

    assertThatThrownBy(this::serve)
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("docket-home.properties is damaged");
  }

  @Test
  void anEmptyFolderIsANewHome() throws IOException {
    Files.createDirectories(home);

    assertThat(serve()).isTrue();
  }

  private boolean serve() throws IOException {
    return serve(Optional.empty());
  }

  private boolean serve(Optional<Path> model) throws IOException {
    try (ServedHome served = ServedHome.open(home, files, model, remarks::add)) {
      served.serves(PAGE);
      return served.isNew();
    }
  }

  private ServerFiles files(String zip, String jar, String schema) throws IOException {
    Path from = Files.createDirectories(folder.resolve("from"));
    Path conf = Files.createDirectories(from.resolve("conf"));
    Files.writeString(conf.resolve("schema.xml"), schema);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(from.resolve(zip)))) {
      for (String name : new String[] {jar, "docket-NOTICE.txt"}) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    Path model = Files.writeString(from.resolve("shipped.bin"), "shipped");
    return new ServerFiles(model, from.resolve(zip), conf);
  }

  private String read(String file) throws IOException {
    return Files.readString(home.resolve(file));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.writeString(home.resolve(file), text);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
