/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void writesAFileAndNothingBesideIt() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    WholeFile.write(file, part -> Files.writeString(part, "all"));
    assertThat(file).hasContent("all");
    assertThat(names()).containsExactly("a.csv.gz");
  }

  @Test
  void thePartEndsAsTheFileDoes() throws IOException {
    WholeFile.write(
        folder.resolve("a.csv.gz"),
        part -> {
          assertThat(part.getFileName().toString()).startsWith(".").endsWith("a.csv.gz");
          Files.writeString(part, "");
        });
  }

  @Test
  void aFolderIsMadeWithThoseAroundIt() {
    Path made = folder.resolve("a/b");

    WholeFile.requireFolder(made, "the report");

    assertThat(made).isEmptyDirectory();
  }

  @Test
  void aFileInPlaceOfAFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");

    assertThatThrownBy(() -> WholeFile.requireFolder(file, "the report"))
        .isInstanceOf(DocketException.class)
        .hasMessage("cannot make a folder " + file + " for the report: " + file + " is a file");
  }

  @Test
  void aFailureLeavesWhatTheFileHeld() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "ha");
                      throw new IOException("no space left");
                    }))
        .hasMessage(file + " cannot be written: no space left");
    assertThat(file).hasContent("before");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws Exception {
    Process killed = new ProcessBuilder("true").start();
    killed.waitFor();
    Path left = Files.writeString(folder.resolve(".part-" + killed.pid() + "-3-a"), "half");
    Path ours = Files.writeString(folder.resolve(".part-" + killed.pid() + "-3-b"), "half");
    Path file = folder.resolve("a");

    WholeFile.write(file, part -> Files.writeString(part, "whole"));

    assertThat(file).hasContent("whole");
    assertThat(left).doesNotExist();
    assertThat(ours).as("of another file").exists();
  }

  @Test
  void manyWhoWriteTheSameFileDoNotMixTheirBytes() throws Exception {
    Path file = folder.resolve("a");
    List<String> texts = List.of("a".repeat(100_000), "b".repeat(100_000), "c".repeat(100_000));

    texts.parallelStream()
        .forEach(
            text ->
                assertThatCode(
                        () -> {
                          for (int i = 0; i < 20; i++) {
                            WholeFile.write(file, part -> Files.writeString(part, text));
                          }
                        })
                    .doesNotThrowAnyException());

    assertThat(texts).contains(Files.readString(file));
    assertThat(names()).containsExactly("a");
  }

  @Test
  void aMissingFolderIsNamedAndNotThePart() {
    Path file = folder.resolve("none/a");
    assertThatThrownBy(() -> WholeFile.write(file, part -> Files.writeString(part, "")))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " cannot be written: there is no folder " + folder.resolve("none"));
  }

  @Test
  void aNameWithoutAFolderIsInTheWorkingFolder() {
    WholeFile.requireWritable(Path.of("no-such-file-yet"));
  }

  @Test
  void refusesBeforeWorkIsDone() throws IOException {
    assertThatThrownBy(() -> WholeFile.requireWritable(folder.resolve("none/a")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("is not a writable folder");
    assertThatThrownBy(() -> WholeFile.requireWritable(Path.of("/")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> WholeFile.requireWritable(folder))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it is a folder");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
    assertThatThrownBy(() -> WholeFile.requireWritable(link))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it is a link or a device");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFilesIsToldBeforeWorkIsDone() {
    // Root may write everywhere, but not there, nor on a read-only disk.
    assertThatThrownBy(() -> WholeFile.requireWritable(Path.of("/proc/model.bin")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("/proc is not a writable folder")
        .hasMessageNotContaining(".part");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
