/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D0CF11E0A1B11AE1 | an old Excel, Word | save or export it as CSV UTF-8",
        "504152311504 | a Parquet file | export it as CSV or JSON Lines",
        "4F52430A0300 | an ORC file | export it",
        "4F626A01 | an Avro file | export it",
        "4152524F573100 00 | an Arrow file | export it",
        "FFFFFFFF7800 | an Arrow stream | export it",
        "894844460D0A1A0A | an HDF5 file | export it",
        "934E554D505901 | a NumPy file | export it",
        "80049514 | a Python pickle | export it",
        "53514C69746520666F726D6174203300 | an SQLite database | sqlite3",
        "255044462D312E37 | a PDF | save its text",
        "7B5C72746631 | a rich text | save its text",
        "89504E470D0A1A0A | a PNG image | save its text",
        "FFD8FFE0 | a JPEG image | save its text",
        "47494638396100 | a GIF image | save its text",
        "49492A00 | a TIFF image | save its text",
        "4D4D002A | a TIFF image | save its text",
        "52494646240000005745425056503820 | an image, a sound or a film | save its text",
        "0000001866747970 | a film | save its text",
        "7F454C46 | a program | name the file",
        "4D5A900003 | a Windows program | name the file",
        "CAFEBABE | a Java class | name the file",
        "377ABCAF271C | a 7z archive | 7z x",
        "526172211A0701 | a RAR archive | unrar x",
        "04224D18 | compressed by lz4 | lz4 -d",
        "5D00008000 | compressed by lzma | unlzma",
        "1F9D90 | compressed by compress | uncompress",
        "FFFE0000 | in UTF-32 | iconv",
        "0000FEFF | in UTF-32 | iconv",
        "6100000062000000 | in UTF-32 | iconv",
        "0001020304050607 | control characters | --encoding",
        "3C21444F43545950452068746D6C3E0A | an HTML page | save its text",
        "EFBBBF0A203C48544D4C3E0A | an HTML page | save its text",
        "FFFE3C003F0078006D006C00 | XML | convert it",
        "76657273696F6E2068747470733A2F2F6769742D6C6673 | a Git LFS pointer | git lfs pull",
        "526172211A0701 | a RAR archive | unrar x"
      })
  void whatIsNoTextIsToldWithARemedy(String hex, String what, String remedy) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    Path file = Files.write(folder.resolve("data.csv"), bytes);
    for (Input input :
        new Input[] {Input.of(file), Input.of(new ByteArrayInputStream(bytes), "standard input")}) {
      assertThatThrownBy(() -> Reading.of(input))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith(input.name() + " is ")
          .hasMessageContaining(what)
          .hasMessageContaining(remedy)
          .message()
          .doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[Content_Types].xml, xl/workbook.xml, an Excel workbook",
    "[Content_Types].xml, word/document.xml, a Word",
    "mimetype, content.xml, an OpenDocument file",
    "manifest.properties, doccat.model, a model of Docket or OpenNLP",
    "META-INF/MANIFEST.MF, a/A.class, a jar"
  })
  void aZipThatIsADocumentIsTold(String first, String second, String what) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(first));
      zip.write('x');
      zip.putNextEntry(new ZipEntry(second));
      zip.write('x');
    }
    assertThatThrownBy(() -> Reading.of(bytes.toByteArray()))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("standard input is " + what);
  }

  @Test
  void aTarIsTold() {
    byte[] tar = new byte[1024];
    tar[0] = 'a';
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    assertThatThrownBy(() -> Reading.of(Packing.COMPRESSIONS.get("gzip").pack(tar)))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "standard input is a tar archive, which Docket does not read: unpack it first: tar -xf"
                + " FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\u0000c\n", "a,b\u0001\u001b[0m and more than that\n"})
  void aTextMayHaveAControlCharacter(String text) throws IOException {
    String lines = "category,narrative\n" + text;
    assertThat(Reading.of(lines.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(lines);
  }

  @Test
  void anEncodingThatWasAskedForIsNotDoubted() throws IOException {
    Charset ebcdic = Encodings.parse("cp037");
    byte[] bytes = "category,narrative\n".getBytes(ebcdic);
    Input input = Input.of(new ByteArrayInputStream(bytes), "x");
    assertThat(Reading.of(input, Optional.of(ebcdic)).text()).isEqualTo("category,narrative\n");
  }
}
