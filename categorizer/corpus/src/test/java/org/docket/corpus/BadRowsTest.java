/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {

  private final List<String> read = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path folder;

  private Path aside;

  @BeforeEach
  void nameFile() {
    aside = folder.resolve("bad.csv");
  }

  @Test
  void badRowsAreCountedByReasonAndWrittenAsideAsTheyStood() throws IOException {
    Path one =
        file(
            "one.csv", "category,narrative\n" + "a,fine\n".repeat(3) + "a,b,\"c\nd\"\na,\"x\" y\n");
    Path two = file("two.csv", "category,narrative\n" + "a,fine\n".repeat(400) + "a,b,c\n");
    try (CorpusReader reader = new CorpusReader(options())) {
      reader.read(one, document -> read.add(document.text()));
      reader.read(two, document -> read.add(document.text()));
      assertThat(aside).as("only whole").doesNotExist();
      assertThat(reader.finish().bad()).isEqualTo(3);
    }
    assertThat(read).hasSize(403);
    assertThat(notices)
        .containsExactly(
            "3 bad rows were left out: 2 \u00d7 the row has 3 columns, and the header has 2 (what has the delimiter in it must be in quotes), 1 \u00d7"
                + " a quoted field goes on after its closing quote; they are in "
                + aside);
    assertThat(aside)
        .hasContent(
            "file,line,reason,row\n"
                + one
                + ",5,\"the row has 3 columns, and the header has 2 (what has the delimiter in it must be in quotes)\",\"a,b,\"\"c\nd\"\"\"\n"
                + one
                + ",7,a quoted field goes on after its closing quote,\"a,\"\"x\"\" y\"\n"
                + two
                + ",402,\"the row has 3 columns, and the header has 2 (what has the delimiter in it must be in quotes)\",\"a,b,c\"\n");
    assertThat(names()).containsExactly("bad.csv", "one.csv", "two.csv");
  }

  @Test
  void moreThanOneOfAHundredIsSaidInALineOfItsOwn() throws IOException {
    Path path = file("c.csv", "category,narrative\n" + "a,fine\n".repeat(98) + "b\nb\n");
    read(path, CorpusOptions.builder().onBadRow(OnBadRow.SKIP));
    assertThat(notices)
        .containsExactly(
            "2 bad rows were left out: 2 \u00d7 the row has 1 column, and the header has 2",
            "2.0 % of the rows are bad: look at them (--bad-rows FILE writes them aside) before you"
                + " trust what comes out");
  }

  @Test
  void moreThanHalfIsAnErrorWhateverTheOptionAlsoOfFewRows() throws IOException {
    Path half = file("half.csv", "category,narrative\na,fine\nb\n");
    read(half, CorpusOptions.builder().onBadRow(OnBadRow.SKIP));
    assertThat(read).containsExactly("fine");
    Path more = file("more.csv", "category,narrative\na,fine\nb\nc\n");
    assertThatThrownBy(() -> read(more, options().toBuilder()))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            more
                + ": 2 of 3 rows are bad, which is more than half, so that nothing of it is used: 2"
                + " \u00d7 the row has 1 column, and the header has 2; they are in "
                + aside);
    assertThat(aside).as("who must look at them has them").exists();
  }

  @Test
  void theInputIsNeverWrittenOver() throws IOException {
    String content = "category,narrative\na,fine\n";
    Path path = file("bad.csv", content);
    assertThatThrownBy(() -> read(path, options().toBuilder()))
        .isInstanceOf(DocketException.class)
        .hasMessage("the bad rows would be written over the input: " + aside);
    assertThat(path).hasContent(content);
  }

  @Test
  void withoutABadRowNothingOfAnEarlierRunIsLeft() throws IOException {
    Files.writeString(aside, "file,line,reason,row\nold,1,x,y\n");
    read(file("c.csv", "category,narrative\na,fine\na,two\n"), options().toBuilder());
    assertThat(aside).hasContent("file,line,reason,row\n");
    assertThat(notices).isEmpty();
  }

  @Test
  void whatEndsWithAnErrorLeavesNoFile() throws IOException {
    Path path = file("c.csv", "category,narrative\na,fine\nb\na,two\na,three\n");
    CorpusOptions options = options();
    assertThatThrownBy(
            () ->
                Corpus.read(
                    path,
                    options,
                    document -> {
                      if (document.text().equals("three")) {
                        throw new IllegalStateException("the consumer's");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).containsExactly("c.csv");
  }

  @Test
  void aBadLineOfJsonLinesIsOneBadRowAndABrokenArrayAnError() throws IOException {
    String good = "{\"label\":\"a\",\"text\":\"fine\"}\n";
    Path lines =
        file(
            "c.jsonl",
            good.repeat(5)
                + "{\"label\":\"a\",\"text\":\n"
                + "{\"label\":\"a\",\"text\":\"x\"} oops\n"
                + "{\"label\":\"a\",\"text\":\"half \\ud800\"}\n"
                + "{\"label\":[\"a\",\"b\"],\"text\":\"x\"}\n"
                + "{\"label\":\"a\",\"text\":{\"x\":1}}\n"
                + good);
    read(lines, options().toBuilder());
    assertThat(read).hasSize(6).containsOnly("fine");
    assertThat(Files.readAllLines(aside))
        .satisfies(bad -> assertThat(bad.get(1)).contains(lines + ",6,", "the line is no JSON: "))
        .satisfies(bad -> assertThat(bad.get(2)).contains(lines + ",7,", "the line is no JSON: "))
        .satisfies(
            bad ->
                assertThat(bad.get(3))
                    .startsWith(lines + ",8,an escape such as \\ud800 stands for half of a char"))
        .satisfies(
            bad ->
                assertThat(bad.get(4))
                    .startsWith(lines + ",9,\"the label is a list of 2, and one is needed\","))
        .satisfies(
            bad ->
                assertThat(bad.get(5))
                    .startsWith(lines + ",10,\"the text is an object, not a text\""));
    Path array = file("c.json", "[" + good + "," + good + ",\n{\"label\":oops}," + good + "]");
    read.clear();
    assertThatThrownBy(() -> read(array, options().toBuilder()))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(array + ", line 4: the JSON is broken: ")
        .hasMessageContaining("; 2 rows before it were read, and nothing behind it can be");
    assertThat(read).hasSize(2);
  }

  /** However a parser's reads fall between the halves of the characters before. */
  @Test
  void anEscapedHalfCharacterIsNotTakenForBytesInAnotherEncoding() throws IOException {
    for (String start : List.of("[\n", "[\n\n")) {
      String smiles = "{\"label\":\"a\",\"text\":\"" + "\uD83D\uDC00".repeat(20_000) + "\"},\n";
      Path path = file("s.json", start + smiles + "{\"label\":\"a\",\"text\":\"\\ud800\"}]");
      assertThatThrownBy(() -> read(path, CorpusOptions.builder()))
          .isInstanceOf(DocketException.class)
          .hasMessageContaining("stands for half of a character");
    }
  }

  @Test
  void bytesThatAreNoCharactersCostTheirRowOnly() throws IOException {
    for (String name : List.of("c.csv", "c.jsonl", "c.tsv", "c.json")) {
      String row =
          switch (name) {
            case "c.csv" -> "a,caf\u00e9\n";
            case "c.tsv" -> "a\tcaf\u00e9\n";
            default -> "{\"label\":\"a\",\"text\":\"caf\u00e9\"}\n";
          };
      String start = name.equals("c.csv") ? "category,narrative\n" : "";
      if (name.equals("c.json")) {
        row = row.replace(",", ",\n").replace("{", "{\n");
      }
      byte[] utf8 = row.getBytes(StandardCharsets.UTF_8);
      byte[] latin = row.getBytes(StandardCharsets.ISO_8859_1);
      Path path = folder.resolve(name);
      try (var out = Files.newOutputStream(path)) {
        out.write(start.getBytes(StandardCharsets.UTF_8));
        out.write(utf8);
        out.write(latin);
        out.write(utf8);
      }
      read.clear();
      notices.clear();
      read(path, CorpusOptions.builder().onBadRow(OnBadRow.SKIP));
      assertThat(read).as(name).containsExactly("caf\u00e9", "caf\u00e9");
      assertThat(notices.get(0))
          .as(name)
          .startsWith("1 bad row was left out: 1 \u00d7 the row is not in UTF-8");
    }
  }

  private CorpusOptions options() {
    return CorpusOptions.builder()
        .onBadRow(OnBadRow.SKIP)
        .badRows(aside)
        .notices(notices::add)
        .build();
  }

  /** A guess for each row would take minutes. */
  @Test
  void theLikelyEncodingOfManyBadRowsIsGuessedOnce() throws IOException {
    Path path = folder.resolve("a.csv");
    String rows = "A,caf\u00e9 and a fee that they took\n".repeat(100_000);
    Files.write(path, ("category,narrative\n" + rows).getBytes(StandardCharsets.ISO_8859_1));
    long start = System.nanoTime();
    assertThatThrownBy(() -> read(path, options().toBuilder()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it is likely windows-1252: add --encoding windows-1252");
    assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(15);
  }

  /** Each row looks like the inside of a field for as far as can be seen. */
  @Test
  void manyShortRowsWithQuotesThatMayBothOpenAndCloseTakeNoAges() throws IOException {
    Path path = file("a.csv", "category,narrative\nA,ok\n" + "\",\n".repeat(400_000));
    long start = System.nanoTime();
    assertThatThrownBy(() -> read(path, options().toBuilder()))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("more than half");
    assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(15);
  }

  private void read(Path path, CorpusOptions.Builder options) {
    Corpus.read(path, options.notices(notices::add).build(), document -> read.add(document.text()));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
