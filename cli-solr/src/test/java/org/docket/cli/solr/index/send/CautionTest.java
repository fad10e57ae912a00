/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.docket.cli.solr.index.fields.IndexDocument;
import org.docket.cli.solr.index.fields.IndexDocument.Place;
import org.docket.cli.solr.index.send.Trouble.Kind;
import org.junit.jupiter.api.Test;

/** When documents are sent without a look, and which of them were there then. */
class CautionTest {

  private final Caution caution = new Caution();

  @Test
  void looksUntilAllHaveBeenNewForAWhileAndAgainAfterAConflict() {
    look(Caution.NEW_BATCHES - 1, true, true);
    assertThat(caution.looksFirst()).isTrue();
    look(1, true, true);
    assertThat(caution.looksFirst()).isFalse();
    caution.conflict();
    assertThat(caution.looksFirst()).isTrue();
    look(Caution.NEW_BATCHES - 1, true, true);
    look(1, false, true);
    look(Caution.NEW_BATCHES - 1, true, true);
    assertThat(caution.looksFirst()).isTrue();
  }

  @Test
  void aSolrThatGivesNoVersionsWouldReplaceWhatIsThereSoThatItIsAlwaysLookedFor() {
    look(100, true, false);
    assertThat(caution.looksFirst()).isTrue();
  }

  @Test
  void whatWasSentBeforeTheOneThatWasThereIsOurs() {
    Origins origins = new Origins();
    List<IndexDocument> documents = documents(12);
    origins.failed(
        documents, new Trouble(Kind.CONFLICT, "409: version conflict for 10 expected=-1 actual=7"));
    origins.looked(documents, documents.stream().map(IndexDocument::id).toList());
    assertThat(documents.stream().filter(origins::existed))
        .extracting(IndexDocument::id)
        .containsExactly("10", "11");
  }

  @Test
  void whatIsFoundAfterALostAnswerIsOurs() {
    Origins origins = new Origins();
    List<IndexDocument> documents = documents(2);
    origins.failed(documents, new Trouble(Kind.AWAY, "connection reset"));
    origins.looked(documents, List.of("0", "1"));
    assertThat(documents).noneMatch(origins::existed);
  }

  private void look(int times, boolean isNew, boolean isGuarded) {
    IntStream.range(0, times).forEach(i -> caution.looked(isNew, isGuarded));
  }

  private static List<IndexDocument> documents(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new IndexDocument(new Place("a", i + 1, i + 1), "" + i, Map.of("f", "x"), 1))
        .toList();
  }
}
