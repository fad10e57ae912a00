/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a heap of 256 MB, see the pom. */
class LargeTest {

  private static final long MORE = Runtime.getRuntime().maxMemory() * 5 / 4;
  private static final int MEMBER = 8 << 20;

  @TempDir Path folder;

  static Stream<String> compressions() {
    return Packing.COMPRESSIONS.keySet().stream();
  }

  /** Of many members or frames, as {@code cat} makes them. */
  @ParameterizedTest
  @MethodSource("compressions")
  void moreTextThanTheHeapHoldsIsRead(String compression) throws IOException {
    byte[] member = Packing.COMPRESSIONS.get(compression).pack(text(MEMBER));
    Path file = folder.resolve("large");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long size = 0; size <= MORE; size += MEMBER) {
        out.write(member);
      }
    }
    assertThat(count(Input.of(file))).isGreaterThan(MORE);
  }

  /** Of one member, in a file and through a pipe. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMemberOfAZipThatIsLargerThanTheHeapIsRead(boolean piped) throws IOException {
    Path file = folder.resolve("large.zip");
    try (OutputStream out = Packing.zip(Files.newOutputStream(file), "a.csv")) {
      byte[] text = text(MEMBER);
      for (long size = 0; size <= MORE; size += MEMBER) {
        out.write(text);
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      assertThat(count(piped ? Input.of(in, "standard input") : Input.of(file)))
          .isGreaterThan(MORE);
    }
  }

  @Test
  void aFrameThatSaysItNeedsMuchMemoryIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // One segment of 1 GiB, in blocks of runs.
    bytes.write(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xA0, 0, 0, 0, 0x40});
    for (int i = 0; i < 8192; i++) {
      bytes.write(new byte[] {2, 0, 0x10, 'a'});
    }
    assertThatThrownBy(() -> count(Input.of(new ByteArrayInputStream(bytes.toByteArray()), "x")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("needs much memory")
        .hasMessageContaining("zstd -d --long=31 FILE");
  }

  @Test
  void framesToBeSkippedAreSkipped() throws IOException {
    byte[] frame = Packing.COMPRESSIONS.get("zst").pack("a,b\n".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      bytes.write(new byte[] {(byte) (0x50 + i), 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 'x', 'y'});
      bytes.write(frame);
    }
    assertThat(Reading.of(bytes.toByteArray()).text()).isEqualTo("a,b\na,b\na,b\n");
  }

  private static byte[] text(int size) {
    return "Mortgage,I cannot pay for ever and ever\n"
        .repeat(size / 40 + 1)
        .substring(0, size)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long count(Input input) throws IOException {
    AtomicLong count = new AtomicLong();
    TextSources.read(
        input,
        Optional.empty(),
        () -> {},
        notice -> {},
        text -> {
          char[] buffer = new char[1 << 16];
          for (int read = 0; read >= 0; read = text.reader().read(buffer)) {
            count.addAndGet(read);
          }
        });
    return count.get();
  }
}
