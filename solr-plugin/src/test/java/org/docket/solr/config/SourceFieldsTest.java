/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class SourceFieldsTest {

  @Test
  void namesAndPatterns() {
    SourceFields fields = SourceFields.of("title", "*_txt", "note_*");

    assertThat(fields.hasPatterns()).isTrue();
    assertThat(List.of("title", "a_txt", "_txt", "note_1", "note_")).allMatch(fields::matches);
    assertThat(List.of("titles", "a_txt2", "a_note_1", "xtitle")).noneMatch(fields::matches);
    assertThat(SourceFields.of("title").hasPatterns()).isFalse();
    assertThat(SourceFields.of("*").matches("anything")).isTrue();
  }

  @Test
  void theOrderIsThatOfTheListThenThatOfNames() {
    SourceFields fields = SourceFields.of("note_*", "title", "*_txt");

    assertThat(fields.among(List.of("b_txt", "title", "x", "note_2", "a_txt", "note_1")))
        .containsExactly("note_1", "note_2", "title", "a_txt", "b_txt");
    assertThat(fields.among(List.of("note_txt"))).containsExactly("note_txt");
    assertThat(SourceFields.of("b", "a").among(List.of("a"))).containsExactly("b", "a");
  }

  @Test
  void aPatternHasOneStarAtAnEnd() {
    for (String pattern : List.of("a*b", "*a*", "**", "a**")) {
      assertThatThrownBy(() -> SourceFields.of(pattern))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith("doccat.fl names '" + pattern + "'; a pattern has one *");
    }
  }

  @Test
  void tellsWhatItIs() {
    assertThat(SourceFields.of("a", "*_b")).hasToString("a, *_b");
  }
}
