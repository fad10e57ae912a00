/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.docket.evaluation.OtherLabels;

/**
 * Models side by side. Its components are the keys of {@code docket compare --json}.
 *
 * @param documents how many documents all models were asked about
 * @param timedDocuments how many of them the speed was measured on
 * @param rounds how often each model was timed
 * @param sameCategories whether all models have the same categories
 * @param models the figures of each model
 * @param mcnemar the test of each pair of models
 */
public record Comparison(
    int documents,
    int timedDocuments,
    int rounds,
    boolean sameCategories,
    List<Figures> models,
    List<Pair> mcnemar) {

  /**
   * One model's figures.
   *
   * @param truncated how many documents were longer than what the model reads
   * @param otherLabels labels that the model does not have as a category, so that all their
   *     documents count as wrong
   */
  public record Figures(
      String name,
      String file,
      long bytes,
      double accuracy,
      double macroF1,
      double ece,
      double docsPerSecond,
      long truncated,
      OtherLabels otherLabels) {}

  /** Two models, by name, and the test. */
  public record Pair(String first, String second, McNemar test) {}

  /**
   * Puts figures together.
   *
   * @param predictions of each candidate, of the same documents in the same order
   * @param truncated documents of each candidate
   * @param docsPerSecond of each candidate
   */
  public static Comparison of(
      List<Candidate> candidates,
      List<List<LabelledPrediction>> predictions,
      long[] truncated,
      double[] docsPerSecond,
      int timedDocuments,
      int rounds) {
    List<Figures> figures = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      figures.add(figures(candidate, predictions.get(i), truncated[i], docsPerSecond[i]));
      for (int j = i + 1; j < candidates.size(); j++) {
        McNemar test = McNemar.of(predictions.get(i), predictions.get(j));
        pairs.add(new Pair(candidate.name(), candidates.get(j).name(), test));
      }
    }
    long categorySets =
        candidates.stream()
            .map(c -> new HashSet<>(c.categorizer().categories()))
            .distinct()
            .count();
    return new Comparison(
        predictions.get(0).size(), timedDocuments, rounds, categorySets == 1, figures, pairs);
  }

  private static Figures figures(
      Candidate candidate,
      List<LabelledPrediction> predictions,
      long truncated,
      double docsPerSecond) {
    List<String> categories = candidate.categorizer().categories();
    Evaluation evaluation = Evaluation.of(categories, predictions);
    return new Figures(
        candidate.name(),
        candidate.file().toString(),
        candidate.bytes(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.ece(),
        docsPerSecond,
        truncated,
        evaluation.otherLabels());
  }
}
