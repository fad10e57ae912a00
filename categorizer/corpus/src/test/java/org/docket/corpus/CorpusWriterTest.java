/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusWriterTest {

  private static final LabelledText DOCUMENT =
      new LabelledText("Home loan", " they said \"no\",\r\n\u2028twice\u0085 ");

  @TempDir Path folder;

  @Test
  void aCsvKeepsTheTextAsItIs() throws IOException {
    assertThat(Files.readString(written("c.csv")))
        .isEqualTo(
            "category,narrative\n"
                + "Home loan,\" they said \"\"no\"\",\r\n\u2028twice\u0085 \"\n");
  }

  @Test
  void inOpenNlpsFormatADocumentIsALine() throws IOException {
    assertThat(Files.readString(written("c.train")))
        .isEqualTo("Home%20loan they said \"no\", twice\n");
  }

  @Test
  void gzipIfTheNameSaysSo() throws IOException {
    for (String name : new String[] {"c.csv", "c.train"}) {
      Path plain = written(name);
      try (InputStream in = new GZIPInputStream(Files.newInputStream(written(name + ".gz")))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(Files.readString(plain));
      }
    }
  }

  private Path written(String name) throws IOException {
    Path file = folder.resolve(name);
    try (CorpusWriter writer = new CorpusWriter(file, CorpusFormat.of(file))) {
      writer.write(DOCUMENT);
    }
    return file;
  }
}
