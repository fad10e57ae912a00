/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.corpus.rows.Row;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

/** Which column is which field, and what a document's id is. */
class DocumentMakerTest {

  private static final MappingOptions NONE = options(Map.of(), Set.of(), null, null);

  private final List<String> told = new ArrayList<>();
  private final List<String> warned = new ArrayList<>();

  @Test
  void columnsOfTheBureauGoToTheFieldsOfTheConfigset() {
    IndexDocument document =
        make(
            NONE,
            row(
                "Date received", "01/31/2024",
                "Consumer complaint narrative", "my house",
                "Company response to consumer", "Closed",
                "ZIP code", "123XX",
                "Sub-product", "Loan",
                "Timely response?", "Yes",
                "Consumer consent provided?", "Given",
                "Complaint ID", "17"));
    assertThat(document.id()).isEqualTo("17");
    assertThat(document.fields())
        .isEqualTo(
            Map.of(
                "date_received", "01/31/2024",
                "narrative", "my house",
                "company_response", "Closed",
                "zip_code", "123XX",
                "sub_product", "Loan",
                "timely_response", "Yes",
                "consumer_consent", "Given"));
    assertThat(warned).isEmpty();
  }

  @Test
  void whatTheBureausApiCallsThingsGoesThereToo() {
    IndexDocument document =
        make(NONE, row("complaint_what_happened", "a", "timely", "Yes", "_id", "1"));
    assertThat(document.fields()).isEqualTo(Map.of("narrative", "a", "timely_response", "Yes"));
    assertThat(warned)
        .containsExactly(
            "in.csv: left out, for the collection has no such field: _id (--field COLUMN=FIELD"
                + " names one, --ignore COLUMN wants none)");
  }

  @Test
  void anExactNameGoesBeforeOneThatIsSpeltOtherwise() {
    IndexDocument document =
        make(NONE, row("Narrative", "loose", "narrative", "exact", "State", "NY", "x_s", "1"));
    assertThat(document.fields())
        .isEqualTo(Map.of("narrative", "exact", "state", "NY", "x_s", "1"));
    assertThat(warned)
        .containsExactly(
            "in.csv: both narrative and Narrative are narrative; the first is read"
                + " (--ignore COLUMN chooses)");
  }

  @Test
  void aTagOfTheInputIsNotTaken() {
    IndexDocument document =
        make(
            NONE,
            row(
                "narrative", "a",
                "category", "Mortgage",
                "predicted_category", "Card",
                "Predicted Source", "human",
                "reviewed_by", "me",
                "_version_", "12"));
    assertThat(document.fields()).isEqualTo(Map.of("narrative", "a", "category", "Mortgage"));
    assertThat(warned)
        .containsExactly(
            "in.csv: left out, for only Docket, reviewers and Solr write it: predicted_category,"
                + " Predicted Source, reviewed_by, _version_");
  }

  @Test
  void noOptionSendsAColumnIntoTheTag() {
    assertThatThrownBy(
            () -> maker(options(Map.of("Product", "predicted_category"), Set.of(), null, null)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("would pass for a person's");
  }

  @Test
  void fieldsThatAreAskedForMustBeThere() {
    assertThatThrownBy(() -> maker(options(Map.of("a", "narativ"), Set.of(), null, null)))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no field \"narativ\" (did you mean \"narrative\"?)");
  }

  @Test
  void optionsGoBeforeNames() {
    IndexDocument document =
        make(
            options(Map.of("Body Text", "narrative"), Set.of("STATE"), "nr", null),
            row("body-text", "a", "State", "NY", "nr", "9", "complaint_id", "8"));
    assertThat(document.id()).isEqualTo("9");
    assertThat(document.fields()).isEqualTo(Map.of("narrative", "a"));
  }

  @Test
  void theTextColumnGoesToTheFieldOfTheText() {
    assertThat(make(options(Map.of(), Set.of(), null, "title"), row("title", "a")).fields())
        .isEqualTo(Map.of("narrative", "a"));
  }

  @Test
  void anInputWithoutTextIsRefused() {
    DocumentMaker maker = maker(NONE);
    maker.begin();
    maker.look(row("state", "NY"));
    assertThat(maker.isComplete()).isFalse();
    assertThatThrownBy(() -> maker.requireComplete("in.csv", 1))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("in.csv has no column for the text")
        .hasMessageContaining("narrative");
  }

  @Test
  void aColumnThatIsAskedForAndNotThereIsRefused() {
    DocumentMaker maker = maker(options(Map.of(), Set.of(), "nr", null));
    maker.begin();
    maker.look(row("narrative", "a"));
    assertThatThrownBy(() -> maker.requireComplete("in.csv", 1))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("no column \"nr\"");
  }

  @Test
  void withoutIdsTheSameDocumentHasTheSameIdInEachRun() {
    String id = make(NONE, row("narrative", "a", "State", "NY")).id();
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(make(NONE, row("state", "NY", "Narrative", "a", "company", "")).id()).isEqualTo(id);
    assertThat(make(NONE, row("narrative", "a", "State", "NJ")).id()).isNotEqualTo(id);
    assertThat(make(NONE, row("narrative", "aState", "State", "NY")).id()).isNotEqualTo(id);
    assertThat(told).anyMatch(line -> line.contains("each id is a hash of the document"));
  }

  @Test
  void aRowWithoutIdAmongOthersWithOneIsNoDocument() {
    DocumentMaker maker = maker(NONE);
    maker.begin();
    Row row = row("complaint_id", "", "narrative", "a");
    maker.look(row);
    assertThat(maker.document("in.csv", row)).isEmpty();
  }

  @Test
  void numbersAndListsArriveAsTheyAre() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("narrative", List.of("first part", "second part"));
    fields.put("tags", List.of("a", "b"));
    fields.put("state", List.of("NY"));
    fields.put("n_s", 3);
    fields.put("exact_s", new BigDecimal("1.50"));
    fields.put("half_s", new BigDecimal("1.5"));
    fields.put("large_s", new BigInteger("12345678901234567890"));
    fields.put("yes_s", true);
    assertThat(make(NONE, Row.good(1, 1, "", "", "", List.of(), fields)).fields())
        .containsEntry("narrative", "first part\nsecond part")
        .containsEntry("tags", List.of("a", "b"))
        .containsEntry("state", "NY")
        .containsEntry("n_s", 3)
        .containsEntry("exact_s", "1.50")
        .containsEntry("half_s", 1.5)
        .containsEntry("large_s", "12345678901234567890")
        .containsEntry("yes_s", true);
  }

  @Test
  void aLineHasALabelAndAText() {
    IndexDocument document = make(NONE, Row.good(1, 1, "Mortgage", "", "my house", List.of()));
    assertThat(document.fields())
        .isEqualTo(Map.of("category", "Mortgage", "narrative", "my house"));
  }

  @Test
  void aFileOfRejectedRowsIsReadAsItIs() {
    IndexDocument document =
        make(
            NONE,
            row(
                "rejected_reason",
                "x",
                "rejected_row",
                "7",
                "complaint_id",
                "1",
                "narrative",
                "a"));
    assertThat(document.fields()).isEqualTo(Map.of("narrative", "a"));
    assertThat(warned).isEmpty();
  }

  @Test
  void withoutASchemaColumnsAreFieldsByTheirNames() {
    DocumentMaker maker = DocumentMaker.of(info(), Optional.empty(), NONE, told::add, warned::add);
    IndexDocument document =
        make(
            maker,
            row(
                "Consumer complaint narrative",
                "a",
                "ZIP code",
                "1",
                "other",
                "2",
                "Complaint ID",
                "3",
                "predicted_category",
                "x"));
    assertThat(document.id()).isEqualTo("3");
    assertThat(document.fields())
        .isEqualTo(Map.of("narrative", "a", "zip_code", "1", "other", "2"));
  }

  @Test
  void aFileWithANewNameInEachRowIsNotToldForEver() {
    DocumentMaker maker = maker(NONE);
    maker.begin();
    for (int i = 0; i < 1000; i++) {
      Row row = row("narrative", "a", "name" + i, "x");
      maker.look(row);
      maker.document("in.jsonl", row);
    }
    assertThat(warned).hasSizeLessThan(210);
    assertThat(warned.get(warned.size() - 1)).contains("more than 200 columns");
  }

  private IndexDocument make(MappingOptions options, Row row) {
    return make(maker(options), row);
  }

  private static IndexDocument make(DocumentMaker maker, Row row) {
    maker.begin();
    maker.look(row);
    IndexDocument document = maker.document("in.csv", row).orElseThrow();
    maker.tell("in.csv");
    return document;
  }

  private DocumentMaker maker(MappingOptions options) {
    return DocumentMaker.of(info(), Optional.of(schema()), options, told::add, warned::add);
  }

  private static MappingOptions options(
      Map<String, String> fields, Set<String> ignored, String id, String text) {
    return new MappingOptions(fields, ignored, Optional.ofNullable(id), Optional.ofNullable(text));
  }

  private static CollectionInfo info() {
    return new CollectionInfo(
        "complaint_id",
        List.of("narrative"),
        Map.of("category", "predicted_category", "source", "predicted_source"),
        List.of(),
        new CollectionInfo.Model("m", "", "", ""),
        Optional.empty(),
        Optional.empty());
  }

  private static SchemaFields schema() {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (String name :
        List.of(
            "complaint_id",
            "_version_",
            "narrative",
            "predicted_category",
            "predicted_source",
            "reviewed_by",
            "category",
            "state",
            "company",
            "company_response",
            "zip_code",
            "sub_product",
            "timely_response",
            "consumer_consent",
            "date_received")) {
      fields.add(Map.of("name", name, "type", "string", "multiValued", false));
    }
    fields.add(Map.of("name", "tags", "type", "string", "multiValued", true));
    return new SchemaFields(
        fields,
        List.of(Map.of("name", "*_s", "type", "string")),
        List.of(Map.of("name", "string", "class", "solr.StrField")));
  }

  private static Row row(String... columns) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      fields.put(columns[i], columns[i + 1]);
    }
    return Row.good(1, 2, "", "", "", List.of(), fields);
  }
}
