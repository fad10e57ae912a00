/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.InsufficientTrainingDataException;
import opennlp.tools.util.ObjectStream;
import org.docket.CategoryNames;
import org.docket.DocketException;
import org.docket.corpus.LabelledText;
import org.docket.model.CategorizerModel;
import org.docket.opennlp.Features;

/**
 * What OpenNLP's events say of a corpus.
 *
 * @param documents labels unescaped, tokens joined by blanks as serving joins them
 * @param outcomes the name that the events give a label; of several spellings the first
 */
record EventCorpus(List<LabelledText> documents, Map<String, String> outcomes) {

  EventCorpus {
    documents = List.copyOf(documents);
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Reads all events.
   *
   * @throws InsufficientTrainingDataException if there are fewer than two categories
   * @throws DocketException if a feature is not a token
   */
  static EventCorpus read(ObjectStream<Event> events) throws IOException {
    List<LabelledText> documents = new ArrayList<>();
    Map<String, String> outcomes = new HashMap<>();
    for (Event event = events.read(); event != null; event = events.read()) {
      String label = CategoryNames.unescape(event.getOutcome());
      outcomes.putIfAbsent(label, event.getOutcome());
      documents.add(new LabelledText(label, text(event.getContext())));
    }
    if (outcomes.size() < 2) {
      throw new InsufficientTrainingDataException(
          "training needs at least two categories, but the data has " + outcomes.size());
    }
    return new EventCorpus(documents, outcomes);
  }

  /** The model with its categories called as the events call them. */
  CategorizerModel named(CategorizerModel model) {
    return model.withCategories(
        model.categories().stream()
            .map(name -> outcomes.get(CategoryNames.unescape(name)))
            .toList());
  }

  private static String text(String[] features) {
    StringJoiner text = new StringJoiner(" ");
    for (String feature : features) {
      text.add(Features.token(feature).orElseThrow(() -> notAToken(feature)));
    }
    return text.toString();
  }

  private static DocketException notAToken(String feature) {
    return new DocketException(
        ("the LSTM learns from the tokens of a text, but was given the feature \"%s\"; train with"
                + " OpenNLP's BagOfWordsFeatureGenerator alone, which is the default")
            .formatted(feature));
  }
}
