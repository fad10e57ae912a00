/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Docket in a Java of its own, where something is missing that others have. */
class EnvironmentTest {

  @TempDir static Path models;

  private static Path model;

  @TempDir Path folder;

  private DocketProcess docket;
  private Path lines;

  @BeforeAll
  static void trainStockModel() throws IOException {
    model = TinyStockModel.train("NAIVEBAYES", "Cr\u00e9dit", "Card", models.resolve("stock.bin"));
  }

  @BeforeEach
  void writeLines() throws IOException {
    docket = new DocketProcess(folder);
    lines = Files.writeString(folder.resolve("lines.txt"), "my house na\u00efve\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "jsonl"})
  void whatIsPrintedIsUtf8WhereThereIsNoLocale(String format) throws Exception {
    docket.with("LC_ALL", "C").from(lines);

    assertThat(docket.run("classify", "--model", model, "--format", format)).isZero();

    assertThat(Files.readString(docket.out())).contains("Cr\u00e9dit", "na\u00efve");
    assertThat(docket.err()).isEmptyFile();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aNameThatTheLocaleHasLostIsToldWithTheSetting() throws Exception {
    // The launcher sets the locale; here it is missing.
    docket.with("LC_ALL", "C");

    assertThat(docket.run("classify", "--model", model, "caf\u00e9.txt")).isEqualTo(2);

    assertThat(Files.readAllLines(docket.err()))
        .singleElement()
        .asString()
        .contains("this locale knows ASCII only", "LC_ALL=C.UTF-8");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskEndsTheWork() throws Exception {
    docket.to(Path.of("/dev/full")).from(endless());

    assertThat(docket.run("classify", "--model", model)).isEqualTo(ExitCode.FAILED);

    assertThat(Files.readAllLines(docket.err()))
        .singleElement()
        .asString()
        .startsWith("docket: standard output cannot be written")
        .containsIgnoringCase("no space");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReaderWhoHasSeenEnoughEndsTheWorkWithoutAWord() throws Exception {
    Process process = docket.from(endless()).start("classify", "--model", model);
    byte[] beginning = process.getInputStream().readNBytes(20);
    process.getInputStream().close();

    assertThat(process.waitFor()).isZero();

    assertThat(new String(beginning, StandardCharsets.UTF_8)).startsWith("Card ");
    assertThat(docket.err()).isEmptyFile();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReportNeedsNoTemporaryFolder() throws Exception {
    Path csv = Files.writeString(folder.resolve("c.csv"), "category,narrative\nCard,plastic\n");
    Path report = folder.resolve("report");
    DocketProcess locked = new DocketProcess(folder, "-Duser.home=/proc", "-Djava.io.tmpdir=/proc");

    assertThat(locked.run("evaluate", "--model", model, "--input", csv, "--report", report))
        .as(Files.readString(locked.err()))
        .isZero();

    assertThat(report.resolve("confusion.png")).isNotEmptyFile();
    assertThat(report).isDirectoryNotContaining("glob:**/.part*");
  }

  /** A pipe that gives lines until nobody reads them. */
  private Path endless() throws IOException {
    Path pipe = folder.resolve("pipe");
    ProcessBuilder writer =
        new ProcessBuilder(
            "sh", "-c", "mkfifo '" + pipe + "'; (yes plastic fee > '" + pipe + "') &");
    writer.redirectError(ProcessBuilder.Redirect.DISCARD);
    assumeThat(writer.start()).matches(process -> waitFor(process) == 0);
    return pipe;
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aHeapThatIsTooSmallIsToldInALine() throws Exception {
    Path large = Files.writeString(folder.resolve("large.txt"), "house ".repeat(3_000_000));
    DocketProcess small = new DocketProcess(folder, "-Xmx24m").from(large);

    assertThat(small.run("classify", "--model", model)).isEqualTo(ExitCode.FAILED);

    assertThat(Files.readAllLines(small.err()))
        .singleElement()
        .asString()
        .contains("not enough memory", "DOCKET_JAVA_OPTS=-Xmx");
  }
}
