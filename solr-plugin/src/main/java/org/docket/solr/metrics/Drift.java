/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.Baseline;
import org.docket.Categorization;
import org.docket.PopulationStabilityIndex;
import org.docket.ScoredCategory;

/**
 * How far a model's answers have moved from those that it gave when it was validated.
 *
 * <p>The category mix is compared by the population stability index ({@link
 * PopulationStabilityIndex}), over all answers and over the latest ones, as drift shows late in a
 * count of all. The index of n answers over k categories is about (k - 1) / n even without drift,
 * so the window grows with the categories, and there is no index before a quarter of it is full.
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
    if (answer.abstains()) {
      addAbstained();
      return;
    }
    ScoredCategory best = answer.best();
    Integer category = numbers.get(best.category());
    if (category != null) {
      add(category, best.probability());
    }
  }

  private synchronized void addAbstained() {
    all.addAbstained();
    recent.addAbstained();
  }

  private synchronized void add(int category, double probability) {
    all.add(category, probability);
    recent.add(category, probability);
  }

  /** What is known, by name: what is not known yet, or has no baseline, is left out. */
  synchronized Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("recentDocuments", (double) recent.size());
    putKnown(values, "meanConfidence", all.meanProbability());
    putKnown(values, "recentMeanConfidence", recent.meanProbability());
    putKnown(values, "abstained", all.abstainedShare());
    putKnown(values, "recentAbstained", recent.abstainedShare());
    model.baseline().ifPresent(baseline -> compare(baseline, values));
    return values;
  }

  private void compare(Baseline baseline, Map<String, Double> values) {
    putKnown(values, "baselineAbstained", (double) baseline.abstentions() / baseline.documents());
    putKnown(values, "baselineMeanConfidence", baseline.meanConfidence());
    putIndex(values, "psi", baseline, all);
    putIndex(values, "recentPsi", baseline, recent);
  }

  private void putIndex(Map<String, Double> values, String name, Baseline baseline, AnswerMix mix) {
    if (mix.answered() >= minAnswers) {
      values.put(name, PopulationStabilityIndex.of(baseline.predicted(), byCategory(mix)));
    }
  }

  private Map<String, Long> byCategory(AnswerMix mix) {
    Map<String, Long> counts = new LinkedHashMap<>();
    numbers.forEach((category, number) -> counts.put(category, mix.count(number)));
    return counts;
  }

  private static void putKnown(Map<String, Double> values, String name, double value) {
    if (!Double.isNaN(value)) {
      values.put(name, value);
    }
  }
}
