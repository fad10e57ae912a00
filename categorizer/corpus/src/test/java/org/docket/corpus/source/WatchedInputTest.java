/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of an input has been read is told in bytes of the file, however it is packed. */
class WatchedInputTest {

  @TempDir Path folder;

  private final LongAdder bytes = new LongAdder();

  @Test
  void ofAPlainFileEveryByteIsTold() throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), text(300_000));
    read(Input.of(file));
    assertThat(bytes.sum()).isEqualTo(Files.size(file));
  }

  @Test
  void ofAPackedFileThePackedBytesAreTold() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text(300_000));
    }
    read(Input.of(file));
    assertThat(bytes.sum()).isEqualTo(Files.size(file)).isLessThan(300_000);
  }

  @Test
  void ofAZipWhatIsLeftOutCountsAsRead() throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : new String[] {"a.csv", "picture.png"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("csv") ? text(3_000_000) : noise(2_000_000));
        zip.closeEntry();
      }
    }
    read(Input.of(file));
    // The beginning of the file is looked into before it is known to be a zip.
    assertThat(bytes.sum()).isBetween(Files.size(file) - 1000, Files.size(file) + (1 << 16));
  }

  @Test
  void ofAStreamToo() throws IOException {
    read(Input.of(new ByteArrayInputStream(text(5000)), "standard input"));
    assertThat(bytes.sum()).isEqualTo(5000);
  }

  private void read(Input input) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1000];
    TextSources.read(
        input.watched(bytes::add),
        Optional.empty(),
        () -> {},
        notice -> {},
        source -> {
          for (int read = source.reader().read(buffer);
              read >= 0;
              read = source.reader().read(buffer)) {
            text.append(buffer, 0, read);
          }
        });
    assertThat(text).isNotEmpty();
  }

  private static byte[] text(int length) {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(i % 60 == 59 ? '\n' : (char) ('a' + random.nextInt(8)));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new SplittableRandom(2).nextBytes(noise);
    noise[0] = (byte) 0x89;
    noise[1] = 'P';
    noise[2] = 'N';
    noise[3] = 'G';
    return noise;
  }
}
