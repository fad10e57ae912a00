/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.docket.explanation.Explainer;
import org.docket.explanation.Explanation;

/**
 * How good explanations are: by how much the probability of the decision falls when the words that
 * they name are left out, beside others at as many places (Samek et al. 2017, Evaluating the
 * Visualization of What a Deep Neural Network Has Learned; DeYoung et al. 2020, ERASER, call the
 * first fall comprehensiveness).
 */
final class DeletionCurve {

  private static final int DRAWS = 5;
  private static final long SEED = 42;

  private final TextCategorizer categorizer;
  private final Explainer explainer;

  DeletionCurve(TextCategorizer categorizer) {
    this.categorizer = categorizer;
    this.explainer = new Explainer(categorizer);
  }

  /**
   * What leaving words out does, on average over documents.
   *
   * @param words how many are left out
   * @param documents how many have at least twice as many words
   * @param fall of the probability without the words that are named
   * @param changed share of decisions without them that are others
   * @param fallOfOthers of the probability without others, mean of several draws
   * @param changedByOthers share of decisions without others that are others
   */
  record Point(
      int words,
      int documents,
      double fall,
      double changed,
      double fallOfOthers,
      double changedByOthers) {}

  /** A point for each number of words, of those texts on which the model does not abstain. */
  List<Point> measure(List<String> texts, List<Integer> counts) {
    List<Sums> sums = counts.stream().map(Sums::new).toList();
    Random random = new Random(SEED);
    for (String text : texts) {
      Explanation explanation = explainer.explain(text);
      if (!explanation.answer().abstains()) {
        NamedWords words = NamedWords.of(text, explanation);
        sums.stream()
            .filter(sum -> words.words().size() >= 2 * sum.words)
            .forEach(sum -> add(sum, words, explanation.answer().best(), random));
      }
    }
    return sums.stream().map(Sums::mean).toList();
  }

  private void add(Sums sums, NamedWords words, ScoredCategory decision, Random random) {
    List<String> texts = new ArrayList<>(List.of(words.without(sums.words)));
    for (int i = 0; i < DRAWS; i++) {
      texts.add(words.withoutOthers(sums.words, random));
    }
    List<Categorization> answers = categorizer.categorizeAll(texts);
    sums.documents++;
    sums.fall += fall(decision, answers.get(0));
    sums.changed += changed(decision, answers.get(0));
    for (Categorization other : answers.subList(1, answers.size())) {
      sums.fallOfOthers += fall(decision, other) / DRAWS;
      sums.changedByOthers += changed(decision, other) / DRAWS;
    }
  }

  private static double fall(ScoredCategory decision, Categorization without) {
    return decision.probability()
        - without.ranked().stream()
            .filter(scored -> scored.category().equals(decision.category()))
            .mapToDouble(ScoredCategory::probability)
            .sum();
  }

  private static double changed(ScoredCategory decision, Categorization without) {
    return without.best().category().equals(decision.category()) ? 0 : 1;
  }

  private static final class Sums {

    final int words;
    int documents;
    double fall;
    double changed;
    double fallOfOthers;
    double changedByOthers;

    Sums(int words) {
      this.words = words;
    }

    Point mean() {
      int n = Math.max(1, documents);
      return new Point(
          words, documents, fall / n, changed / n, fallOfOthers / n, changedByOthers / n);
    }
  }
}
