/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedFileTest {

  /** SHA-512 of the three bytes "abc", as FIPS 180 gives it. */
  private static final String METADATA =
      "{\"sha512\":\"ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f\"}";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.bin");
  }

  @Test
  void isWholeIfItsHashIsThatOfTheUpload() throws Exception {
    Files.writeString(file, "abc");
    Files.writeString(folder.resolve(".a.bin.json"), METADATA);

    assertThat(isWholeWithin(Duration.ZERO)).isTrue();
  }

  /** As after a second upload with the same name, which Solr lets overwrite the beginning. */
  @Test
  void isNotWholeIfItsHashIsAnother() throws Exception {
    Files.writeString(file, "abd");
    Files.writeString(folder.resolve(".a.bin.json"), METADATA);

    assertThat(isWholeWithin(Duration.ZERO)).isFalse();
  }

  @Test
  void isWaitedForWhileItIsWritten() throws Exception {
    Files.writeString(file, "ab");
    Files.writeString(folder.resolve(".a.bin.json"), METADATA);
    Thread writer = new Thread(this::finish, "writer");
    writer.start();

    assertThat(isWholeWithin(Duration.ofMinutes(1))).isTrue();
    writer.join();
  }

  @Test
  void isTakenAsItIsIfNothingSaysWhatItMustBe() throws Exception {
    Files.writeString(file, "abd");

    assertThat(isWholeWithin(Duration.ZERO)).isTrue();
  }

  @Test
  void saysWhatCannotBeRead() throws Exception {
    Files.createDirectory(file);
    Files.writeString(folder.resolve(".a.bin.json"), METADATA);

    assertThatThrownBy(() -> isWholeWithin(Duration.ZERO))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(file + " cannot be read: ");
  }

  private boolean isWholeWithin(Duration patience) {
    return new UploadedFile(file).isWholeWithin(patience);
  }

  private void finish() {
    try {
      Thread.sleep(500);
      Files.writeString(file, "abc");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
