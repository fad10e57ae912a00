/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose columns have other names than those that are known, or none. */
class UnknownTablesTest {

  private final List<String> read = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Debt collection,they call\nStudent loan,lost my form\nMortgage,escrow\n",
        "Debt collection;they call, daily\nStudent loan;lost it, twice\nMortgage;escrow\n",
        "Debt|they call\nLoan|lost my form\nMortgage|escrow, again\n",
        "Mortgage,\"lost\nit, twice\"\nLoan,\"form\"\n",
        "1\tMortgage\tescrow is wrong\n2\tStudent loan\tlost my form\n3\tDebt\tcalls\n",
        "id,kind,words\n1,Mortgage,escrow\n2,Debt,calls\n",
      })
  void aTableWithoutKnownNamesIsNoLinesOfCategoryAndText(String table) {
    assertThatThrownBy(() -> read("a.txt", table, true))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("a.txt looks like a table (")
        .hasMessageContaining("--label-column and --text-column")
        .hasMessageContaining("category,narrative")
        .hasMessageContaining("--input-format opennlp")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7;My escrow is wrong, twice\n8;They lost my form\n9;calls\n",
        "7\tMy escrow is wrong\n8\tThey lost my form\n9\tcalls\n",
        "Nr,Beschwerde\n7,\"My escrow,\nis wrong\"\n8,form\n",
      })
  void norIsItTextsALine(String table) {
    assertThatThrownBy(() -> read("a.txt", table, false))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("a.txt looks like a table (2 columns")
        .hasMessageContaining("--text-column")
        .hasMessageContaining("--input-format lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I paid 1,000 dollars\nThey charged 2,500 of them\nI want 3,000 back\n",
        "Hello, my card was charged\nHi, they took money\nSirs, it is wrong\n",
        "one, two\nthree,four\n",
        "He said \"no\", then yes\nno comma\n",
        "one\n",
        "a,b\n",
      })
  void textsWithCommasAreTextsALine(String texts) throws IOException {
    read("a.txt", texts, false);

    assertThat(read).containsExactlyElementsOf(texts.lines().map(line -> "|" + line).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- category: A\n  narrative: one\n",
        "category: A\nnarrative: one\n",
        "---\ncategory: A\n",
        "@relation complaints\n@data\nA,one\n",
        "INSERT INTO c VALUES ('A', 'one');\n",
        "-- MySQL dump 10\n",
        "\n# A title\n\nwords\n",
        "<add>\n<doc/>\n",
        "\"category\" \"narrative\"\n\"1\" \"A\" \"one two\"\n",
        "From: a@example.org\nSubject: b\n",
      })
  void otherFormatsAreNoCategoriesAndTexts(String content) {
    assertThatThrownBy(() -> read("a.txt", content, true))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("it begins with \"")
        .hasMessageContaining("--input-format opennlp")
        .hasMessageNotContaining("\n");
  }

  @Test
  void categoriesMayBeSigns() throws IOException {
    read("a.train", "+ good\n- bad: very\n:) fine\n", true);

    assertThat(read).containsExactly("+|good", "-|bad: very", ":)|fine");
  }

  @Test
  void whoNamesTheFormatGetsIt() throws IOException {
    read("a.txt", "x,y z\nv,w u\ns,t r\n", CorpusOptions.builder().format(CorpusFormat.OPENNLP));

    assertThat(read).containsExactly("x,y|z", "v,w|u", "s,t|r");
  }

  @Test
  void categoriesBehindWhichATabStandsAreStillRead() throws IOException {
    read("a.train", "A\tone\nB\ttwo\nA\tthree\n", true);
    read("b.train", "Debt collection\tone\nB\ttwo\nA\tthree\n", true);

    assertThat(read)
        .containsExactly("A|one", "B|two", "A|three", "Debt collection|one", "B|two", "A|three");
  }

  /** As MySQL writes ends of lines inside of texts. */
  @Test
  void aTextThatGoesOnOnTheNextLineDoesNotMakeLabelsEndAtBlanks() {
    String table =
        "Debt collection\tcalls\nStudent loan\tlost\\\nmy form\nDebt collection\tagain\n";

    assertThatThrownBy(() -> read("a.txt", table, true))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("line 3: the line has no tab between label and text");
    assertThat(read).containsExactly("Debt collection|calls", "Student loan|lost\\");
  }

  @Test
  void aCsvWithoutAHeaderIsToldSo() {
    assertThatThrownBy(() -> read("a.csv", "Mortgage,escrow is wrong\nDebt,calls\n", true))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("a table without a header needs one, such as category,narrative");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^", ":", "~", " ", "\u0001"})
  void aDelimiterThatIsNotFoundIsNamed(String delimiter) throws IOException {
    String table = "category,narrative\nA,one\n".replace(",", delimiter);
    String shown = delimiter.equals("\u0001") ? "$'\\x01'" : "'" + delimiter + "'";

    assertThatThrownBy(() -> read("a.csv", table, true))
        .isInstanceOf(DocketException.class)
        .hasMessageEndingWith("--delimiter " + shown);
    read("a.csv", table, CorpusOptions.builder().delimiter(delimiter.charAt(0)));
    assertThat(read).containsExactly("A|one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# exported on Monday\ncategory,narrative\nA,one\n",
        "Report of complaints\nMonday\n\ncategory,narrative\nA,one\n",
        "Report of complaints,\n,\ncategory,narrative\nA,one\n",
        "# by me, for you; all of it\ncategory;narrative\nA;one\n",
      })
  void whatStandsAboveTheHeaderIsNoRow(String table) throws IOException {
    read("a.csv", table, true);
    read("a.txt", table, true);

    assertThat(read).containsExactly("A|one", "A|one");
    assertThat(notices).anyMatch(notice -> notice.contains("the names of the columns are on line"));
  }

  @Test
  void rowsAboveTheHeaderAreNotLeftOut() {
    assertThatThrownBy(() -> read("a.csv", "A,one\nB,two\ncategory,narrative\nA,x\n", true))
        .isInstanceOf(DocketException.class);
  }

  private void read(String name, String content, boolean labelled) throws IOException {
    CorpusFormat plain = labelled ? CorpusFormat.OPENNLP : CorpusFormat.LINES;
    read(name, content, CorpusOptions.builder().labelled(labelled).plainFormat(plain));
  }

  private void read(String name, String content, CorpusOptions.Builder options) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Corpus.read(
        file,
        options.notices(notices::add).build(),
        document -> read.add(document.category() + "|" + document.text()));
  }
}
