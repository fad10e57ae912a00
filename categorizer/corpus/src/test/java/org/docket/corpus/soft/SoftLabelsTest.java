/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.docket.corpus.OnBadRow;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftLabelsTest {

  private static final String HASH = "2cf24dba5fb0a30e"; // printf hello | sha256sum

  private final List<String> notices = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void aTextIsKnownByTheFirstDigitsOfItsSha256() {
    assertThat(TextHash.of("hello")).isEqualTo(HASH);
    assertThat(TextHash.of("Grüße")).isEqualTo("f83e039796c6453a");
  }

  @Test
  void readsAColumnForEachCategoryAndTheHashToJoinBy() throws IOException {
    SoftLabels labels =
        read("s.csv", "note,p(Loan),text_hash,P( Debt  collection )\nx,0.25," + HASH + ",0.75\n");

    assertThat(labels.key()).isEqualTo(JoinKey.TEXT_HASH);
    assertThat(labels.categories()).containsExactly("Loan", "Debt collection");
    assertThat(labels.find(HASH).orElseThrow()).containsExactly(0.25f, 0.75f);
    assertThat(labels.find(TextHash.of("other"))).isEmpty();
    assertThat(labels.size()).isEqualTo(1);
    assertThat(labels.matched()).isEqualTo(1);
  }

  @Test
  void readsJsonAlsoCompressedAndAnObjectOfProbabilities() throws IOException {
    String json =
        "{\"id\": 7, \"probabilities\": {\"a.b\": 0.5, \"c\": 0.5}}\n"
            + "{\"id\": \"x y\", \"probabilities\": {\"c\": 1, \"a.b\": 0}, \"more\": 1}\n";
    Path gz = folder.resolve("s.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
    SoftLabels labels = SoftLabels.read(gz, OnBadRow.FAIL, notices::add);

    assertThat(labels.key()).isEqualTo(JoinKey.ID);
    assertThat(labels.categories()).containsExactly("a.b", "c");
    assertThat(labels.find("7").orElseThrow()).containsExactly(0.5f, 0.5f);
    assertThat(labels.find(" x y ").orElseThrow()).containsExactly(0f, 1f);
    assertThat(notices).isEmpty();
  }

  @Test
  void findsTheDelimiterAndRowsToJoinBy() throws IOException {
    SoftLabels labels = read("s.tsv", "row\tp(a)\tp(b)\n12\t1e-3\t.999\n");

    assertThat(labels.key()).isEqualTo(JoinKey.ROW);
    assertThat(labels.find("12").orElseThrow()[1]).isCloseTo(0.999f, within(1e-6f));
  }

  @Test
  void whatWasRoundedSumsToOneAgain() throws IOException {
    float[] third = read("s.csv", "row,p(a),p(b),p(c)\n1,0.33,0.33,0.33\n").find("1").orElseThrow();

    assertThat(third[0] + third[1] + third[2]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void theSameKeyMayStandTwiceWithTheSameProbabilities() throws IOException {
    assertThat(read("s.csv", "row,p(a),p(b)\n1,0,1\n1,0,1\n").size()).isEqualTo(1);
  }

  @Test
  void mistakesAreToldWithFileLineAndColumn() {
    assertRefused(
        "id,p(a),p(b)\nx,0.5,0.5\nx,0.6,0.4\n",
        "line 3, column id: \"x\" has other probabilities than on line 2");
    assertRefused("row,p(a),p(b)\n1,0.5,-0.5\n", "line 2, column p(b): -0.5 is no probability");
    assertRefused("row,p(a),p(b)\n1,NaN,1\n", "line 2, column p(a): \"NaN\" is no number");
    assertRefused("row,p(a),p(b)\n1,0x1p0,1\n", "line 2, column p(a): \"0x1p0\" is no number");
    assertRefused("row,p(a),p(b)\n1,\"0,5\",1\n", "line 2, column p(a): \"0,5\" is no number");
    assertRefused("row,p(a),p(b)\n1,,1\n", "line 2, column p(a): there is no number");
    assertRefused("row,p(a),p(b)\n1,,\n", "line 2: the row has no probabilities");
    assertRefused("row,p(a),p(b)\n1,0,0\n", "line 2: the probabilities sum to 0.000, not to 1");
    assertRefused("row,p(a),p(b)\n1,0.5,0.45\n", "line 2: the probabilities sum to 0.9500, not to");
    assertRefused("row,p(a),p(b)\n0,0,1\n", "line 2, column row: \"0\" is no number of a row");
    assertRefused("id,p(a),p(b)\n,0,1\n", "line 2, column id: \"\" is no id");
    assertRefused(
        "text_hash,p(a),p(b)\nABC,0,1\n", "line 2, column text_hash: \"ABC\" is no hash of a text");
  }

  @Test
  void aHeaderThatSaysNothingOrTooMuchIsRefused() {
    assertRefused(
        "key,p(a),p(b)\n1,0,1\n",
        "has no column to join it by: it needs one of text_hash, id, row");
    assertRefused(
        "row,id,p(a),p(b)\n1,1,0,1\n", "has several columns to join it by (row, id): it needs one");
    assertRefused("row,a,b\n1,0,1\n", "needs a column of probabilities for each category");
    assertRefused("row,p(a),p(b),p(a)\n1,0,1,0\n", "has two columns \"p(a)\"");
    assertRefused("row,p(a),p( a )\n1,0,1\n", "two columns");
    assertRefused("row,p(a),p()\n1,0,1\n", "the column \"p()\" names no category");
    assertRefused("row,p(a),p(b)\n", "has no soft labels");
  }

  @Test
  void aRowOfJsonThatNamesMoreCategoriesThanTheFirstIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "s.jsonl",
                    "{\"row\":1,\"probabilities\":{\"a\":1,\"b\":0}}\n"
                        + "{\"row\":2,\"probabilities\":{\"a\":0,\"b\":0,\"c\":1}}\n"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("s.jsonl, line 2: the field \"probabilities.c\" is not in the first");
  }

  @Test
  void bothFilesMustHaveTheSameCategories() {
    ProbabilityColumns columns = ProbabilityColumns.of(List.of("p(b)", "p(a)"), "two.csv");

    assertThat(columns.inOrder(List.of("a", "b"), "one.csv").categories())
        .containsExactly("a", "b");
    assertThatThrownBy(() -> columns.inOrder(List.of("a", "c"), "one.csv"))
        .hasMessage(
            "two.csv has no column p(c), and has a column p(b) unlike one.csv: all must have the"
                + " same categories");
  }

  @Test
  void whatIsWrittenIsReadAgainAndAlwaysTheSameBytes() throws IOException {
    Path file = folder.resolve("labels.csv.gz");
    Path again = folder.resolve("again.csv.gz");
    for (Path each : List.of(file, again)) {
      try (SoftLabelsWriter writer = new SoftLabelsWriter(each, List.of("Loan, car", "x"))) {
        writer.write("hello", new float[] {0.12345f, 0.87655f});
        writer.write("hello", new float[] {1, 0});
        writer.write("Grüße", new float[] {1, 0});
      }
    }
    SoftLabels labels = SoftLabels.read(file, OnBadRow.FAIL, notices::add);

    assertThat(labels.categories()).containsExactly("Loan, car", "x");
    assertThat(labels.size()).isEqualTo(2);
    assertThat(labels.find(HASH).orElseThrow()[0]).isCloseTo(0.1235f, within(1e-4f));
    assertThat(labels.find(TextHash.of("Grüße")).orElseThrow()).containsExactly(1, 0);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  private void assertRefused(String csv, String message) {
    assertThatThrownBy(() -> read("s.csv", csv))
        .as(csv)
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("s.csv")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private SoftLabels read(String name, String content) throws IOException {
    return SoftLabels.read(
        Files.writeString(folder.resolve(name), content), OnBadRow.FAIL, notices::add);
  }
}
