/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.solr.schema.IndexSchema;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.config.SourceFields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rest is tested in a real Solr. */
class SourceCheckTest {

  private static IndexSchema schema;

  @BeforeAll
  static void start() throws Exception {
    schema = EmbeddedSolr.shared().core("core", "").getLatestSchema();
  }

  @ParameterizedTest
  @ValueSource(strings = {"body_text", "*_text", "t_string", "t_int", "t_enum"})
  void whatMayHoldText(String source) {
    assertThat(advice(source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "id, id, which is the schema's uniqueKey",
    "i*, id, which is the schema's uniqueKey",
    "_version_, _version_, which holds the versions of documents",
    "t_date, t_date, whose type pdate (DatePointField) holds no text",
    "*_date, *_date, whose type pdate (DatePointField) holds no text",
    "t_boolean, t_boolean, whose type boolean (BoolField) holds no text",
    "t_uuid, t_uuid, whose type uuid (UUIDField) holds no text",
    "t_location, t_location, whose type location (LatLonPointSpatialField) holds no text",
    "t_daterange, t_daterange, whose type daterange (DateRangeField) holds no text",
    "t_vector, t_vector, whose type vector (DenseVectorField) holds no text",
    "t_binary, t_binary, whose type binary (BinaryField) holds no text",
  })
  void whatHoldsNone(String source, String field, String what) {
    assertThat(advice(source))
        .contains(
            "doccat.fl names '"
                + source
                + "', and with it the field "
                + field
                + ", "
                + what
                + ": it would be categorized like words, and spoils the tag; take it out, and name"
                + " fields that hold texts");
  }

  @Test
  void docValuesThatAreNotShownCannotBeReadBack() {
    assertThat(advice("t_valued")).isEmpty();
    assertThat(advice("t_hidden"))
        .containsExactly(
            "doccat.fl names 't_hidden', and the field t_hidden is neither stored nor has docValues"
                + " that are shown (useDocValuesAsStored=\"false\"): a partial update cannot read"
                + " the text back, so that the tag may not follow it; add stored=\"true\"");
  }

  private static List<String> advice(String source) {
    return new SourceCheck(schema).advice(SourceFields.of(source));
  }
}
