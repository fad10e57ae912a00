/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.schema.IndexSchema;
import org.docket.error.DocketException;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.config.DoccatConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

  private static IndexSchema schema;

  private final ModifiableSolrParams params = new ModifiableSolrParams();

  @BeforeAll
  static void start() throws Exception {
    schema = EmbeddedSolr.shared().core("core", "").getLatestSchema();
  }

  SchemaCheckTest() {
    params.set("doccat.model", "m.bin");
    params.set("doccat.fl", "body_text");
    params.set("doccat.categoryField", "c_string");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c_string",
        "c_strings",
        "c_enum",
        "c_keyword",
        "c_indexed",
        "c_stored",
        "c_valued",
      })
  void fieldsThatKeepCategories(String field) {
    params.set("doccat.categoryField", field);

    assertThatNoException().isThrownBy(this::check);
  }

  @ParameterizedTest
  @CsvSource({
    "c_text, text (TextField)",
    "c_sortable, sortable (SortableTextField)",
    "c_int, pint (IntPointField)",
    "c_long, plong (LongPointField)",
    "c_double, pdouble (DoublePointField)",
    "c_date, pdate (DatePointField)",
    "c_boolean, boolean (BoolField)",
    "c_uuid, uuid (UUIDField)",
    "c_binary, binary (BinaryField)",
    "c_location, location (LatLonPointSpatialField)",
    "c_collation, collation (CollationField)",
  })
  void fieldsThatDoNot(String field, String type) {
    params.set("doccat.categoryField", field);

    assertThatThrownBy(this::check)
        .isInstanceOf(DocketException.class)
        .hasMessage(
            String.format(
                    Locale.ROOT,
                    "doccat.categoryField is '%s', whose type %s does not keep categories as they are;",
                    field,
                    type)
                + " make it a string field (solr.StrField), such as <field name=\""
                + field
                + "\" type=\"string\"/>, or set doccat.enforceSchema to false if you know better");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s_float", "s_double", "s_string", "s_strings"})
  void fieldsThatHoldAProbability(String field) {
    params.set("doccat.scoreField", field);

    assertThatNoException().isThrownBy(this::check);
  }

  @ParameterizedTest
  @CsvSource({
    "s_int, pint (IntPointField)",
    "s_long, plong (LongPointField)",
    "s_date, pdate (DatePointField)",
    "s_boolean, boolean (BoolField)",
    "s_enum, enum (EnumFieldType)",
    "s_uuid, uuid (UUIDField)",
    "s_binary, binary (BinaryField)",
    "s_location, location (LatLonPointSpatialField)",
    "s_daterange, daterange (DateRangeField)",
    "s_vector, vector (DenseVectorField)",
    "s_text, text (TextField)",
    "s_keyword, keyword (TextField)",
    "s_collation, collation (CollationField)",
  })
  void fieldsThatHoldNone(String field, String type) {
    params.set("doccat.scoreField", field);

    assertThatThrownBy(this::check)
        .hasMessage(
            String.format(
                    Locale.ROOT,
                    "doccat.scoreField is '%s', whose type %s does not hold a probability;",
                    field,
                    type)
                + " make it a float or a double, or set doccat.enforceSchema to false if you know"
                + " better");
  }

  @ParameterizedTest
  @ValueSource(strings = {"doccat.categoryField", "doccat.scoreField"})
  void fieldsThatSwallowWhatIsWritten(String parameter) {
    params.set(parameter, "x_ignored");

    assertThatThrownBy(this::check)
        .hasMessage(
            parameter
                + " is 'x_ignored', whose type ignored (StrField) drops what is written:"
                + " the field is not indexed, not stored and has no docValues");
  }

  @ParameterizedTest
  @ValueSource(strings = {"doccat.categoryField", "doccat.scoreField"})
  void theUniqueKeyIsNoFieldForTags(String parameter) {
    params.set(parameter, "id");

    assertThatThrownBy(this::check)
        .hasMessage(
            parameter + " is 'id', which is the schema's uniqueKey; name a field of its own");
  }

  @ParameterizedTest
  @CsvSource({
    "doccat.fl, text",
    "doccat.categoryField, string",
    "doccat.scoreField, pdouble",
  })
  void fieldsThatAreNotThere(String parameter, String type) {
    params.set(parameter, "nowhere");

    assertThatThrownBy(this::check)
        .hasMessage(
            parameter
                + " names the field 'nowhere', which is not in the schema; add <field name=\"nowhere\""
                + " type=\""
                + type
                + "\"/>, or set doccat.enforceSchema to false");
  }

  @Test
  void nothingIsCheckedWhenToldSo() {
    params.set("doccat.fl", "nowhere");
    params.set("doccat.categoryField", "c_int");
    params.set("doccat.scoreField", "x_ignored");
    params.set("doccat.enforceSchema", "false");

    assertThatNoException().isThrownBy(this::check);
  }

  private void check() {
    SchemaCheck.check(DoccatConfig.of(params), schema);
  }
}
