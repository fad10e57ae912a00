/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.training.StockTools.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A training where something is missing that others have. */
@EnabledOnOs(OS.LINUX)
class EnvironmentTest {

  @TempDir Path folder;

  private StockTools tools;

  @BeforeEach
  void writeCorpus() throws IOException {
    tools = new StockTools(folder);
    StringBuilder csv = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 50; i++) {
      csv.append("Card,my card ").append(i).append("\nLoan,my loan ").append(i).append('\n');
    }
    Files.writeString(folder.resolve("toy.csv"), csv);
    Files.writeString(
        folder.resolve("validation.csv"), "category,text\nCard,a card\nLoan,a loan\n");
  }

  @Test
  void noFolderForNativeLibrariesIsToldBeforeTheCorpusIsRead() {
    Run run = train("-Duser.home=/proc", "-Djava.io.tmpdir=/proc");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("/proc/.javacpp/cache", "-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    assertThat(folder).isDirectoryNotContaining("glob:**model*");
  }

  @Test
  void nativeLibrariesThatCannotBeUnpackedAreToldWithTheReason() throws IOException {
    // Which JavaCPP takes for a folder that it can use.
    Path full = Files.createDirectory(folder.resolve("full"));
    for (String jar : List.of("nd4j-native", "javacpp", "openblas")) {
      blockFolderOf(jar, full);
    }

    Run run = train("-Dorg.bytedeco.javacpp.cachedir=" + full);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("cannot be loaded from " + full, "-Dorg.bytedeco.javacpp.cachedir=FOLDER");
  }

  @Test
  void aHeapThatIsTooSmallIsToldInALine() {
    Run run = train("-Xmx16m");

    assertThat(run.exitCode()).isBetween(1, 2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("docket: ")
        .contains("DOCKET_JAVA_OPTS=-Xmx");
  }

  private static void blockFolderOf(String jar, Path full) throws IOException {
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path name = Path.of(path).getFileName();
      if (name.toString().startsWith(jar)) {
        Files.createFile(full.resolve(name));
      }
    }
  }

  private Run train(String... javaOptions) {
    return tools.docket(
        List.of(javaOptions),
        "train",
        "--input",
        "toy.csv",
        "--validation",
        "validation.csv",
        "--output",
        "model.bin");
  }
}
