/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void fieldsInsideOfObjectsHaveNamesWithDots() throws IOException {
    JsonFields fields = new JsonFields(JSON.readTree("{\"a\":{\"B c\":{\"d\":\"yes\"}}}"));
    assertThat(fields.names()).containsExactly("a", "a.B c", "a.B c.d");
    assertThat(fields.get(fields.find("A.b_C.d")).asText()).isEqualTo("yes");
  }

  /** Each name would hold all those above it: a row of a megabyte would take half a gigabyte. */
  @Test
  void namesOfManyObjectsInsideOfEachOtherTakeNoMoreThanTheRow() throws IOException {
    int depth = 900;
    String row = ("{\"" + "x".repeat(1000) + "\":").repeat(depth) + "1" + "}".repeat(depth);
    int letters =
        new JsonFields(JSON.readTree(row)).names().stream().mapToInt(String::length).sum();
    assertThat(letters).isLessThan(row.length());
  }
}
