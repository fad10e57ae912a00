/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.CollectionObjectStream;
import org.docket.corpus.LabelledText;
import org.junit.jupiter.api.Test;

class EventCorpusTest {

  @Test
  void spellingsOfOneLabelAreOneCategoryCalledAsTheFirst() throws IOException {
    List<Event> events =
        List.of(
            new Event("Home%20loan", new String[] {"bow=my", "bow=house"}),
            new Event("Card", new String[] {"lucene=plastic"}),
            new Event("Home loan", new String[] {"bow=escrow"}));

    EventCorpus corpus = EventCorpus.read(new CollectionObjectStream<>(events));

    assertThat(corpus.documents())
        .containsExactly(
            new LabelledText("Home loan", "my house"),
            new LabelledText("Card", "plastic"),
            new LabelledText("Home loan", "escrow"));
    assertThat(corpus.outcomes()).isEqualTo(Map.of("Home loan", "Home%20loan", "Card", "Card"));
  }
}
