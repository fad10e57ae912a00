/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSourcesTest {

  private static final String CSV = "category,narrative\nMortgage,Sie sagten \u00abnein\u00bb\n";

  @TempDir Path folder;

  static Stream<String> packings() {
    return Packing.ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packings")
  void compressionIsToldByTheFirstBytesOfFilesAndOfStandardInput(String packing)
      throws IOException {
    byte[] packed = Packing.ALL.get(packing).pack(CSV.getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("whatever.csv"), packed);
    for (Reading reading : new Reading[] {Reading.of(Input.of(file)), Reading.of(packed)}) {
      assertThat(reading.text()).isEqualTo(CSV);
      assertThat(reading.beginnings).containsExactly(CSV);
      assertThat(reading.notices).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("packings")
  void ofWhatIsCutOffTheBeginningIsReadAndTheRestIsTold(String packing) throws IOException {
    byte[] packed =
        Packing.ALL.get(packing).pack(Packing.noise(200_000).getBytes(StandardCharsets.UTF_8));
    for (int length : new int[] {packed.length - 3, packed.length / 2, packed.length / 20}) {
      Path file = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(packed, length));
      Reading reading = new Reading();
      assertThatThrownBy(() -> reading.read(Input.of(file), Optional.empty()))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageContaining("cut off");
      reading.texts.values().forEach(text -> assertThat(Packing.noise(200_000)).startsWith(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK,category,narrative\n",
        "PKO text\n",
        "PK",
        "P",
        "\u001f\u2039 text\n",
        "BZh9 is a word\n",
        "BM,category\n",
        "The,ftyp\n",
        "%PDF\n",
        "{\"category\": \"a\"}\n",
        "PAR1\n",
        "GIF89a,ORC\n",
        "<b>bold</b>\n",
        "<html><p>a page</p></html>\nand another\n",
        "x"
      })
  void aTextThatBeginsLikeSomethingElseIsText(String text) throws IOException {
    assertThat(Reading.of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
  }

  @Test
  void theByteOrderMarkAtTheVeryStartIsTakenAway() throws IOException {
    String marked = "\uFEFF" + CSV + "\uFEFF" + CSV;
    assertThat(Reading.of(marked.getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo(marked.substring(1));
  }

  @Test
  void whatIsNotThereIsToldInOneLine() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Path missing = folder.resolve("missing.csv");
    assertThatThrownBy(() -> Reading.of(Input.of(folder)))
        .isInstanceOf(DocketException.class)
        .hasMessage(folder + " is a folder, not a file; in it: empty.csv");
    assertThatThrownBy(() -> Reading.of(Input.of(missing)))
        .isInstanceOf(DocketException.class)
        .hasMessage("the file " + missing + " does not exist; there is empty.csv");
    assertThatThrownBy(() -> Reading.of(Input.of(empty)))
        .isInstanceOf(DocketException.class)
        .hasMessage(empty + " is empty");
    assertThat(Reading.of(new byte[0]).text()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsRefusedOrReadIsClosed() throws IOException {
    Path refused = Files.write(folder.resolve("refused.zip"), zip("a.gif", "GIF89a\0"));
    Path read = Files.write(folder.resolve("read.zip"), zip("a.csv", CSV));
    assertThatThrownBy(() -> Reading.of(Input.of(refused))).isInstanceOf(DocketException.class);
    Reading.of(Input.of(read));
    Reading.of(Files.readAllBytes(read));
    for (File open : new File("/proc/self/fd").listFiles()) {
      assertThat(open.getCanonicalPath()).doesNotContain(".zip");
    }
  }

  private static byte[] zip(String member, String text) throws IOException {
    return ((Packing) out -> Packing.zip(out, member)).pack(text.getBytes(StandardCharsets.UTF_8));
  }
}
