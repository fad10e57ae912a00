/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class TagFieldsTest {

  @Test
  void namesThoseThatAreSet() {
    assertThat(TagFields.of("cat", Optional.of("score")).names()).containsExactly("cat", "score");
    assertThat(
            Configs.of(
                    "scoreField",
                    "b",
                    "categoriesField",
                    "c",
                    "scoresField",
                    "d",
                    "sourceField",
                    "e",
                    "modelField",
                    "f",
                    "reviewField",
                    "g",
                    "failureField",
                    "h")
                .fields()
                .byName())
        .containsEntry("cat", "doccat.categoryField")
        .containsEntry("b", "doccat.scoreField")
        .containsEntry("c", "doccat.categoriesField")
        .containsEntry("d", "doccat.scoresField")
        .containsEntry("e", "doccat.sourceField")
        .containsEntry("f", "doccat.modelField")
        .containsEntry("g", "doccat.reviewField")
        .containsEntry("h", "doccat.failureField")
        .hasSize(8);
  }

  @Test
  void eachIsAFieldOfItsOwn() {
    assertThatThrownBy(() -> Configs.of("sourceField", "x", "modelField", "x"))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "doccat.modelField and doccat.sourceField both name the field 'x'; give each its own");
    assertThatThrownBy(() -> Configs.of("reviewField", "title"))
        .hasMessageStartingWith("doccat.reviewField is 'title', which is also a source field");
    assertThatThrownBy(() -> Configs.of("fl", "*x", "reviewField", "ax"))
        .hasMessageStartingWith("doccat.reviewField is 'ax', which is also a source field");
  }

  /** A document is not tagged for having been tagged. */
  @Test
  void theHistoryIsNoPartOfTheTag() {
    DoccatConfig config = Configs.of("historyField", "h");

    assertThat(config.fields().names()).containsExactly("cat");
    assertThat(config.targets()).containsEntry("h", "doccat.historyField").hasSize(2);
    assertThatThrownBy(() -> Configs.of("historyField", "cat"))
        .hasMessage(
            "doccat.historyField and doccat.categoryField both name the field 'cat'; give each its"
                + " own");
    assertThatThrownBy(() -> Configs.of("historyField", "title"))
        .hasMessageStartingWith("doccat.historyField is 'title', which is also a source field");
  }

  @Test
  void probabilitiesBelongToCategories() {
    assertThatThrownBy(() -> Configs.of("scoresField", "x"))
        .hasMessageStartingWith("doccat.scoresField is set without doccat.categoriesField");
    assertThatThrownBy(() -> Configs.of("maxCount", "2"))
        .hasMessageStartingWith("doccat.maxCount is set without doccat.categoriesField");
  }
}
