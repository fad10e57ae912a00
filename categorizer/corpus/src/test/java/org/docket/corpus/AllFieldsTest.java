/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

/** Rows with all their columns, for whoever wants more than text and label. */
class AllFieldsTest {

  private final List<String> notices = new ArrayList<>();

  @Test
  void aCsvGivesAllColumnsInTheirOrder() {
    assertThat(read("a.csv", "Complaint ID,narrative,State\n7,my house,NY\n8,\\N,\n"))
        .extracting(Row::fields)
        .containsExactly(
            Map.of("Complaint ID", "7", "narrative", "my house", "State", "NY"),
            Map.of("Complaint ID", "8", "narrative", "", "State", ""));
    assertThat(read("a.csv", "c,b,a\n1,2,3\n").get(0).fields().keySet())
        .containsExactly("c", "b", "a");
  }

  @Test
  void aTableNeedsNoTextOfAKnownName() {
    Row row = read("a.csv", "title,body\nLoan,my house\n").get(0);
    assertThat(row.text()).isEmpty();
    assertThat(row.fields()).containsEntry("body", "my house");
    assertThat(read("a.jsonl", "{\"body\":\"my house\"}\n").get(0).fields())
        .containsEntry("body", "my house");
  }

  @Test
  void theTextColumnThatIsAskedForMustBeThere() {
    CorpusOptions options =
        CorpusOptions.builder().labelled(false).fields(true).textColumn("txt").build();
    assertThatThrownBy(() -> read("a.csv", "title,body\nLoan,my house\n", options))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no column \"txt\"");
    assertThatThrownBy(() -> read("a.jsonl", "{\"body\":\"x\"}\n", options))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no field \"txt\"");
  }

  @Test
  void jsonKeepsItsTypesAndFieldsThatOnlyLaterRowsHave() {
    List<Row> rows =
        read(
            "a.jsonl",
            "{\"text\":\"a\",\"n\":12,\"x\":1.50,\"ok\":true,\"none\":null,\"nan\":NaN}\n"
                + "{\"text\":\"b\",\"tags\":[\"p\",null,3],\"one\":{\"two\":\"deep\"}}\n");
    assertThat(rows.get(0).fields())
        .containsEntry("n", 12)
        .containsEntry("x", new BigDecimal("1.50"))
        .containsEntry("ok", true)
        .containsEntry("none", "")
        .containsEntry("nan", "");
    assertThat(rows.get(1).fields())
        .isEqualTo(Map.of("text", "b", "tags", List.of("p", 3), "one.two", "deep"));
  }

  @Test
  void listsOfObjectsAreLeftOutAndTold() {
    List<Row> rows = read("a.jsonl", "{\"text\":\"a\",\"parts\":[{\"b\":1}]}\n");
    assertThat(rows.get(0).fields()).isEqualTo(Map.of("text", "a"));
    assertThat(notices)
        .containsExactly(
            "a.jsonl, line 1: parts is a list of objects or lists; such fields are left out");
  }

  @Test
  void theWrapperOfSearchEnginesIsTakenOff() {
    assertThat(
            read("a.json", "{\"hits\":{\"hits\":[{\"_id\":\"1\",\"_source\":{\"text\":\"a\"}}]}}")
                .get(0)
                .fields())
        .isEqualTo(Map.of("_id", "1", "text", "a"));
  }

  @Test
  void aHalfOfACharacterInAnyFieldIsABadRow() {
    List<Row> rows =
        read(
            "a.jsonl",
            "{\"text\":\"a\",\"state\":[\"\\ud800\"]}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
    assertThat(rows.get(0).problem()).isPresent();
  }

  @Test
  void linesHaveNoColumns() {
    Row row = read("a.train", "Mortgage my house\n").get(0);
    assertThat(row.fields()).isEmpty();
    assertThat(row.label()).isEqualTo("Mortgage");
    assertThat(row.text()).isEqualTo("my house");
  }

  private List<Row> read(String name, String content) {
    return read(
        name,
        content,
        CorpusOptions.builder()
            .labelled(false)
            .fields(true)
            .onBadRow(OnBadRow.SKIP)
            .notices(notices::add)
            .build());
  }

  private static List<Row> read(String name, String content, CorpusOptions options) {
    List<Row> rows = new ArrayList<>();
    Input input =
        Input.of(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), name);
    Corpus.rows(input, options, rows::add);
    return rows;
  }
}
