/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.cmdline.ArgumentParser;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters of the format, as OpenNLP's commands hand them over. */
class DocketFormatTest {

  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void writeData() throws IOException {
    data =
        Files.writeString(
            folder.resolve("data.csv"),
            "category,narrative,kind,words\n"
                + "Home loan,my house,loan,\"their  50 %\nfee\"\n"
                + "100 %,all of it,card,plastic\n");
  }

  @Test
  void labelsAreEscapedOrPlain() throws IOException {
    assertThat(read()).containsExactly("Home%20loan|my house", "100%20%25|all of it");
    assertThat(read("-labels", "plain")).containsExactly("Home loan|my house", "100 %|all of it");
  }

  @Test
  void columnsCanBeNamed() throws IOException {
    assertThat(read("-textColumn", "words", "-labelColumn", "kind"))
        .containsExactly("loan|their 50 % fee", "card|plastic");
  }

  @Test
  void labelsCanBeMappedAndOthersAreDropped() throws IOException {
    Path map = Files.writeString(folder.resolve("map.csv"), "label,category\nHome loan,Mortgage\n");

    assertThat(read("-labelMap", map.toString())).containsExactly("Mortgage|my house");
  }

  @Test
  void theStreamCanBeReadAgainAsCrossValidationDoes() throws IOException {
    try (ObjectStream<DocumentSample> samples = open()) {
      DocumentSample first = samples.read();
      samples.read();
      assertThat(samples.read()).isNull();
      samples.reset();
      assertThat(samples.read()).isEqualTo(first);
    }
  }

  @Test
  void aTextWithoutATokenIsNoSample() throws IOException {
    Files.writeString(data, "category,narrative\na,\u00a0\nb,text\n");
    assertThat(read()).containsExactly("b|text");
  }

  @Test
  void openNlpsCommandsCanShowTheParameters() {
    assertThat(ArgumentParser.createUsage(new DocketFormat().getParameters()))
        .contains("-data file", "[-labelMap file]", "[-labels escaped|plain]");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> open("-textColumn", "nope"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no column \"nope\"");
    assertThatThrownBy(() -> open("-labels", "nice"))
        .isInstanceOf(DocketException.class)
        .hasMessage("-labels must be escaped or plain, but is \"nice\"");
  }

  private List<String> read(String... more) throws IOException {
    List<String> read = new ArrayList<>();
    try (ObjectStream<DocumentSample> samples = open(more)) {
      for (DocumentSample s = samples.read(); s != null; s = samples.read()) {
        read.add(s.getCategory() + "|" + String.join(" ", s.getText()));
      }
    }
    return read;
  }

  private ObjectStream<DocumentSample> open(String... more) {
    List<String> arguments = new ArrayList<>(List.of("-data", data.toString()));
    arguments.addAll(List.of(more));
    return new DocketFormat().create(arguments.toArray(String[]::new));
  }
}
