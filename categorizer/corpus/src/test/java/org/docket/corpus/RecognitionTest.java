/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.docket.corpus.CorpusOptions.Builder;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which format, which columns: what is found, what is told, and what is refused. */
class RecognitionTest {

  private final List<String> rows = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Complaint, filed today, about a card\nanother line\n",
        "text\n",
        "Text of my letter, product unknown\n",
        "{not json} at all\n",
        "[2024-01-02] they called\n",
        "\"They said, no\"\n",
        "Mortgage\tescrow is wrong\n",
        "sep=;\n"
      })
  void aPlainTextForClassifyIsATextInEachLine(String content) {
    texts(content);
    assertThat(rows).containsExactlyElementsOf(content.lines().toList());
    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'id,narrative\n7,one\n' | is read as a CSV with a header",
        "'Consumer complaint narrative\none\n' | is read as a CSV with a header",
        "'id;text\n7;one\n' | is read as a CSV with a header",
        "'{\"text\":\"one\"}\n' | is read as JSON",
        "'{\"hits\":{\"total\":1,\"hits\":[{\"_source\":{\"complaint_what_happened\":\"one\"}}]}}' | is"
            + " read as JSON"
      })
  void onStandardInputTablesAndJsonAreRecognisedAndTold(String content, String told) {
    texts(content);
    assertThat(rows).containsExactly("one");
    assertThat(notices).containsExactly("standard input " + told + " (--input-format decides)");
  }

  @Test
  void whatAFileIsNotByItsNameIsTold() throws IOException {
    read(file("a.txt", "Debt collection\tThey call\n"), o -> o);
    read(file("b.csv", "{\"label\":\"Debt\",\"text\":\"They call\"}\n"), o -> o);
    read(file("c.train", "Product,Narrative\nDebt,They call\n"), o -> o);
    assertThat(notices)
        .contains(
            folder.resolve("a.txt")
                + " is read as label, tab and text in each line (--input-format decides)",
            folder.resolve("b.csv") + " is read as JSON (--input-format decides)",
            folder.resolve("c.train") + " is read as a CSV with a header (--input-format decides)");
    assertThat(rows)
        .containsExactly("Debt collection|They call", "Debt|They call", "Debt|They call");
  }

  @Test
  void theFormatThatIsAskedForIsTaken() throws IOException {
    Path path = file("a.csv", "{\"label\":\"Debt\",\"text\":\"They call\"}\n");
    read(path, o -> o.format(CorpusFormat.OPENNLP));
    assertThat(rows).containsExactly("{\"label\":\"Debt\",\"text\":\"They|call\"}");
  }

  @Test
  void allMissingColumnsAreNamedAtOnceWithTheNearest() throws IOException {
    Path path = file("c.csv", "produkt,narativ,id\n1,2,3\n");
    assertThatThrownBy(() -> read(path, o -> o.keep(List.of("identity"))))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            path
                + " has no column for the text, such as \"Consumer complaint narrative\","
                + " \"complaint_what_happened\", \"narrative\" (did you mean \"narativ\"?), and no"
                + " column for the label, such as \"Product\", \"category\", \"label\" (did you mean"
                + " \"produkt\"?), and no column \"identity\"; its columns are: produkt, narativ, id."
                + " Name what is meant with --keep or --id-column and --label-column and"
                + " --text-column");
    assertThatThrownBy(() -> read(path, o -> o.textColumn("Narrativ").labelColumn("Produkt")))
        .hasMessageContaining(
            "has no column \"Narrativ\" (did you mean \"narativ\"?); its columns");
  }

  @Test
  void anOptionsNameMatchesExactlyFirstAndThenLoosely() throws IOException {
    read(
        file("a.csv", "my text,My_Text,Kind\none,two,A\n"),
        o -> o.textColumn("My_Text").labelColumn("kind"));
    assertThat(rows).containsExactly("A|two");
    Path path = folder.resolve("a.csv");
    assertThatThrownBy(() -> read(path, o -> o.textColumn("MY TEXT").labelColumn("kind")))
        .isInstanceOf(DocketException.class)
        .hasMessage(path + " has two columns \"my text\" and \"My_Text\", which differ too little");
  }

  @Test
  void ofTwoKnownColumnsTheFirstByOrderIsReadAndTold() throws IOException {
    read(file("a.csv", "text,label,product,narrative\none,A,B,two\n"), o -> o);
    assertThat(rows).containsExactly("A|two");
    assertThat(notices)
        .contains(
            folder.resolve("a.csv")
                + ": of the columns \"narrative\" and \"text\", \"narrative\" is read for the text;"
                + " --text-column chooses another",
            folder.resolve("a.csv")
                + ": of the columns \"label\" and \"product\", \"label\" is read for the label;"
                + " --label-column chooses another");
  }

  @Test
  void aKnownNameAsItIsKnownComesBeforeOneInAnotherCase() throws IOException {
    read(file("a.csv", "product,category,Narrative\nA,B,one\n"), o -> o);
    read(file("a.jsonl", "{\"product\":\"A\",\"category\":\"B\",\"Narrative\":\"one\"}\n"), o -> o);
    assertThat(rows).containsExactly("B|one", "B|one");
    assertThat(notices)
        .contains(
            folder.resolve("a.csv")
                + ": of the columns \"category\" and \"product\", \"category\" is read for the label;"
                + " --label-column chooses another");
  }

  @Test
  void missingFieldsOfJsonAreNamedAtOnceWithTheNearest() throws IOException {
    Path path = file("c.jsonl", "{\"a\":{\"narativ\":\"x\"},\"narrativ\":1}\n{\"z\":2}\n");
    assertThatThrownBy(() -> read(path, o -> o))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(path + " has no field for the text, such as ")
        .hasMessageContaining("(did you mean \"narrativ\"?), and no field for the label")
        .hasMessageContaining(
            "; its fields are: a, a.narativ, narrativ, z. Name what is meant with");
    read(path, o -> o.textColumn("a.narativ").labelColumn("z"));
  }

  @Test
  void otherColumnsInALaterTextAreRefusedWhereAllAreKept() throws IOException {
    String joined = "id,narrative\n1,one\nid,narrative,narrative_2\n2,two,x\n";
    Path path = file("a.csv", joined.replace("narrative_2", "text"));
    assertThatThrownBy(() -> read(path, o -> o.labelled(false).keepAll(true)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("has other columns than");
  }

  @Test
  void allColumnsButTheTextsAreKept() throws IOException {
    List<String> kept = new ArrayList<>();
    Corpus.rows(
        Input.of(file("a.csv", "id,,x,x,narrative\n1,2,3,4,one\n")),
        CorpusOptions.builder().labelled(false).keepAll(true).build(),
        handler(kept));
    Corpus.rows(
        Input.of(
            file("a.jsonl", "{\"id\":1.50,\"o\":{\"p\":[1,2]},\"text\":\"one\"}\n{\"text\":\"\"}")),
        CorpusOptions.builder().labelled(false).keepAll(true).build(),
        handler(kept));
    assertThat(kept)
        .containsExactly(
            "[id, column 2, x, x (2)]",
            "1: [1, 2, 3, 4] one",
            "[id, o.p]",
            "1: [1.50, [1,2]] one",
            "2: [, ] ");
  }

  @Test
  void ofLinesNoColumnsCanBeKept() throws IOException {
    Path path = file("a.txt", "one\n");
    assertThatThrownBy(
            () -> read(path, o -> o.format(CorpusFormat.LINES).keep(List.of("complaint_id"))))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(path + " is read line by line and has no columns");
  }

  @Test
  void emptyInputsAreTold() throws IOException {
    Path header = file("header.csv", "category,narrative\n");
    try (CorpusReader reader =
        new CorpusReader(CorpusOptions.builder().notices(notices::add).build())) {
      reader.read(header, document -> {});
      reader.read(file("a.csv", "category,narrative\nA,x\nA,y\n"), document -> {});
      reader.finish();
    }
    texts("");
    assertThat(notices).containsExactly(header + " has no rows", "standard input has no rows");
  }

  @Test
  void labelsThatLookLikeNoneAreTold() throws IOException {
    StringBuilder many = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 150; i++) {
      many.append("label ")
          .append((char) ('a' + i / 26))
          .append((char) ('a' + i % 26))
          .append(",x\n");
    }
    read(file("a.csv", many.toString()), o -> o);
    assertThat(notices)
        .containsExactly(
            "there are 150 categories, and 150 of them have one document only: is --label-column"
                + " right?");
    notices.clear();
    read(
        file("b.csv", "category,narrative\n\"a\nb\",x\na b,y\n" + "l".repeat(201) + ",x\n"),
        o -> o);
    assertThat(notices.get(0))
        .isEqualTo(
            "2 labels are longer than a line or than 200 characters, \"a b\" for one: is"
                + " --label-column right?");
  }

  @Test
  void mergedLabelsAreTheFirstOfAllFilesAlsoByTheLabelMap() throws IOException {
    Path one = file("one.csv", "category,narrative\nDebt collection,x\nDEBT COLLECTION!,y\n");
    Path two = file("two.csv", "category,narrative\ndebt-collection,x\nDebt collection,y\n");
    try (CorpusReader reader =
        new CorpusReader(CorpusOptions.builder().mergeLabels(true).notices(notices::add).build())) {
      reader.read(one, document -> rows.add(document.category()));
      reader.read(two, document -> rows.add(document.category()));
      reader.finish();
    }
    assertThat(rows).hasSize(4).containsOnly("Debt collection");
    LabelMap map = LabelMap.read(file("map.csv", "\"Debt\u00a0 collection\",Debt\n"));
    rows.clear();
    notices.clear();
    read(one, o -> o.labelMap(map));
    assertThat(rows).containsExactly("Debt|x");
    assertThat(notices)
        .contains(
            "the label \"DEBT COLLECTION!\" (1) is not in the label map, which has \"Debt"
                + " collection\" (--merge-labels makes them one)");
    rows.clear();
    read(one, o -> o.labelMap(map).mergeLabels(true));
    assertThat(rows).containsExactly("Debt|x", "Debt|y");
  }

  private RowHandler handler(List<String> kept) {
    return new RowHandler() {
      @Override
      public void columns(List<String> names) {
        kept.add(names.toString());
      }

      @Override
      public void row(Row row) {
        kept.add(row.number() + ": " + row.kept() + " " + row.text());
      }
    };
  }

  private void texts(String content) {
    Corpus.rows(
        Input.of(
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "standard input"),
        CorpusOptions.builder()
            .labelled(false)
            .plainFormat(CorpusFormat.LINES)
            .notices(notices::add)
            .build(),
        row -> rows.add(row.text()));
  }

  private void read(Path path, UnaryOperator<Builder> options) {
    Corpus.read(
        path,
        options.apply(CorpusOptions.builder().notices(notices::add)).build(),
        document -> rows.add(document.category() + "|" + document.text()));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
