/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
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
        .hasMessage("no space left");
    assertThat(file).hasContent("before");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void whatAKilledProcessLeftIsOverwritten() throws IOException {
    Path file = folder.resolve("a");
    AtomicReference<Path> left = new AtomicReference<>();
    WholeFile.write(file, part -> left.set(Files.writeString(part, "")));
    Files.writeString(left.get(), "half of a long text");
    WholeFile.write(file, part -> Files.writeString(part, "whole"));
    assertThat(file).hasContent("whole");
    assertThat(names()).containsExactly("a");
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
    assertThatThrownBy(() -> WholeFile.requireWritable(folder))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it is a folder");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
    assertThatThrownBy(() -> WholeFile.requireWritable(link))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it is a link or a device");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
