/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a categorizer says about one text.
 *
 * @param ranked every category of the model, the most probable first, equal ones in the order
 *     given, which is the model's: so the best is OpenNLP's best; never empty; the probabilities
 *     sum to 1
 * @param tokens how many tokens of the text were read, after cleaning and cutting
 * @param knownTokens how many of them the model knows. With none the text says nothing to the
 *     model, and the probabilities are those of the training data
 * @param truncated whether the text was longer than the model reads, so that its end was ignored
 * @param abstains whether the probabilities mean nothing: the text holds no word that the model
 *     knows, or so few that it is not in the model's language or manner. How few is a figure of the
 *     model; one that has none (of an older Docket, or OpenNLP's own) abstains on no known word
 *     only
 */
public record Categorization(
    List<ScoredCategory> ranked, int tokens, int knownTokens, boolean truncated, boolean abstains) {

  private static final Comparator<ScoredCategory> MOST_PROBABLE_FIRST =
      Comparator.comparingDouble(ScoredCategory::probability).reversed();

  public Categorization {
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException("a categorization has at least one category");
    }
    ranked = ranked.stream().sorted(MOST_PROBABLE_FIRST).toList();
  }

  /** Of a model without a measure of its language: it abstains on no known word only. */
  public Categorization(
      List<ScoredCategory> ranked, int tokens, int knownTokens, boolean truncated) {
    this(ranked, tokens, knownTokens, truncated, knownTokens == 0);
  }

  /** Of the probabilities as a network gives them: one for each category, in the same order. */
  static Categorization of(
      List<String> categories,
      double[] probabilities,
      int tokens,
      int knownTokens,
      boolean truncated,
      boolean abstains) {
    List<ScoredCategory> scored = new ArrayList<>(probabilities.length);
    for (int i = 0; i < probabilities.length; i++) {
      scored.add(new ScoredCategory(categories.get(i), probabilities[i]));
    }
    return new Categorization(scored, tokens, knownTokens, truncated, abstains);
  }

  /** The most probable category. */
  public ScoredCategory best() {
    return ranked.get(0);
  }

  /**
   * The most probable categories.
   *
   * @param n how many; all, if there are fewer
   */
  public List<ScoredCategory> top(int n) {
    return ranked.subList(0, Math.min(n, ranked.size()));
  }
}
