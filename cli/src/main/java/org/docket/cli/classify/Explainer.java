/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.Categorization;
import org.docket.LstmDocumentCategorizer;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;

/**
 * Explains an answer by occlusion (Zeiler and Fergus 2014): which words, left out of the text, take
 * most from the category's probability? It asks the model once per distinct word.
 */
final class Explainer {

  private static final int WORDS = 5;

  private final TextCategorizer categorizer;

  Explainer(TextCategorizer categorizer) {
    this.categorizer = categorizer;
  }

  /** The words that speak most for the best category, the strongest first. */
  List<WordWeight> explain(String text, Categorization answer) {
    List<String> tokens = tokens(text);
    List<WordWeight> weights = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>(tokens);
    if (words.size() > 1) {
      for (String word : words) {
        weights.add(new WordWeight(word, loss(tokens, word, answer.best())));
      }
    }
    return weights.stream()
        .filter(weight -> weight.weight() > 0)
        .sorted(Comparator.comparingDouble(WordWeight::weight).reversed())
        .limit(WORDS)
        .toList();
  }

  private double loss(List<String> tokens, String word, ScoredCategory best) {
    String without = String.join(" ", tokens.stream().filter(t -> !t.equals(word)).toList());
    return best.probability()
        - categorizer.categorize(without).ranked().stream()
            .filter(scored -> scored.category().equals(best.category()))
            .mapToDouble(ScoredCategory::probability)
            .sum();
  }

  /** Cleaning cleaned tokens again changes nothing, so a text may be put together from them. */
  private List<String> tokens(String text) {
    if (categorizer instanceof LstmDocumentCategorizer lstm) {
      return lstm.analyzer().analyze(text).tokens();
    }
    return List.of(WhitespaceTokenizer.INSTANCE.tokenize(text));
  }
}
