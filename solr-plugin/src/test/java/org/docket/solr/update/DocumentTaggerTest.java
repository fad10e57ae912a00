/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.docket.solr.config.Configs;
import org.docket.solr.document.SourceText;
import org.docket.solr.metrics.TaggingMetrics;
import org.junit.jupiter.api.Test;

class DocumentTaggerTest {

  private final EchoingCategorizer categorizer = new EchoingCategorizer();
  private final DocumentTagger tagger = tagger(TaggingMetrics.NONE);

  @Test
  void tellsWhatBecameOfEachDocument() {
    List<PendingAdd> adds = List.of(add("A"), add("bad"), add(" "), add("B"));

    List<TaggedAdd> tagged = tagger.tagAll(adds);

    assertThat(tagged)
        .extracting(TaggedAdd::command)
        .containsExactlyElementsOf(adds.stream().map(PendingAdd::command).toList());
    assertThat(tagged)
        .extracting(add -> add.failure().map(Throwable::getMessage).orElse("none"))
        .containsExactly(
            "none",
            "Docket: the text of document (uninitialized) cannot be categorized:"
                + " java.lang.IllegalStateException: cannot categorize 'bad'."
                + " doccat.onFailure=skip would index it without a category",
            "none",
            "none");
    assertThat(adds)
        .extracting(add -> add.document().getFieldValue("cat"))
        .containsExactly("A", null, null, "B");
    assertThat(adds)
        .extracting(add -> add.document().getFieldValue("score"))
        .containsExactly(0.5, null, null, 0.5);
  }

  @Test
  void theCommandOfADocumentThatFailedIsNotToBeHad() {
    TaggedAdd failed = tagger.tagAll(List.of(add("bad"))).get(0);

    assertThatThrownBy(failed::commandOrThrow).isSameAs(failed.failure().orElseThrow());
  }

  @Test
  void aTextThatIsAloneIsTriedOnce() {
    tagger.tagAll(List.of(add("bad"), add(" ")));

    assertThat(categorizer.calls()).containsExactly(List.of("bad"));
  }

  @Test
  void tellsTheMetricsOfEachTextOnce() {
    RecordingMetrics metrics = new RecordingMetrics();
    tagger(metrics).tagAll(List.of(add("A"), add("bad"), add(" ")));

    assertThat(metrics.events())
        .containsExactly(
            "batch of 1", "categorized A", "tagged A 0.5", "failed cannot categorize 'bad'");
  }

  @Test
  void tellsTheMetricsHowManyWereCategorizedAtOnce() {
    RecordingMetrics metrics = new RecordingMetrics();
    tagger(metrics).tagAll(List.of(add("A"), add("B")));

    assertThat(metrics.events()).first().isEqualTo("batch of 2");
  }

  @Test
  void nothingOfNothing() {
    assertThat(tagger.tagAll(List.of())).isEmpty();
    assertThat(categorizer.calls()).isEmpty();
  }

  private DocumentTagger tagger(TaggingMetrics metrics) {
    return new DocumentTagger(
        Tagging.of(Configs.of("scoreField", "score"), categorizer, "m.bin 1", metrics));
  }

  private static PendingAdd add(String text) {
    AddUpdateCommand command = new AddUpdateCommand(null);
    command.solrDoc = new SolrInputDocument("title", text);
    SourceText source = new SourceText(text, false);
    return new PendingAdd(
        command,
        text.isBlank() ? List.of() : List.of(new PendingText(command.solrDoc, source, false)));
  }

  @Test
  void aTextThatCannotBeCategorizedIsMarkedWhereItMayPass() {
    DocumentTagger skipping =
        new DocumentTagger(
            Tagging.of(
                Configs.of(
                    "onFailure",
                    "fallback",
                    "fallback",
                    "other",
                    "reviewField",
                    "review",
                    "failureField",
                    "failure"),
                categorizer,
                "m.bin 1",
                TaggingMetrics.NONE));
    List<PendingAdd> adds = List.of(add("A"), add("bad"));

    assertThat(skipping.tagAll(adds)).allMatch(tagged -> tagged.failure().isEmpty());
    assertThat(adds.get(0).document().getFieldNames()).containsExactlyInAnyOrder("title", "cat");
    SolrInputDocument failed = adds.get(1).document();
    assertThat(failed.getFieldValue("cat")).isEqualTo("other");
    assertThat(failed.getFieldValue("review")).isEqualTo("failed");
    assertThat(failed.getFieldValue("failure"))
        .isEqualTo("java.lang.IllegalStateException: cannot categorize 'bad'");
  }
}
