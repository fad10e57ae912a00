/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.config.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagOriginTest {

  private final TagOrigin origins =
      new TagOrigin(
          Configs.of(
                  "scoreField",
                  "score",
                  "sourceField",
                  "source",
                  "modelField",
                  "model",
                  "reviewField",
                  "review")
              .fields(),
          Optional.of("other"));

  @Test
  void withoutCategoryItIsNobodys() {
    assertThat(incoming("title", "A")).isEqualTo(Origin.NONE);
    assertThat(incoming("title", "A", "cat", " ")).isEqualTo(Origin.MODEL);
    assertThat(incoming("model", "m.bin 1")).isEqualTo(Origin.MODEL);
  }

  @Test
  void theSourceSaysWhoseItIs() {
    assertThat(incoming("cat", "A", "source", "model")).isEqualTo(Origin.MODEL);
    assertThat(incoming("cat", "A", "source", "Model ", "model", "m")).isEqualTo(Origin.MODEL);
    assertThat(incoming("cat", "A", "source", "human", "model", "m")).isEqualTo(Origin.HUMAN);
    assertThat(incoming("cat", "A", "source", "Jane", "score", 0.5)).isEqualTo(Origin.HUMAN);
  }

  @Test
  void soDoesTheModel() {
    assertThat(incoming("cat", "A", "model", "m.bin 1")).isEqualTo(Origin.MODEL);
    assertThat(incoming("cat", "A", "model", " ")).isEqualTo(Origin.HUMAN);
  }

  @Test
  void whoAnswersAReviewIsAPerson() {
    for (String reason : List.of("failed", "abstained", "not-allowed", "below-threshold")) {
      assertThat(incoming("cat", "A", "model", "m", "review", reason)).isEqualTo(Origin.HUMAN);
      assertThat(incoming("cat", "other", "model", "m", "review", reason)).isEqualTo(Origin.MODEL);
      assertThat(incoming("cat", "A", "source", "model", "review", reason)).isEqualTo(Origin.MODEL);
    }
    assertThat(incoming("cat", "A", "model", "m", "review", "truncated")).isEqualTo(Origin.MODEL);
    SolrInputDocument stored = document("model", "m", "review", "abstained");
    assertThat(origins.answersReview(document("cat", "A", "model", "m"), stored)).isTrue();
    assertThat(origins.answersReview(document("cat", "A", "source", "model"), stored)).isFalse();
    assertThat(origins.answersReview(document("cat", "A"), document("cat", "B"))).isFalse();
  }

  @Test
  void aFallbackIsAModelsWhereNothingElseTells() {
    assertThat(incoming("cat", "other")).isEqualTo(Origin.HUMAN);
    TagOrigin bare =
        new TagOrigin(Configs.of("scoreField", "score").fields(), Optional.of("other"));
    assertThat(bare.ofIncoming(document("cat", "other"))).isEqualTo(Origin.MODEL);
    assertThat(bare.ofStored(document("cat", "other"))).isEqualTo(Origin.MODEL);
    assertThat(bare.ofStored(document("cat", "another"))).isEqualTo(Origin.HUMAN);
  }

  @Test
  void peopleGiveNoScores() {
    assertThat(incoming("cat", "A")).isEqualTo(Origin.HUMAN);
    assertThat(incoming("cat", "A", "score", 0.5)).isEqualTo(Origin.UNCERTAIN);
    assertThat(origins.ofStored(document("cat", "A", "score", 0.5))).isEqualTo(Origin.MODEL);
    assertThat(origins.ofStored(document("cat", "A"))).isEqualTo(Origin.HUMAN);
  }

  @ParameterizedTest
  @CsvSource({
    "0.98761234, 0.98761234, true",
    "0.98761234, 0.99, true",
    "0.98761234, 0.988, true",
    "0.98761234, 0.98, true",
    "0.98761234, 0.97, false",
    "0.98761234, 0.9877, false",
    "0.987612341234, 0.98761237, true",
    "0.98761234, 1, true",
    "0.4, 0.40, true",
    "9.5E-5, 0.000095, true",
    "0.9961509622672048, 0.99, true",
    "0.5, half, false",
    "NaN, NaN, true",
    "0.975, 0.98, true",
    "0.9749, 0.98, false",
    "1e-401, 1e-401, true",
    "0.5, 1e9999999, false",
    "0.5, 1e-9999999, false",
    "0.5, 1e2147483647, false",
  })
  void aScoreMayHaveBeenRoundedOrCut(String stored, String came, boolean same) {
    assertThat(
            origins.isSameTag(
                document("cat", "A", "score", came), document("cat", "A", "score", stored)))
        .isEqualTo(same);
  }

  @Test
  void theSameTagHasTheSameCategory() {
    SolrInputDocument stored = document("cat", "A", "score", 0.5f);

    assertThat(origins.isSameTag(document("cat", "A", "score", 0.5), stored)).isTrue();
    assertThat(origins.isSameTag(document("cat", "B", "score", 0.5), stored)).isFalse();
    assertThat(origins.isSameTag(document("cat", "A"), stored)).isFalse();
    assertThat(origins.isSameCategory(document(), document("cat", ""))).isTrue();
    assertThat(origins.hasCategory(stored)).isTrue();
    assertThat(origins.hasCategory(document("cat", " "))).isFalse();
  }

  @Test
  void operationsAreReadToo() {
    assertThat(value(Map.of("set", "A"))).contains("A");
    assertThat(value(Map.of("add", List.of("A", "B")))).contains("A");
    assertThat(value(Map.of("remove", "A"))).isEmpty();
    assertThat(value(List.of("A", "B"))).contains("A");
    assertThat(value(5)).contains("5");
    assertThat(value(null)).isEmpty();
    assertThat(value(Map.of("set", Arrays.asList(null, "A")))).contains("A");
    assertThat(value(new SolrInputDocument("set", "A"))).isNotEqualTo(Optional.of("A"));
  }

  private static Optional<String> value(Object value) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField("cat", value);
    return TagOrigin.value(document, "cat");
  }

  private Origin incoming(Object... fields) {
    return origins.ofIncoming(document(fields));
  }

  private static SolrInputDocument document(Object... fields) {
    SolrInputDocument document = new SolrInputDocument();
    for (int i = 0; i < fields.length; i += 2) {
      document.setField((String) fields[i], fields[i + 1]);
    }
    return document;
  }

  @Test
  void companionsAreAllButTheCategory() {
    SolrInputDocument stored = document("cat", "A", "score", 0.5, "source", "model");

    assertThat(
            origins.hasSameCompanions(
                document("cat", "B", "score", 0.5f, "source", "model"), stored))
        .isTrue();
    assertThat(origins.hasSameCompanions(document("cat", "A", "score", 0.5), stored)).isFalse();
  }
}
