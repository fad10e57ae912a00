/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.List;

/**
 * What a categorizer says about one text.
 *
 * @param ranked every category of the model, the most probable first; never empty; the
 *     probabilities sum to 1
 * @param tokens how many tokens of the text were read, after cleaning and cutting
 * @param knownTokens how many of them the model knows. With none the text says nothing to the
 *     model, and the probabilities are those of the training data: see {@link #abstains()}
 * @param truncated whether the text was longer than the model reads, so that its end was ignored
 */
public record Categorization(
    List<ScoredCategory> ranked, int tokens, int knownTokens, boolean truncated) {

  public Categorization {
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException("a categorization has at least one category");
    }
    ranked = ranked.stream().sorted().toList();
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

  /** Whether the model has nothing to go by: the text holds no word that it knows. */
  public boolean abstains() {
    return knownTokens == 0;
  }
}
