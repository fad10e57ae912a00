/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrDocument;
import org.docket.cli.solr.collection.CollectionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTagTest {

  private static final List<String> ALL = List.of("category", "score", "source", "model", "review");

  /** The plugin's own rules (TagOrigin): what is a person's to it is never sent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "category,score,source,model,review | - | - | human | m | - | NOBODY",
        "category,score,source,model,review | A | 0.9 | model | m | - | MODEL",
        "category,score,source,model,review | A | 0.9 | ' Model ' | m | - | MODEL",
        "category,score,source,model,review | A | - | human | - | - | PERSON",
        "category,score,source,model,review | A | - | ann | - | - | PERSON",
        "category,score,source,model,review | A | - | - | m | below-threshold | PERSON",
        "category,score,source,model,review | A | 0.9 | - | m | truncated | MODEL",
        "category,score,source,model,review | rest | - | model | m | abstained | MODEL",
        "category,model,review | rest | - | - | m | abstained | MODEL",
        "category,model | A | - | - | m | - | MODEL",
        "category,model | A | - | - | - | - | PERSON",
        "category,score | A | 0.9 | - | - | - | MODEL",
        "category,score | A | - | - | - | - | PERSON",
        "category | A | - | - | - | - | PERSON",
      })
  void whoseATagIs(
      String fields,
      String category,
      Double score,
      String source,
      String model,
      String review,
      Owner owner) {
    CollectionInfo info = info(fields.split(","));
    SolrDocument document = new SolrDocument();
    List<Object> values = Arrays.asList(category, score, source, model, review);
    for (int i = 0; i < ALL.size(); i++) {
      if (values.get(i) != null && info.field(ALL.get(i)).isPresent()) {
        document.setField(ALL.get(i), values.get(i));
      }
    }

    assertThat(StoredTag.of(info, document::getFieldValue).owner(info)).isEqualTo(owner);
  }

  @Test
  void whatAFloatMakesOfAScoreIsTheSameScore() {
    CollectionInfo info = info("category", "score");
    Map<String, Object> one = Map.of("category", "A", "score", 0.123456789);
    Map<String, Object> other = new HashMap<>(one);
    other.put("score", 0.123456789f);

    assertThat(StoredTag.of(info, one::get).isSame(StoredTag.of(info, other::get))).isTrue();
    other.put("score", 0.1235);
    assertThat(StoredTag.of(info, one::get).isSame(StoredTag.of(info, other::get))).isFalse();
  }

  @Test
  void textIsJoinedAsThePluginJoinsIt() {
    SolrDocument document = new SolrDocument();
    document.setField("b_txt", "b");
    document.setField("a_txt", List.of("a1", "a2"));
    document.setField("title", "t");
    document.setField("other", "o");

    assertThat(new Sources(List.of("title", "*_txt", "absent")).text(document))
        .isEqualTo("t\na1\na2\nb");
  }

  @Test
  void valuesAreQuotedInFilters() {
    assertThat(Clauses.is("f", "a\"b\\c")).isEqualTo("f:\"a\\\"b\\\\c\"");
  }

  private static CollectionInfo info(String... fields) {
    Map<String, String> roles = new HashMap<>();
    for (String field : fields) {
      roles.put(field, field);
    }
    return new CollectionInfo(
        "id",
        List.of("text"),
        roles,
        List.of(),
        new CollectionInfo.Model("m", "0", "m 0", "m"),
        Optional.empty(),
        Optional.of("rest"));
  }
}
