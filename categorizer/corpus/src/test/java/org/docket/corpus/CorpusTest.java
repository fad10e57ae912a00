/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  private static final String CFPB =
      "Date received,Product,Issue,Consumer complaint narrative\n"
          + "2024-01-02,Mortgage,x,\"They said \"\"no\"\",\nand hung up\"\n"
          + "2024-01-03,Mortgage,x,\n"
          + "2024-01-04,Other financial service,x,Something else\n"
          + "2024-01-05,,x,No product\n";

  private final List<LabelledText> read = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void readsTheCfpbsOwnColumnsWithQuotedLineBreaks() throws IOException {
    CorpusOptions options =
        CorpusOptions.defaults().withLabelMap(LabelMap.of(Map.of("Mortgage", "Home loan")));
    CorpusCounts counts = Corpus.read(file("c.csv", CFPB), options, read::add);
    assertThat(read)
        .containsExactly(new LabelledText("Home loan", "They said \"no\",\nand hung up"));
    assertThat(counts)
        .isEqualTo(
            new CorpusCounts(
                1, 1, 1, 0, new java.util.TreeMap<>(Map.of("Other financial service", 1L))));
    assertThat(counts.leftOut()).isEqualTo("1 without text, 1 without label, 1 not in label map");
  }

  @Test
  void gzipZipAndByteOrderMarkAreToldByTheirFirstBytes() throws IOException {
    String marked = "\uFEFFnarrative,category\nhello,a\n";
    Path gz = folder.resolve("c.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(marked.getBytes(StandardCharsets.UTF_8));
    }
    Path zip = folder.resolve("complaints.csv.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("complaints.csv"));
      out.write(marked.getBytes(StandardCharsets.UTF_8));
    }
    for (Path path : List.of(gz, zip, file("plain.csv", marked))) {
      read.clear();
      Corpus.read(path, CorpusOptions.defaults(), read::add);
      assertThat(read).as(path.toString()).containsExactly(new LabelledText("a", "hello"));
    }
  }

  @Test
  void aMissingColumnIsNamedWithTheOnesThatAreThere() throws IOException {
    Path path = file("c.csv", "a,b\n1,2\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            path
                + " has no column \"Consumer complaint narrative\" or \"narrative\"; its columns are:"
                + " a, b. Name the text column with --text-column");
  }

  @Test
  void otherColumnsByOption() throws IOException {
    Path path = file("c.csv", "a,b\nlabel,some text\n");
    Corpus.read(path, options("b", "a"), read::add);
    assertThat(read).containsExactly(new LabelledText("label", "some text"));
  }

  @Test
  void aBadRowIsRefusedWithItsLineOrCounted() throws IOException {
    Path path = file("c.csv", "category,narrative\na,\"two\nlines\"\nb,x,y\nc,fine\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(path + ", line 4: the row has 3 columns, and the header has 2: \"b,x,y\"");
    read.clear();
    CorpusCounts counts =
        Corpus.read(path, CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP), read::add);
    assertThat(counts.bad()).isEqualTo(1);
    assertThat(read).extracting(LabelledText::category).containsExactly("a", "c");
  }

  @Test
  void aQuoteThatIsNotClosedIsABadRow() throws IOException {
    Path path = file("c.csv", "category,narrative\na,fine\nb,\"never closed\nand on\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(path + ", line 3: ");
    CorpusCounts counts =
        Corpus.read(path, CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP), read::add);
    assertThat(counts.bad()).isEqualTo(1);
    assertThat(counts.documents()).isEqualTo(1);
  }

  @Test
  void anEndlessRowDoesNotEatTheHeap() {
    Reader endless = new EndlessReader("category,narrative\na,\"");
    assertThatThrownBy(
            () ->
                Corpus.read(
                    endless, "endless", CorpusFormat.CSV, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("endless, line 2: a row is longer than 20000000 characters");
    assertThatThrownBy(
            () ->
                Corpus.read(
                    new EndlessReader("a "),
                    "endless",
                    CorpusFormat.OPENNLP,
                    CorpusOptions.defaults(),
                    read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("endless, line 1: a row is longer");
  }

  @Test
  void truncatedGzipAndMissingFilesAreNamed() throws IOException {
    Path gz = folder.resolve("c.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(CFPB.repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(gz, java.util.Arrays.copyOf(Files.readAllBytes(gz), 60));
    assertThatThrownBy(() -> Corpus.read(gz, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(gz + " cannot be read: ");
    assertThatThrownBy(
            () -> Corpus.read(folder.resolve("no.csv"), CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageEndingWith("no.csv does not exist");
  }

  @Test
  void bothFormatsKeepLabelsAndWords() throws IOException {
    List<LabelledText> documents =
        List.of(
            new LabelledText("Prêt, étudiant 100 %", "one, \"two\" three"),
            new LabelledText("a_b\tc%20d", "München"));
    for (String name : List.of("c.train", "c.train.gz", "c.csv", "c.csv.gz")) {
      Path path = folder.resolve(name);
      try (CorpusWriter writer = new CorpusWriter(path, CorpusFormat.of(path))) {
        documents.forEach(writer::write);
      }
      read.clear();
      Corpus.read(path, CorpusOptions.defaults(), read::add);
      assertThat(read).as(name).isEqualTo(documents);
    }
    assertThat(Files.readString(folder.resolve("c.train")))
        .startsWith("Prêt,%20étudiant%20100%20%25 one, \"two\" three\n");
  }

  @Test
  void aLineWithoutTextIsBad() throws IOException {
    Path path = file("c.train", "a some text\n\n  \nb\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(path + ", line 4: the line has a category and no text: \"b\"");
  }

  private static CorpusOptions options(String textColumn, String labelColumn) {
    return new CorpusOptions(
        Optional.empty(),
        Optional.of(textColumn),
        Optional.of(labelColumn),
        Optional.empty(),
        OnBadRow.FAIL,
        true);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Some text, and then the letter x for ever. */
  private static final class EndlessReader extends Reader {

    private final String start;
    private int position;

    EndlessReader(String start) {
      this.start = start;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++, position++) {
        buffer[offset + i] = position < start.length() ? start.charAt(position) : 'x';
      }
      return length;
    }

    @Override
    public void close() {}
  }
}
