/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.docket.ScoredCategory;
import org.docket.solr.config.Configs;
import org.docket.solr.config.TagFields;
import org.junit.jupiter.api.Test;

class TagWriterTest {

  private static final TagFields ALL =
      Configs.of(
              "scoreField", "score",
              "categoriesField", "best",
              "scoresField", "scores",
              "sourceField", "source",
              "modelField", "model",
              "reviewField", "review",
              "failureField", "failure")
          .fields();
  private static final Tag CLEAR =
      new Tag(
          Optional.of("A"),
          Optional.of(0.9),
          List.of(new ScoredCategory("A", 0.9), new ScoredCategory("B", 0.1)),
          Optional.of(Review.TRUNCATED),
          Optional.empty());
  private static final Tag FAILED =
      new Tag(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.of(Review.FAILED),
          Optional.of("broken"));

  private final TagWriter writer = new TagWriter(ALL, "m.bin 1");
  private final SolrInputDocument document = new SolrInputDocument("title", "T");

  @Test
  void allOfATag() {
    writer.write(document, CLEAR);

    assertThat(values(document))
        .isEqualTo(
            values(
                "title", "T",
                "cat", "A",
                "score", 0.9,
                "best", List.of("A", "B"),
                "scores", List.of(0.9, 0.1),
                "source", "model",
                "model", "m.bin 1",
                "review", "truncated"));
  }

  @Test
  void whatATagLacksIsTakenOut() {
    writer.write(document, CLEAR);
    writer.write(document, FAILED);

    assertThat(values(document))
        .isEqualTo(
            values("title", "T", "model", "m.bin 1", "review", "failed", "failure", "broken"));
  }

  @Test
  void aPartialUpdateSetsAllAndClearsWhatThereIsNot() {
    writer.writeUpdate(document, FAILED);

    assertThat(values(document))
        .isEqualTo(
            values(
                "title", "T",
                "cat", set(null),
                "score", set(null),
                "best", set(null),
                "scores", set(null),
                "source", set(null),
                "model", set("m.bin 1"),
                "review", set("failed"),
                "failure", set("broken")));
  }

  @Test
  void takesATagOut() {
    writer.write(document, CLEAR);
    writer.remove(document);
    assertThat(values(document)).isEqualTo(values("title", "T"));

    new TagWriter(TagFields.of("cat", Optional.of("score")), "m").clear(document);
    assertThat(values(document))
        .isEqualTo(values("title", "T", "cat", set(null), "score", set(null)));
  }

  @Test
  void aPersonsTagStandsAlone() {
    writer.write(document, CLEAR);
    writer.markHuman(document);
    assertThat(values(document)).isEqualTo(values("title", "T", "cat", "A", "source", "human"));

    document.setField("source", "Jane");
    writer.markHuman(document);
    assertThat(document.getFieldValue("source")).isEqualTo("Jane");

    TagWriter bare = new TagWriter(TagFields.of("cat", Optional.of("score")), "m");
    document.setField("score", 1);
    bare.markHuman(document);
    assertThat(document.containsKey("score")).isFalse();
  }

  @Test
  void aPartialUpdateByAPersonClearsTheModelsWord() {
    document.setField("cat", set("A"));
    document.setField("score", set(1.0));
    writer.markHumanUpdate(document);

    assertThat(values(document))
        .isEqualTo(
            values(
                "title", "T",
                "cat", set("A"),
                "score", set(null),
                "best", set(null),
                "scores", set(null),
                "source", set("human"),
                "model", set(null),
                "review", set(null),
                "failure", set(null)));

    document.setField("source", set("Jane"));
    writer.markHumanUpdate(document);
    assertThat(document.getFieldValue("source")).isEqualTo(set("Jane"));
    document.setField("source", set("model"));
    writer.markHumanUpdate(document);
    assertThat(document.getFieldValue("source")).isEqualTo(set("human"));
  }

  /** A request that names another field must not leave the old one behind. */
  @Test
  void fieldsOfBeforeAreCleared() {
    TagWriter other = writer.with(TagFields.of("cat", Optional.of("other")));
    other.writeUpdate(document, CLEAR);

    assertThat(document.getFieldValue("other")).isEqualTo(set(0.9));
    assertThat(document.getFieldValue("score")).isEqualTo(set(null));
    assertThat(document.getFieldValue("model")).isEqualTo(set(null));
  }

  private static Map<String, Object> set(Object value) {
    return Collections.singletonMap("set", value);
  }

  private static Map<String, Object> values(SolrInputDocument document) {
    Map<String, Object> values = new LinkedHashMap<>();
    document.forEach(field -> values.put(field.getName(), field.getValue()));
    return values;
  }

  private static Map<String, Object> values(Object... fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<Object> all = Arrays.asList(fields);
    for (int i = 0; i < all.size(); i += 2) {
      values.put((String) all.get(i), all.get(i + 1));
    }
    return values;
  }
}
