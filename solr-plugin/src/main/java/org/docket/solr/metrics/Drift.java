/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.Categorization;
import org.docket.ScoredCategory;

/**
 * How far a model's answers have moved from those that it gave when it was validated.
 *
 * <p>The category mix is compared by the population stability index ({@link PopulationStability}),
 * over all answers and over the latest ones, as drift shows late in a count of all. The index of n
 * answers over k categories is about (k - 1) / n even without drift, so the window grows with the
 * categories, and there is no index before a quarter of it is full. Texts where the model abstains
 * are not counted: their answer says nothing of them.
 *
 * <p>Safe for use by many threads.
 */
final class Drift {

  private static final int MIN_WINDOW = 1_000;
  private static final int MAX_WINDOW = 100_000;
  private static final int WINDOW_PER_CATEGORY = 100;

  private final ModelInfo model;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int minAnswers;
  private final AnswerMix all;
  private final AnswerMix recent;

  Drift(ModelInfo model) {
    this.model = model;
    List<String> categories = model.categories();
    for (String category : categories) {
      numbers.put(category, numbers.size());
    }
    int window = window(categories.size());
    this.minAnswers = window / 4;
    this.all = new AnswerMix(categories.size(), 0);
    this.recent = new AnswerMix(categories.size(), window);
  }

  static int window(int categories) {
    return (int)
        Math.max(MIN_WINDOW, Math.min(MAX_WINDOW, (long) WINDOW_PER_CATEGORY * categories));
  }

  boolean isOf(ModelInfo other) {
    return model.sha256().equals(other.sha256());
  }

  void add(Categorization answer) {
    ScoredCategory best = answer.best();
    Integer number = numbers.get(best.category());
    if (answer.abstains() || number == null) {
      return;
    }
    synchronized (this) {
      all.add(number, best.probability());
      recent.add(number, best.probability());
    }
  }

  /** What is known, by name: what is not known yet, or has no baseline, is left out. */
  synchronized Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("recentDocuments", (double) recent.size());
    if (recent.size() > 0) {
      values.put("meanConfidence", all.meanProbability());
      values.put("recentMeanConfidence", recent.meanProbability());
    }
    model.baseline().ifPresent(baseline -> compare(baseline, values));
    return values;
  }

  private void compare(ExpectedAnswers baseline, Map<String, Double> values) {
    values.put("baselineMeanConfidence", baseline.meanConfidence());
    if (recent.size() >= minAnswers) {
      double[] expected = shares(baseline);
      values.put("psi", PopulationStability.index(expected, all.counts()));
      values.put("recentPsi", PopulationStability.index(expected, recent.counts()));
    }
  }

  private double[] shares(ExpectedAnswers baseline) {
    return model.categories().stream()
        .mapToDouble(category -> baseline.shares().getOrDefault(category, 0.0))
        .toArray();
  }
}
