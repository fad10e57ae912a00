/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.CapturedLog;
import org.docket.solr.config.Configs;
import org.docket.solr.metrics.TaggingMetrics;
import org.docket.solr.update.EchoingCategorizer;
import org.docket.solr.update.Tagging;
import org.junit.jupiter.api.Test;

class DocumentTagsTest {

  private final EchoingCategorizer categorizer = new EchoingCategorizer();

  @Test
  void tagsInTheOrderInWhichTheyWereSent() {
    assertThat(tags("A", " ", "B"))
        .containsExactly("{cat=A, score=0.5}", "{}", "{cat=B, score=0.5}");
    assertThat(categorizer.calls()).containsExactly(List.of("A", "B"));
  }

  @Test
  void categorizesSoManyAtOnceAsAnUpdateWould() {
    tags(new String[] {"batchSize", "2"}, "A", "B", "", "C", "D", "E");

    assertThat(categorizer.calls())
        .containsExactly(List.of("A", "B"), List.of("C", "D"), List.of("E"));
  }

  @Test
  void holdsNoMoreTextThanAnUpdateWould() {
    String large = "x".repeat(100_000);
    tags(IntStream.range(0, 15).mapToObj(i -> large).toArray(String[]::new));

    assertThat(categorizer.calls()).extracting(List::size).containsExactly(10, 5);
  }

  @Test
  void aTextThatCannotBeCategorizedSpoilsNoOther() {
    try (CapturedLog log = CapturedLog.of(DocumentTags.class)) {
      assertThat(tags("A", "bad", "B"))
          .containsExactly(
              "{cat=A, score=0.5}",
              "{error=the text of document 2 cannot be categorized:"
                  + " java.lang.IllegalStateException: cannot categorize 'bad'. An update would be"
                  + " refused; doccat.onFailure=skip would index it without a category}",
              "{cat=B, score=0.5}");
      assertThat(log.messages()).hasSize(2);
    }
  }

  @Test
  void aFailureIsTaggedWhereAnUpdateWouldBe() {
    String[] params = {
      "onFailure", "fallback", "fallback", "other", "reviewField", "r", "failureField", "f"
    };
    try (CapturedLog log = CapturedLog.of(DocumentTags.class)) {
      assertThat(tags(params, "bad"))
          .containsExactly(
              "{cat=other, r=failed, f=java.lang.IllegalStateException: cannot categorize 'bad'}");
      assertThat(log.messages()).hasSize(1);
    }
  }

  private List<String> tags(String... texts) {
    return tags(new String[0], texts);
  }

  private List<String> tags(String[] params, String... texts) {
    String[] all = Arrays.copyOf(params, params.length + 2);
    all[params.length] = "scoreField";
    all[params.length + 1] = "score";
    Tagging tagging = Tagging.of(Configs.of(all), categorizer, "m.bin 1", TaggingMetrics.NONE);
    return new DocumentTags(tagging)
        .of(Arrays.stream(texts).map(t -> new SolrInputDocument("title", t)).toList()).stream()
            .map(Object::toString)
            .toList();
  }
}
