/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What databases, statistics and other learners write. */
class ExportsTest {

  private final List<String> read = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void aDatabasesNullIsNoLabelAndNoText() throws IOException {
    CorpusCounts counts =
        read("a.tsv", "category\tnarrative\nA\tone\nB\t\\N\n\\N\ttwo\n\\N x\tthree\n");

    assertThat(read).containsExactly("A|one", "\\N x|three");
    assertThat(counts.withoutText()).isEqualTo(1);
    assertThat(counts.withoutLabel()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category|narrative\nA|one\nB|two\n(2 rows)\n",
        " category | narrative \n----------+-----------\n A | one\n B | two\n(2 rows)\n\n",
        "category,narrative\n--------,---------\nA,one\nB,two\n\n(2 rows affected)\n",
        "+---+----+\n| category | narrative |\n+---+----+\n| A | one |\n| B | two |\n+---+---+\n"
            + "2 rows in set (0.00 sec)\n",
        "| category | narrative |\n|---|:---:|\n| A | one |\n| B | two |\n",
        "category\tnarrative\nA\tone\nB\ttwo\n\\.\n",
      })
  void whatDatabasesDrawAroundATableIsNoRow(String table) throws IOException {
    CorpusCounts counts = read("a.txt", table);

    assertThat(read.stream().map(document -> document.replaceAll(" +", "")))
        .containsExactly("A|one", "B|two");
    assertThat(counts.rows()).isEqualTo(2);
  }

  @Test
  void fastTextsPrefixIsNoPartOfALabel() throws IOException {
    read("a.txt", "__label__A one two\n__label__debt-collection  three\n");

    assertThat(read).containsExactly("A|one two", "debt-collection|three");
    assertThatThrownBy(() -> read("b.txt", "__label__A __label__B one\n"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("several labels");
  }

  @Test
  void labelsThatMayMeanNoneOrHaveForeignQuotesAreTold() throws IOException {
    read("a.csv", "category,narrative\nNULL,one\nNULL,x\n'B',two\nNA,three\nNamibia,four\n");

    assertThat(notices)
        .contains(
            "the label \"NULL\" (2) is read as a category; a label map leaves it out if it means"
                + " none",
            "the label \"NA\" (1) is read as a category; a label map leaves it out if it means none",
            "labels stand in quotes, \"'B'\" for one: only \" are quotes of CSV, others are part of"
                + " a label");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"category\":\"A\",\"narrative\":\"one\"}{\"category\":\"B\",\"narrative\":\"two\"}\n",
        "{\"category\":\"A\",\"narrative\":\"one\",\"n\":NaN}\n{\"category\":\"B\",\"narrative\":\"two\"}",
        "\u001e{\"category\":\"A\",\"narrative\":\"one\"}\n\u001e{\"category\":\"B\",\"narrative\":\"two\"}\n",
        "{\"response\":{\"numFound\":2,\"docs\":[{\"category\":\"A\",\"narrative\":\"one\"},\n"
            + "{\"category\":\"B\",\"narrative\":\"two\"}]}}\n",
      })
  void jsonAsItIsWritten(String json) throws IOException {
    read("a.jsonl", json);

    assertThat(read).containsExactly("A|one", "B|two");
  }

  @Test
  void aMissingNumberIsNoLabel() throws IOException {
    assertThat(read("a.jsonl", "{\"category\":NaN,\"narrative\":\"one\"}\n").withoutLabel())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "{\"data\":[{\"category\":\"A\",\"narrative\":\"one\"}]} @ jq -c '.data[]' FILE",
        "{\"a\":{\"rows\":[{\"category\":\"A\",\"narrative\":\"b\"}]}} @ jq -c '.a.rows[]' FILE",
        "{\"category\":{\"0\":\"A\"},\"narrative\":{\"0\":\"one\"}} @ to_json(orient=\"records\"",
        "{\"0\":{\"category\":\"A\",\"narrative\":\"one\"}} @ to_json(orient=\"records\"",
        "{\"columns\":[\"category\"],\"index\":[0],\"data\":[[\"A\"]]} @ to_json(orient=\"records\"",
        "[[\"A\",\"one\"]] @ to_json(orient=\"records\"",
      })
  void jsonThatIsNotOfRowsIsToldWithTheRemedy(String json, String remedy) {
    assertThatThrownBy(() -> read("a.json", json))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250, 'Źle naliczono odsetki, proszę o zwrot środków za pożyczkę'",
    "ISO-8859-2, 'Źle naliczono odsetki, proszę o zwrot środków za pożyczkę'",
    "windows-1250, 'Účet mi zrušili a už třetí týden čekám, až mi vrátí peníze; příliš žluťoučký'",
    "windows-1250, 'Mi-au închis contul şi încă aştept să îmi dea banii înapoi'",
    "windows-1254, 'Hesabımı kapattılar ve paramı geri vermiyorlar, lütfen yardım edin, teşekkürler'",
    "windows-1252, '¿Dónde está mi dinero? El nº de crédito es 5, ¡señor! Mañana llamaré'",
    "windows-1252, 'Ils ont fermé mon compte où j''ai été à découvert, ça ne va pas, bien sûr'",
    "windows-1252, 'Fecharam a minha conta e não há informações sobre o crédito'",
    "windows-1252, 'Það er villa í reikningnum mínum og þeir svara ekki, ég þarf aðstoð'",
    "windows-1252, 'Sie haben mein Konto geschlossen, ohne Gründe; für 5 € Gebühr'",
    "x-MacRoman, 'Ils ont fermé mon compte où j''ai été à découvert, ça ne va pas, bien sûr'",
    "IBM850, 'Ils ont ferme mon compte sans avis, é à ç, la carte a été débitée'",
  })
  void theLikelyEncodingIsTheRightOne(String charset, String text) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(
        file, ("category,narrative\nA,\"" + text + "\"\n").getBytes(Charset.forName(charset)));

    assertThatThrownBy(() -> Corpus.read(file, CorpusOptions.builder().build(), document -> {}))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("add --encoding " + charset + ":");
  }

  private CorpusCounts read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    CorpusOptions options = CorpusOptions.builder().notices(notices::add).build();
    return Corpus.read(
        file, options, document -> read.add(document.category() + "|" + document.text()));
  }
}
