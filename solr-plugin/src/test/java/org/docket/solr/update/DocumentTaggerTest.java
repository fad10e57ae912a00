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
  private final DocumentTagger tagger =
      new DocumentTagger(
          Tagging.of(
              Configs.of("scoreField", "score"), categorizer, "m.bin 1", TaggingMetrics.NONE));

  @Test
  void tellsWhatBecameOfEachDocument() {
    List<PendingAdd> adds = List.of(add("A"), add("bad"), add(" "), add("B"));

    List<TaggedAdd> tagged = tagger.tagAll(adds);

    assertThat(tagged)
        .extracting(TaggedAdd::command)
        .containsExactlyElementsOf(adds.stream().map(PendingAdd::command).toList());
    assertThat(tagged)
        .extracting(add -> add.failure().map(Throwable::getMessage).orElse("none"))
        .containsExactly("none", "cannot categorize 'bad'", "none", "none");
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
  void nothingOfNothing() {
    assertThat(tagger.tagAll(List.of())).isEmpty();
    assertThat(categorizer.calls()).isEmpty();
  }

  private static PendingAdd add(String text) {
    AddUpdateCommand command = new AddUpdateCommand(null);
    command.solrDoc = new SolrInputDocument("title", text);
    SourceText source = new SourceText(text, false);
    return new PendingAdd(
        command,
        text.isBlank() ? List.of() : List.of(new PendingText(command.solrDoc, source, false)));
  }
}
