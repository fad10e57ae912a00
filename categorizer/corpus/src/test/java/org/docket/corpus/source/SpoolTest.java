/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.docket.error.DocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  private final String before = System.getProperty("java.io.tmpdir");

  @TempDir Path folder;

  @AfterEach
  void putBack() {
    System.setProperty("java.io.tmpdir", before);
  }

  @Test
  void nothingStaysInTheTemporaryFolder() throws IOException {
    System.setProperty("java.io.tmpdir", folder.toString());
    try (SeekableByteChannel file = new Spool("x", 1000).copy(bytes(1000))) {
      assertThat(file.size()).isEqualTo(1000);
    }
    assertThatThrownBy(() -> new Spool("x", 1000).copy(bytes(1001)))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "x is a zip of more than 1000 bytes that comes through a pipe: unpack it first, such as"
                + " with unzip, or name its file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTemporaryFolderThatIsMissingIsToldWithTheSetting() {
    Path missing = folder.resolve("missing");
    System.setProperty("java.io.tmpdir", missing.toString());
    assertThatThrownBy(() -> new Spool("standard input", 1000).copy(bytes(10)))
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll("standard input", missing.toString(), "-Djava.io.tmpdir=FOLDER");
  }

  @Test
  void aTemporaryFolderThatIsFullIsToldWithTheSetting() throws IOException {
    // A device that is always full stands for the disk.
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    assertThatThrownBy(
            () ->
                new Spool(
                        "standard input",
                        1000,
                        () -> Files.newByteChannel(full, StandardOpenOption.WRITE))
                    .copy(bytes(10)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("-Djava.io.tmpdir=FOLDER");
  }

  private static ByteArrayInputStream bytes(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }
}
