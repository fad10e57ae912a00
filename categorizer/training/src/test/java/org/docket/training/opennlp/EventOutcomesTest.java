/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.ObjectStream;
import org.docket.corpus.LabelledText;
import org.junit.jupiter.api.Test;

class EventOutcomesTest {

  @Test
  void spellingsOfOneLabelAreOneCategoryCalledAsTheFirst() throws IOException {
    List<Event> events =
        List.of(
            new Event("Home%20loan", new String[] {"bow=my", "bow=house"}),
            new Event("Card", new String[] {"lucene=plastic"}),
            new Event("Home loan", new String[] {"bow=escrow"}));

    List<LabelledText> documents = new ArrayList<>();
    EventOutcomes outcomes =
        EventOutcomes.read(new CollectionObjectStream<>(events), documents::add);

    assertThat(documents)
        .containsExactly(
            new LabelledText("Home loan", "my house"),
            new LabelledText("Card", "plastic"),
            new LabelledText("Home loan", "escrow"));
    assertThat(outcomes.names()).isEqualTo(Map.of("Home loan", "Home%20loan", "Card", "Card"));
  }

  @Test
  void eachDocumentIsHandedOnBeforeTheNextIsRead() throws IOException {
    List<LabelledText> handedOn = new ArrayList<>();
    ObjectStream<Event> events =
        new ObjectStream<>() {
          private int read;

          @Override
          public Event read() {
            assertThat(handedOn).hasSize(read);
            String[] context = {"bow=text"};
            return read < 10 ? new Event("category" + read++ % 2, context) : null;
          }
        };

    EventOutcomes.read(events, handedOn::add);

    assertThat(handedOn).hasSize(10);
  }
}
