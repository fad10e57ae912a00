/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.InsufficientTrainingDataException;
import opennlp.tools.util.ObjectStream;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.model.CategoryNames;
import org.docket.opennlp.Features;

/**
 * What OpenNLP's events call the categories.
 *
 * @param names for each label, unescaped, the name that the events give it; of several spellings
 *     the first
 */
record EventOutcomes(Map<String, String> names) {

  EventOutcomes {
    names = Map.copyOf(names);
  }

  /**
   * Reads all events; none of them is held.
   *
   * @param documents gets each one, its label unescaped, its tokens joined by blanks as serving
   *     joins them
   * @throws InsufficientTrainingDataException if there are fewer than two categories
   * @throws DocketException if a feature is not a token
   */
  static EventOutcomes read(ObjectStream<Event> events, Consumer<LabelledText> documents)
      throws IOException {
    Map<String, String> names = new HashMap<>();
    for (Event event = events.read(); event != null; event = events.read()) {
      String label = CategoryNames.unescape(event.getOutcome());
      names.putIfAbsent(label, event.getOutcome());
      documents.accept(new LabelledText(label, text(event.getContext())));
    }
    if (names.size() < 2) {
      throw new InsufficientTrainingDataException(
          "training needs at least two categories, but the data has " + names.size());
    }
    return new EventOutcomes(names);
  }

  /** The model with its categories called as the events call them. */
  CategorizerModel named(CategorizerModel model) {
    return model.withCategories(
        model.categories().stream().map(name -> names.get(CategoryNames.unescape(name))).toList());
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
        String.format(
            Locale.ROOT,
            "the LSTM learns from the tokens of a text, but was given the feature \"%s\"; train with"
                + " OpenNLP's BagOfWordsFeatureGenerator alone, which is the default",
            feature));
  }
}
