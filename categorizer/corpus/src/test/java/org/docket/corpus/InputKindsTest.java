/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.docket.corpus.CorpusOptions.Builder;
import org.docket.corpus.rows.QuoteEscape;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people really send, kind by kind: a name, what is in the file, and what must be read. */
class InputKindsTest {

  private static final Path INPUTS = Path.of("src/test/resources/org/docket/corpus/inputs");

  private final List<String> read = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path folder;

  /** A file, and its documents as {@code label|text}. */
  record Kind(String name, String content, List<String> documents) {

    @Override
    public String toString() {
      return name + ": " + content.replaceAll("\\R", "\u23ce").replace('\t', '\u2192');
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        // Delimiters and quotes
        kind("a.csv", "category,narrative\nA,one\nB,two\n", "A|one", "B|two"),
        kind("a.csv", "category;narrative\nA;one, and, more\n", "A|one, and, more"),
        kind("a.csv", "category\tnarrative\nA\tone, and; more\n", "A|one, and; more"),
        kind("a.tsv", "category\tnarrative\nA x\tone\n", "A x|one"),
        kind("a.csv", "category|narrative\nA|one\n", "A|one"),
        kind("a.csv", "\"category\";\"narrative\"\n\"A\";\"one;\ntwo\"\n", "A|one;\ntwo"),
        kind("a.csv", "sep=;\ncategory;narrative\nA;one, two\n", "A|one, two"),
        kind("a.csv", "\"sep=|\"\r\ncategory|narrative\r\nA|one\r\n", "A|one"),
        kind("a.csv", "\uFEFFSEP=,\r\ncategory,narrative\r\nA,one\r\n", "A|one"),
        kind(
            "a.csv",
            "sep=;\nid;category;narrative\n1;A;one\nsep=;\nid;category;narrative\n2;B;two\n",
            "A|one",
            "B|two"),
        kind("a.csv", "sep=,\ncategory,narrative\nA,one\nsep=,\nB,two\n", "A|one", "B|two"),
        kind("a.csv", "category,narrative\nA, \"one, two\" \n B ,\t\"x\"\n", "A|one, two", "B|x"),
        kind("a.csv", "category,narrative\nA,\"said \\\"no\\\", twice\"\n", "A|said \"no\", twice"),
        kind(
            "a.csv",
            "category,narrative\nA,\"C:\\\"\nB,\"say \"\"x\"\"\"\n",
            "A|C:\\",
            "B|say \"x\""),
        kind("a.csv", "category,narrative\nA,a 5\" pipe\n", "A|a 5\" pipe"),
        // Line ends and marks
        kind("a.csv", "category,narrative\rA,one\rB,two", "A|one", "B|two"),
        kind("a.csv", "category,narrative\r\nA,\"one\r\ntwo\"\n\n\nB,x\r", "A|one\r\ntwo", "B|x"),
        kind("a.csv", "\uFEFFcategory,narrative\nA,one\n", "A|one"),
        kind("a.csv", "\uFEFF\"category\",\"narrative\"\nA,one\n", "A|one"),
        kind(
            "a.csv",
            "category,narrative\nA,nul\u0000inside\n   \nB,x\n",
            "A|nul\u0000inside",
            "B|x"),
        // Headers
        kind("a.csv", "CATEGORY , Narrative\nA,one\n", "A|one"),
        kind("a.csv", "complaint_what_happened,product\none,A\n", "A|one"),
        kind("a.csv", "Product,Consumer_Complaint-Narrative\nA,one\n", "A|one"),
        kind("a.csv", "product,consumer_complaint_narrative\nA,one\n", "A|one"),
        kind("a.csv", ",category,x,x,narrative\n1,A,2,3,one\n", "A|one"),
        kind("a.csv", "category,narrative\nA,one\ncategory,narrative\nB,two\n", "A|one", "B|two"),
        kind(
            "a.csv",
            "category,narrative\nA,one\n\uFEFF\"Category\", \"narrative\"\r\nB,two\n",
            "A|one",
            "B|two"),
        kind("a.csv", "category,narrative\nA,one\nnarrative,category\ntwo,B\n", "A|one", "B|two"),
        kind(
            "a.csv",
            "Product,Consumer complaint narrative\nA,one\nproduct,complaint_what_happened,id\nB,two,7\n",
            "A|one",
            "B|two"),
        // Joined files with marks
        kind(
            "a.jsonl",
            "{\"label\":\"A\",\"text\":\"one\"}\n\uFEFF{\"label\":\"B\",\"text\":\"two\"}\n",
            "A|one",
            "B|two"),
        kind(
            "a.json",
            "[{\"label\":\"A\",\"text\":\"one\"}]\uFEFF[\n{\"label\":\"B\",\"text\":\"two\"}]\n\uFEFF",
            "A|one",
            "B|two"),
        kind("a.tsv", "A x\tone\n\uFEFFB x\ttwo\n\uFEFF", "A x|one", "B x|two"),
        // Named otherwise
        kind("a.txt", "id;Product;Consumer complaint narrative\n1;A;one\n", "A|one"),
        kind("a.txt", "{\"product\":\"A\",\"narrative\":\"one\"}\n", "A|one"),
        kind("a.csv", "{\"product\":\"A\",\"narrative\":\"one\"}\n", "A|one"),
        kind("a.csv", "[{\"product\":\"A\",\"narrative\":\"one\"}]", "A|one"),
        // Label and text
        kind(
            "a.tsv",
            "Debt collection\tThey call\nStudent loan\tLost\tform\n",
            "Debt collection|They call",
            "Student loan|Lost\tform"),
        kind("a.tsv", "A\tone\n", "A|one"),
        kind(
            "a.tsv",
            "\"A\"\t\"said \"\"no\"\"\"\nB\t\"one\" two\n",
            "A|said \"no\"",
            "B|\"one\" two"),
        kind(
            "a.txt",
            "Debt collection\tThey call\nLoan\tLost my form\n",
            "Debt collection|They call",
            "Loan|Lost my form"),
        kind("a.txt", "Debt one two\nLoan\tLost my form\n", "Debt|one two", "Loan|Lost my form"),
        kind("a.train", "Debt%20x one\ttwo\n\nB\tthree\n", "Debt x|one\ttwo", "B|three"),
        // JSON
        kind(
            "a.jsonl",
            "{\"label\":\"A\",\"text\":\"one\\ntwo\"}\n\n{\"text\":\"x\",\"label\":\"B\"}",
            "A|one\ntwo",
            "B|x"),
        kind(
            "a.json",
            "[\n{\"Product\":\"A\",\"narrative\":\"one\"},\n{\"Product\":\"B\",\"narrative\":null}\n]\n",
            "A|one"),
        kind(
            "a.json",
            "{\n  \"product\": \"A\",\n  \"text\": \"one\"\n}\n{\n  \"product\": \"B\",\n  \"text\": \"two\"\n}\n",
            "A|one",
            "B|two"),
        kind(
            "a.json",
            "[{\"_index\":\"c\",\"_source\":{\"product\":\"A\",\"complaint_what_happened\":\"one\"}}]",
            "A|one"),
        kind(
            "a.jsonl",
            "{\"label\":7,\"text\":[\"one\",\"two\"]}\n{\"label\":[\"B\"],\"text\":3.10}\n",
            "7|one\ntwo",
            "B|3.10"),
        kind(
            "a.jsonl", "\uFEFF{\"label\":\"A\",\"text\":\"\\ud83d\\ude00\"}\r\n", "A|\uD83D\uDE00"),
        // Labels
        kind(
            "a.csv",
            "category,narrative\nDebt\u00a0 collection\u200b,x\n\u2003De\u00adbt collection ,y\n",
            "Debt collection|x",
            "Debt collection|y"),
        kind(
            "a.csv",
            "category,narrative\nPre\u0302t,x\nPr\u00eat,y\n\"two\nlines\",z\n",
            "Pr\u00eat|x",
            "Pr\u00eat|y",
            "two lines|z"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindIsRead(Kind kind) throws IOException {
    read(file(kind.name(), kind.content()), o -> o);
    assertThat(read).isEqualTo(kind.documents());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindIsReadFromStandardInputToo(Kind kind) {
    // What has no header is told by names only, or by an option.
    boolean named = kind.name().equals("a.tsv") && !kind.content().startsWith("category");
    read(
        Input.of(
            new ByteArrayInputStream(kind.content().getBytes(StandardCharsets.UTF_8)),
            "standard input"),
        o -> named ? o.format(CorpusFormat.TSV) : o);
    assertThat(read).isEqualTo(kind.documents());
  }

  @Test
  void theInputsThatWereSentAreRead() throws IOException {
    assertThat(sent("04-backslash.csv"))
        .containsExactly(
            "Mortgage|They said \"no\" to me\nand, then they hung up", "Student loan|fine text");
    assertThat(notices)
        .containsExactly(
            INPUTS.resolve("04-backslash.csv")
                + ": quotes inside of quotes are escaped by backslashes, and read so"
                + " (--quote-escape double reads otherwise)",
            "2 categories have one document only: \"Mortgage\", \"Student loan\"");
    assertThat(sent("04-many-backslash.csv"))
        .hasSize(200)
        .allMatch(d -> d.startsWith("Mortgage|They said \"no\""));
    assertThat(sent("05-tabs.tsv"))
        .containsExactly("Debt collection|They call me daily", "Student loan|They lost my form");
    assertThat(sent("05-lines.jsonl")).containsExactly("Mortgage|escrow is wrong");
    assertThat(sent("11-semicolon.csv")).containsExactly("Mortgage|They lost it, twice");
    assertThat(sent("11-sep-line.csv")).containsExactly("Mortgage|They lost it, twice");
    assertThat(sent("12-utf16.csv")).containsExactly("Mortgage|escrow");
    List<String> joined =
        List.of(
            "Mortgage|escrow one",
            "Mortgage|escrow two",
            "Student loan|form one",
            "Student loan|form two");
    for (String name : List.of("17-cat.csv", "17-cat.csv.gz")) {
      assertThat(sent(name)).isEqualTo(joined);
      assertThat(notices)
          .containsExactly(
              INPUTS.resolve(name)
                  + ": the header stands again once, as in files that were joined; not read as rows"
                  + " (line 4)");
    }
    assertThat(sent("18-two.zip")).hasSize(4);
    assertThat(sent("27-api.csv")).containsExactly("Mortgage|escrow one");
    assertThat(sent("27-kaggle.csv")).containsExactly("Mortgage|escrow one");
    assertThat(sent("28-blank-quote.csv")).containsExactly("Mortgage|They lost it, twice");
  }

  @Test
  void whatIsNotUtf8IsToldWithTheLineTheEncodingAndTheOption() {
    assertThatThrownBy(() -> sent("12-cp1252.csv"))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(
            INPUTS.resolve("12-cp1252.csv")
                + ", line 2: the row is not in UTF-8; it is likely windows-1252: add --encoding"
                + " windows-1252: \"Mortgage");
    read(
        Input.of(INPUTS.resolve("12-cp1252.csv")),
        o -> o.encoding(Charset.forName("windows-1252")));
    assertThat(read).containsExactly("Mortgage|I can\u2019t pay \u2013 ever");
  }

  @Test
  void backslashesReadAsTwoQuotesNeverGiveALabelOutOfANarrative() {
    assertThatThrownBy(
            () ->
                read(
                    Input.of(INPUTS.resolve("04-many-backslash.csv")),
                    o -> o.quoteEscape(QuoteEscape.DOUBLE).onBadRow(OnBadRow.SKIP)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("200 of 200 rows are bad, which is more than half")
        .hasMessageContaining("add --quote-escape backslash");
    assertThat(read).isEmpty();
  }

  @Test
  void spellingsOfALabelAreToldWithCountsAndMergedByOption() throws IOException {
    assertThat(sent("19-labels.csv")).hasSize(5);
    assertThat(notices)
        .containsExactly(
            "labels that differ only in case or punctuation stayed apart: \"Debt collection\" 3,"
                + " \"debt collection\" 1, \"DEBT COLLECTION\" 1 (--merge-labels makes them one)",
            "2 categories have one document only: \"debt collection\", \"DEBT COLLECTION\"");
    notices.clear();
    read.clear();
    read(Input.of(INPUTS.resolve("19-labels.csv")), o -> o.mergeLabels(true));
    assertThat(read).hasSize(5).allMatch(document -> document.startsWith("Debt collection|"));
    assertThat(notices)
        .containsExactly(
            "labels that differ only in case or punctuation were merged into the first: \"Debt"
                + " collection\" 3, \"debt collection\" 1, \"DEBT COLLECTION\" 1");
  }

  @Test
  void everyRowComesWithItsNumberItsLineAndItsColumns() {
    List<String> rows = new ArrayList<>();
    Corpus.rows(
        Input.of(INPUTS.resolve("06-ragged.csv")),
        CorpusOptions.builder()
            .labelled(false)
            .keep(List.of("Complaint ID"))
            .onBadRow(OnBadRow.SKIP)
            .build(),
        new RowHandler() {
          @Override
          public void columns(List<String> kept) {
            rows.add(kept.toString());
          }

          @Override
          public void row(Row row) {
            rows.add(
                row.number()
                    + "/"
                    + row.line()
                    + " "
                    + row.kept()
                    + row.text()
                    + row.problem().orElse(""));
          }
        });
    assertThat(rows)
        .containsExactly(
            "[complaint_id]",
            "1/2 [c1]My mortgage escrow is wrong",
            "2/3 [c2]",
            "3/4 []the row has 3 columns, and the header has 2 (what has the delimiter in it must be in quotes)",
            "4/5 [c3]Collectors call me daily");
  }

  private List<String> sent(String name) {
    read.clear();
    notices.clear();
    read(Input.of(INPUTS.resolve(name)), o -> o);
    return List.copyOf(read);
  }

  private void read(Input input, UnaryOperator<Builder> options) {
    Corpus.read(
        input,
        options.apply(CorpusOptions.builder().notices(notices::add)).build(),
        document -> read.add(document.category() + "|" + document.text()));
  }

  private Input file(String name, String content) throws IOException {
    return Input.of(Files.writeString(folder.resolve(name), content));
  }

  private static Kind kind(String name, String content, String... documents) {
    return new Kind(name, content, List.of(documents));
  }
}
