/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipReaderTest {

  /** PKWARE's numbers. */
  private static final Map<Integer, Packing> METHODS =
      new TreeMap<>(
          Map.of(
              12, Packing.COMPRESSIONS.get("bzip2"),
              20, Packing.COMPRESSIONS.get("zst"),
              93, Packing.COMPRESSIONS.get("zst"),
              95, Packing.COMPRESSIONS.get("xz")));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zip64-streamed",
        "streamed",
        "zip64",
        "stored-streamed",
        "stored",
        "bzip2",
        "deflate64"
      })
  void eachWayOfWritingAZipIsRead(String kind) throws IOException {
    byte[] zip = resource("14-" + kind + ".zip");
    Path file = Files.write(folder.resolve("c.zip"), zip);
    for (Reading reading : new Reading[] {Reading.of(Input.of(file)), Reading.of(zip)}) {
      assertThat(reading.text().lines())
          .hasSize(401)
          .endsWith("Student loan,They lost my form 199");
      assertThat(reading.notices).isEmpty();
    }
    assertThat(Reading.of(Input.of(file)).texts).containsOnlyKeys(file + ", in it complaints.csv");
  }

  @Test
  void eachMethodThatALibraryReadsIsRead() throws IOException {
    for (int method : METHODS.keySet()) {
      byte[] zip =
          zipOf(method, METHODS.get(method).pack("a,b\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(Reading.of(zip).text()).isEqualTo("a,b\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"14,LZMA", "98,PPMD", "96,JPEG", "97,WAVPACK", "77,unknown method 77"})
  void anotherMethodIsToldByItsName(int method, String name) throws IOException {
    assertThatThrownBy(() -> Reading.of(zipOf(method, new byte[20])))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("standard input, in it c.csv is packed by the ")
        .hasMessageContaining(name)
        .hasMessageEndingWith("unpack it first, such as with 7z x FILE");
  }

  @Test
  void whatIsEncryptedIsTold() throws IOException {
    byte[] zip = zip("c.csv");
    zip[6] |= 1;
    int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    zip[directory + 8] |= 1;
    assertThatThrownBy(() -> Reading.of(zip))
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll("in it c.csv is encrypted", "7z x");
  }

  @Test
  void allThatAreTextsAreReadInTheOrderOfTheArchive() throws IOException {
    Reading two = Reading.of(resource("18-two.zip"));
    assertThat(two.texts).hasSize(2);
    byte[] zip =
        zip(
            "data/",
            "__MACOSX/._b.csv",
            ".hidden.csv",
            "readme.md",
            "2024/b.CSV",
            "a.jsonl",
            "é.pdf");
    Path file = Files.write(folder.resolve("c.zip"), zip);
    Reading reading = Reading.of(Input.of(file));
    assertThat(reading.texts)
        .containsExactly(
            Map.entry(file + ", in it 2024/b.CSV", "in 2024/b.CSV"),
            Map.entry(file + ", in it a.jsonl", "in a.jsonl"));
    assertThat(reading.notices)
        .containsExactly(
            file
                + ": reading 2 files, 2024/b.CSV and a.jsonl; left out: __MACOSX/._b.csv (hidden),"
                + " .hidden.csv (hidden), readme.md and é.pdf");
  }

  @Test
  void withoutATableWhatIsATextIsRead() throws IOException {
    Reading reading = Reading.of(zip("README.txt", "complaints", "image.gif"));
    assertThat(reading.texts).containsOnlyKeys("standard input, in it complaints");
    assertThat(reading.notices)
        .containsExactly(
            "standard input: reading complaints; left out: image.gif (a GIF image) and README.txt");
    assertThat(Reading.of(zip("README.md")).text()).isEqualTo("in README.md");
  }

  @Test
  void aZipWithoutATextSaysWhatIsInIt() throws IOException {
    assertThatThrownBy(() -> Reading.of(zip()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("in it: nothing");
    assertThatThrownBy(() -> Reading.of(zip("a.gif", "data/", "b.gif")))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("in it: a.gif (a GIF image) and b.gif (a GIF image)");
    String[] many = new String[20];
    Arrays.setAll(many, i -> i + ".gif");
    assertThatThrownBy(() -> Reading.of(zip(many))).hasMessageContaining("and 13 others");
  }

  @Test
  void aNameIsNeverMoreThanAName() throws IOException {
    Reading reading = Reading.of(zip("../../\u001b[31mroot\r\n\u202e.csv", "/etc/b.csv"));
    assertThat(reading.texts.keySet())
        .containsExactly(
            "standard input, in it ../../?[31mroot???.csv", "standard input, in it /etc/b.csv");
    assertThat(reading.notices).noneMatch(notice -> notice.matches("(?s).*[\\p{Cntrl}\u202e].*"));
  }

  @Test
  void whatIsPackedInAZipIsUnpackedToo() throws IOException {
    for (Packing packing : Packing.COMPRESSIONS.values()) {
      byte[] packed = packing.pack("a,b\n".getBytes(StandardCharsets.UTF_8));
      byte[] inner = store("c.csv.gz", packed);
      assertThat(Reading.of(inner).text()).isEqualTo("a,b\n");
      byte[] outer = Packing.COMPRESSIONS.get("gzip").pack(store("inner.zip", inner));
      assertThat(Reading.of(outer).text()).isEqualTo("a,b\n");
    }
    byte[] deep = zip("c.csv");
    for (int i = 0; i < 3; i++) {
      deep = store("c.zip", deep);
    }
    byte[] deeper = store("c.zip", deep);
    assertThat(Reading.of(deep).text()).isEqualTo("in c.csv");
    assertThatThrownBy(() -> Reading.of(deeper))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("packed more than 4 times");
  }

  @Test
  void aZipThatIsCutOffIsTold() throws IOException {
    byte[] zip = zip("c.csv", "d.csv");
    for (int length : new int[] {4, 10, zip.length / 2, zip.length - 1}) {
      assertThatThrownBy(() -> Reading.of(Arrays.copyOf(zip, length)))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith("standard input is a zip that is cut off or damaged");
    }
    assertThatThrownBy(
            () -> Reading.of("PK\u0007\bPK\u0003\u0004".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DocketException.class);
  }

  @Test
  void whatWasChangedInAStoredMemberIsTold() throws IOException {
    byte[] zip = store("c.csv", "a,b\nc,d\n".getBytes(StandardCharsets.UTF_8));
    zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf("c,d")] = 'x';
    assertThatThrownBy(() -> Reading.of(zip))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("in it c.csv is damaged")
        .hasMessageContaining("checksum");
  }

  @Test
  void aDirectoryThatIsTooLargeIsTold() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 60_000; i++) {
        zip.putNextEntry(new ZipEntry("x".repeat(50) + i));
      }
    }
    assertThatThrownBy(() -> Reading.of(bytes.toByteArray()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("too many files");
  }

  private static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String member : members) {
        zip.putNextEntry(new ZipEntry(member));
        if (!member.endsWith("/")) {
          zip.write(
              (member.endsWith("gif") ? "GIF89a\0" : "in " + member)
                  .getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] store(String member, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry(member));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Of one member "c.csv" with "a,b", packed as it comes. */
  private static byte[] zipOf(int method, byte[] packed) throws IOException {
    CRC32 crc = new CRC32();
    crc.update("a,b\n".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("c.csv");
      entry.setMethod(method);
      entry.setCrc(crc.getValue());
      entry.setSize(4);
      entry.setCompressedSize(packed.length);
      zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
    }
    return bytes.toByteArray();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ZipReaderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
