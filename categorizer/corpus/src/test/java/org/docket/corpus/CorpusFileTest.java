/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"PK,category,narrative\n", "PKO text\n", "PK", "P", "", "\u001f\u2039 text\n"})
  void aTextThatBeginsLikeAnArchiveIsText(String text) throws IOException {
    assertThat(read(Files.writeString(folder.resolve("c.csv"), text))).isEqualTo(text);
  }

  @Test
  void aZipWithoutWhatIsWantedIsTold() throws IOException {
    Path empty = zip("empty.zip");
    Path other = zip("other.zip", "data/", "README.md", ".hidden.csv");
    for (Path zip : new Path[] {empty, other}) {
      assertThatThrownBy(() -> read(zip))
          .isInstanceOf(DocketException.class)
          .hasMessage(zip + " is a zip without a .csv file in it");
    }
    assertThatThrownBy(() -> CorpusFile.bytes(empty, CorpusFormat.OPENNLP))
        .hasMessage(empty + " is a zip without a file in it");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsRefusedIsClosed() throws IOException {
    Path zip = zip("empty.zip");
    assertThatThrownBy(() -> read(zip)).isInstanceOf(DocketException.class);
    for (File open : new File("/proc/self/fd").listFiles()) {
      assertThat(open.getCanonicalPath()).isNotEqualTo(zip.toRealPath().toString());
    }
  }

  @Test
  void ofAZipTheFirstFileThatFitsIsRead() throws IOException {
    Path zip = zip("c.zip", "data/", ".hidden.csv", "README.md", "data/B.CSV", "data/a.csv");
    assertThat(read(zip)).isEqualTo("in data/B.CSV");
    try (InputStream in = CorpusFile.bytes(zip, CorpusFormat.OPENNLP)) {
      assertThat(in).hasContent("in README.md");
    }
  }

  @Test
  void aPartOfASplitZipIsNoText() throws IOException {
    Path part = Files.writeString(folder.resolve("c.csv.zip"), "PK\u0007\bPK\u0003\u0004");
    assertThatThrownBy(() -> read(part)).isInstanceOf(DocketException.class);
  }

  @Test
  void aFolderIsToldFromAFile() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DocketException.class)
        .hasMessage(folder + " is a folder, not a file");
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = CorpusFile.bytes(file, CorpusFormat.CSV)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path zip(String name, String... entries) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        if (!entry.endsWith("/")) {
          out.write(("in " + entry).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return zip;
  }
}
