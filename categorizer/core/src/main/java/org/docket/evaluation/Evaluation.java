/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics over the predictions of many documents. Immutable.
 *
 * <p>Macro-F1 is the mean of the F1 of all categories that occur as labels or as predictions. The
 * expected calibration error takes 15 bins of equal width (Guo et al. 2017, On Calibration of
 * Modern Neural Networks).
 */
public final class Evaluation {

  private static final int BINS = 15;

  private final List<String> categories;
  private final List<LabelledPrediction> predictions;
  private final int[][] confusion;

  private Evaluation(List<String> categories, List<LabelledPrediction> predictions) {
    this.categories = categories;
    this.predictions = predictions;
    this.confusion = new int[categories.size()][categories.size()];
    Map<String, Integer> indices = new HashMap<>();
    categories.forEach(category -> indices.put(category, indices.size()));
    for (LabelledPrediction prediction : predictions) {
      confusion[indices.get(prediction.gold())][indices.get(prediction.predicted())]++;
    }
  }

  /**
   * Evaluates.
   *
   * @param categories the model's; labels of documents that are not among them are added at the end
   * @param predictions at least one
   */
  public static Evaluation of(List<String> categories, List<LabelledPrediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to evaluate");
    }
    Set<String> all = new LinkedHashSet<>(categories);
    predictions.forEach(prediction -> all.add(prediction.gold()));
    return new Evaluation(List.copyOf(all), List.copyOf(predictions));
  }

  /** The model's categories, then labels that the model does not have. */
  public List<String> categories() {
    return categories;
  }

  /** How many documents were evaluated. */
  public int documents() {
    return predictions.size();
  }

  /** The share of documents that are right. */
  public double accuracy() {
    return (double) predictions.stream().filter(LabelledPrediction::isRight).count()
        / predictions.size();
  }

  /** The mean F1 of all categories that occur. */
  public double macroF1() {
    return perCategory().stream()
        .filter(score -> score.support() > 0 || predicted(score.category()) > 0)
        .mapToDouble(CategoryScore::f1)
        .average()
        .orElse(0);
  }

  /** The scores of each category, in the order of {@link #categories()}. */
  public List<CategoryScore> perCategory() {
    List<CategoryScore> scores = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      String category = categories.get(i);
      int support = Arrays.stream(confusion[i]).sum();
      scores.add(CategoryScore.of(category, confusion[i][i], predicted(category), support));
    }
    return scores;
  }

  /** How often a label (row) got a category (column), both as in {@link #categories()}; a copy. */
  public int[][] confusion() {
    return Arrays.stream(confusion).map(int[]::clone).toArray(int[][]::new);
  }

  /** Expected calibration error, from 0 (a confidence is what it says) to 1. */
  public double ece() {
    return reliability().stream()
        .mapToDouble(
            bin -> bin.documents() * Math.abs(bin.meanConfidence() - bin.accuracy()) / documents())
        .sum();
  }

  /** The documents in bins of equal width of their confidence, the least confident first. */
  public List<ReliabilityBin> reliability() {
    int[] counts = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (LabelledPrediction prediction : predictions) {
      int bin = Math.min(BINS - 1, (int) (prediction.confidence() * BINS));
      counts[bin]++;
      right[bin] += prediction.isRight() ? 1 : 0;
      confidence[bin] += prediction.confidence();
    }
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int n = Math.max(1, counts[i]);
      bins.add(
          new ReliabilityBin(
              (double) i / BINS,
              (i + 1.0) / BINS,
              counts[i],
              confidence[i] / n,
              (double) right[i] / n));
    }
    return bins;
  }

  private int predicted(String category) {
    int column = categories.indexOf(category);
    return Arrays.stream(confusion).mapToInt(row -> row[column]).sum();
  }
}
