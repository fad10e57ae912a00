/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  private static final String CFPB =
      "Date received,Product,Issue,Consumer complaint narrative\n"
          + "2024-01-02,Mortgage,x,\"They said \"\"no\"\",\nand hung up\"\n"
          + "2024-01-03,Mortgage,x,\n"
          + "2024-01-04,Other financial service,x,Something else\n"
          + "2024-01-05,,x,No product\n";

  private static final String SKIP = " (--on-bad-row skip leaves such rows out)";

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
            new CorpusCounts(1, 1, 1, 0, new TreeMap<>(Map.of("Other financial service", 1L))));
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
  void aSubProductMayStandInTheFirstColumn() throws IOException {
    Path map = file("map.csv", "Loan,Vehicle loan,Vehicle\nLoan,Personal\n");
    Path path = file("c.csv", "sub_product,category,narrative\n Vehicle loan , Loan ,x\n,Loan,y\n");
    Corpus.read(path, CorpusOptions.defaults().withLabelMap(LabelMap.read(map)), read::add);
    assertThat(read)
        .containsExactly(new LabelledText("Vehicle", "x"), new LabelledText("Personal", "y"));
  }

  @Test
  void withoutLabelsTextsAreAllThatIsAskedFor() throws IOException {
    CorpusOptions unlabelled = CorpusOptions.builder().labelled(false).build();
    Path path = file("c.csv", "id,narrative\n1,one\n2, \n3,\" three \"\n");
    CorpusCounts counts = Corpus.read(path, unlabelled, read::add);
    assertThat(read).containsExactly(new LabelledText("", "one"), new LabelledText("", " three "));
    assertThat(counts).isEqualTo(new CorpusCounts(2, 1, 0, 0, new TreeMap<>()));
  }

  @Test
  void aHeaderIsNeeded() throws IOException {
    Path empty = file("empty.csv", "\uFEFF\n\r\n");
    assertThatThrownBy(() -> Corpus.read(empty, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(empty + " is empty; a CSV begins with the names of its columns");
    Path bad = file("bad.csv", "category,\"narrative\"s\na,b\n");
    CorpusOptions skip = CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP);
    assertThatThrownBy(() -> Corpus.read(bad, skip, read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(
            bad
                + ", line 1: the names of the columns cannot be read, for a quoted field goes on after its closing quote");
  }

  @Test
  void aLongBadRowIsShownUpToALimit() throws IOException {
    String sixty = "b,c,".repeat(15);
    Path path = file("c.csv", "category,narrative\n" + sixty + "\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .hasMessageContaining(": \"" + sixty + "\" (");
    Path longer = file("d.csv", "category,narrative\n" + sixty + "d\n");
    assertThatThrownBy(() -> Corpus.read(longer, CorpusOptions.defaults(), read::add))
        .hasMessageContaining(": \"" + sixty + "\u2026\" (");
  }

  @Test
  void aMissingColumnIsNamedWithTheOnesThatAreThere() throws IOException {
    Path path = file("c.csv", "a,b\n1,2\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            path
                + " has no column for the text, such as \"Consumer complaint narrative\","
                + " \"complaint_what_happened\", \"narrative\", and no column for the label, such as"
                + " \"Product\", \"category\", \"label\"; its columns are: a, b. Name what is meant"
                + " with --label-column and --text-column; a table without a header needs one, such"
                + " as category,narrative, before its first row");
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
        .hasMessage(
            path
                + ", line 4: the row has 3 columns, and the header has 2 (what has the delimiter in it must be in quotes): \"b,x,y\""
                + SKIP);
    read.clear();
    CorpusCounts counts =
        Corpus.read(path, CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP), read::add);
    assertThat(counts.bad()).isEqualTo(1);
    assertThat(read).extracting(LabelledText::category).containsExactly("a", "c");
  }

  @Test
  void aQuoteThatIsNotClosedIsABadRow() throws IOException {
    Path path = file("c.csv", "category,narrative\na,fine\nb,\"never closed\na,last\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(path + ", line 3: a quote is never closed: \"b,\"never closed\"" + SKIP);
    read.clear();
    CorpusCounts counts =
        Corpus.read(path, CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP), read::add);
    assertThat(counts.bad()).isEqualTo(1);
    assertThat(read).containsExactly(new LabelledText("a", "fine"), new LabelledText("a", "last"));
  }

  @Test
  void readingGoesOnAfterEachKindOfBadRow() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8("category,narrative\na,\"two\nlines\"\nb,\"quoted\" and not\nc,caf"));
    bytes.write(0xE9);
    bytes.writeBytes(utf8("\nd,caf\u00e9\ne\nf,a 5\" pipe\n"));
    Path path = Files.write(folder.resolve("c.csv"), bytes.toByteArray());
    CorpusCounts counts =
        Corpus.read(path, CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP), read::add);
    assertThat(counts.bad()).isEqualTo(3);
    assertThat(read)
        .containsExactly(
            new LabelledText("a", "two\nlines"),
            new LabelledText("d", "caf\u00e9"),
            new LabelledText("f", "a 5\" pipe"));
  }

  @Test
  void aBadRowIsShown() throws IOException {
    Path quoted = file("c.csv", "category,narrative\r\na,fine\r\nb,\"quoted\" and not\r\n");
    assertThatThrownBy(() -> Corpus.read(quoted, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(quoted + ", line 3: a quoted field goes on after its closing quote")
        .hasMessageContaining(": \"b,\"quoted\" and not\" (");
    byte[] latin = "category,narrative\na,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Path other = Files.write(folder.resolve("latin.csv"), latin);
    assertThatThrownBy(() -> Corpus.read(other, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(", line 2: the row is not in UTF-8");
  }

  @Test
  void lineEndsOfAllKinds() throws IOException {
    Path path = file("c.csv", "category,narrative\ra,one\r\nb,two\n\nc,three");
    Corpus.read(path, CorpusOptions.defaults(), read::add);
    assertThat(read).extracting(LabelledText::text).containsExactly("one", "two", "three");
  }

  @Test
  void aColumnThatStandsTwiceIsRefused() throws IOException {
    Path path = file("c.csv", "category,narrative,category\na,b,c\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageEndingWith("has two columns \"category\"");
  }

  @Test
  void ofAZipTheFirstCsvIsRead() throws IOException {
    Path zip = folder.resolve("complaints.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("README.md", "__MACOSX/._c.csv", "data/c.csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(utf8(name.startsWith("data") ? "category,narrative\na,hello\n" : "junk"));
      }
    }
    Corpus.read(zip, CorpusOptions.defaults(), read::add);
    assertThat(read).containsExactly(new LabelledText("a", "hello"));
  }

  @Test
  void subProductsDecideWhereTheProductAloneIsAmbiguous() throws IOException {
    Path map = file("map.csv", "Consumer Loan,Vehicle loan,Vehicle\nMortgage,Mortgage\n");
    Path path =
        file(
            "c.csv",
            "Product,Sub-product,narrative\n"
                + "Consumer Loan,Vehicle loan,x\nConsumer Loan,Pawn loan,y\nMortgage,FHA,z\n");
    CorpusCounts counts =
        Corpus.read(path, CorpusOptions.defaults().withLabelMap(LabelMap.read(map)), read::add);
    assertThat(read)
        .containsExactly(new LabelledText("Vehicle", "x"), new LabelledText("Mortgage", "z"));
    assertThat(counts.unmapped()).isEqualTo(Map.of("Consumer Loan", 1L));
  }

  @Test
  void aRowHasALimitAndReadingGoesOnAfterIt() throws IOException {
    String unclosed = "b,\"" + "x".repeat(Corpus.MAX_ROW);
    Path csv = file("c.csv", "category,narrative\na,one\n" + unclosed + "\na,last\n");
    assertThatThrownBy(() -> Corpus.read(csv, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(csv + ", line 3: the row is longer than 20000000 characters")
        .hasMessageContaining("xxx\u2026\"");
    Path lines = file("c.train", "a one\n" + unclosed + "\nc last\n");
    for (Path path : List.of(csv, lines)) {
      read.clear();
      CorpusCounts counts =
          Corpus.read(path, CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP), read::add);
      assertThat(counts.bad()).isEqualTo(1);
      assertThat(read).extracting(LabelledText::text).containsExactly("one", "last");
    }
  }

  @Test
  void truncatedGzipAndMissingFilesAreNamed() throws IOException {
    Path gz = folder.resolve("c.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(CFPB.repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(gz, Arrays.copyOf(Files.readAllBytes(gz), 60));
    assertThatThrownBy(() -> Corpus.read(gz, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(gz + " is cut off");
    assertThatThrownBy(
            () -> Corpus.read(folder.resolve("no.csv"), CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessageEndingWith("no.csv does not exist; there is c.csv.gz");
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
      // A tab in a label is a blank as any other.
      assertThat(read)
          .as(name)
          .containsExactly(documents.get(0), new LabelledText("a_b c%20d", "München"));
    }
    assertThat(Files.readString(folder.resolve("c.train")))
        .startsWith("Prêt,%20étudiant%20100%20%25 one, \"two\" three\n");
  }

  @Test
  void aLineWithoutTextIsBad() throws IOException {
    Path path = file("c.train", "a some text\n\n  \nb\n");
    assertThatThrownBy(() -> Corpus.read(path, CorpusOptions.defaults(), read::add))
        .isInstanceOf(DocketException.class)
        .hasMessage(path + ", line 4: the line has a category and no text: \"b\"" + SKIP);
  }

  private static CorpusOptions options(String textColumn, String labelColumn) {
    return CorpusOptions.builder().textColumn(textColumn).labelColumn(labelColumn).build();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void columnsThatMayBeThereComeAlongLastAndEmptyWhereTheyAreNot() throws Exception {
    CorpusOptions options =
        CorpusOptions.builder().keep(List.of("nr")).keepIfThere(List.of("id", "at")).build();
    Path csv =
        Files.writeString(folder.resolve("a.csv"), "ID,category,text,nr\n7,Card,my card,1\n");
    Path json =
        Files.writeString(
            folder.resolve("a.jsonl"),
            "{\"category\": \"Card\", \"text\": \"a\", \"nr\": 1}\n"
                + "{\"category\": \"Card\", \"text\": \"a\", \"nr\": 2, \"id\": 8}\n");
    Path lines = Files.writeString(folder.resolve("a.txt"), "Card my card\n");

    assertThat(kept(csv, options)).containsExactly("[nr, id, at]", "[1, 7, ]");
    assertThat(kept(json, options)).containsExactly("[nr, id, at]", "[1, , ]", "[2, 8, ]");
    assertThat(kept(lines, options.toBuilder().keep(List.of()).build())).endsWith("[]");
  }

  private static List<String> kept(Path file, CorpusOptions options) {
    List<String> kept = new ArrayList<>();
    try (CorpusReader reader = new CorpusReader(options)) {
      reader.read(
          Input.of(file),
          new DocumentHandler() {
            @Override
            public void columns(List<String> names) {
              kept.add(names.toString());
            }

            @Override
            public void document(LabelledText document, Row row) {
              kept.add(row.kept().toString());
            }
          });
    }
    return kept;
  }

  @Test
  void knownColumnsDoWhereThoseThatWereNamedAreNot() throws Exception {
    CorpusOptions named =
        CorpusOptions.builder()
            .textColumn("body")
            .labelColumn("queue")
            .orKnownColumns(true)
            .build();
    Path own = Files.writeString(folder.resolve("a.csv"), "queue,category,body\nA,B,text\n");
    Path known = Files.writeString(folder.resolve("b.csv"), "category,narrative\nB,text\n");
    Path json =
        Files.writeString(
            folder.resolve("c.jsonl"), "{\"category\": \"B\", \"narrative\": \"text\"}\n");

    assertThat(read(own, named)).containsExactly(new LabelledText("A", "text"));
    assertThat(read(known, named)).containsExactly(new LabelledText("B", "text"));
    assertThat(read(json, named)).containsExactly(new LabelledText("B", "text"));
    assertThatThrownBy(() -> read(known, named.toBuilder().orKnownColumns(false).build()))
        .hasMessageContaining("no column \"body\"");
  }

  @Test
  void whatMayBeACategoryAlreadyPassesALabelMap() throws Exception {
    CorpusOptions options =
        CorpusOptions.builder()
            .labelMap(LabelMap.of(Map.of("Credit card", "Card", "Card", "Other")))
            .categoriesToo(true)
            .build();
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "category,text\nCredit card,a\nCard,b\nCrypto,c\n");

    assertThat(read(file, options))
        .extracting(LabelledText::category)
        .containsExactly("Card", "Card", "Crypto");
  }

  private static List<LabelledText> read(Path file, CorpusOptions options) {
    List<LabelledText> texts = new ArrayList<>();
    Corpus.read(file, options, texts::add);
    return texts;
  }
}
