/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Metrics over the predictions of many documents. Immutable.
 *
 * <p>Labels that the model does not have share one row, {@value #OTHER_LABELS}, however many they
 * are. Macro-F1 is the mean of the F1 of all categories that occur as labels or as predictions;
 * each of the other labels counts as a category of its own there, with an F1 of 0. The expected
 * calibration error takes 15 bins of equal width (Guo et al. 2017, On Calibration of Modern Neural
 * Networks).
 */
public final class Evaluation {

  /** The name of the last category if there are labels that the model does not have. */
  public static final String OTHER_LABELS = "(other labels)";

  private static final int BINS = 15;

  private final List<String> categories;
  private final List<LabelledPrediction> predictions;
  private final OtherLabels otherLabels;
  private final int[][] confusion;
  private final List<CategoryScore> scores;

  private Evaluation(List<String> categories, List<LabelledPrediction> predictions) {
    Map<String, Integer> indices = new HashMap<>();
    categories.forEach(category -> indices.put(category, indices.size()));
    this.predictions = predictions;
    this.otherLabels = otherLabels(indices.keySet(), predictions);
    this.categories = named(categories, otherLabels);
    this.confusion = confusion(indices, this.categories.size(), predictions);
    this.scores = scores(this.categories, confusion);
  }

  /**
   * Evaluates.
   *
   * @param categories the model's
   * @param predictions at least one; each predicts one of the categories
   */
  public static Evaluation of(List<String> categories, List<LabelledPrediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to evaluate");
    }
    List<String> distinct = categories.stream().distinct().toList();
    return new Evaluation(distinct, List.copyOf(predictions));
  }

  /** The model's categories, then {@link #OTHER_LABELS} if there are such. */
  public List<String> categories() {
    return categories;
  }

  /** The labels that the model does not have; often none. */
  public OtherLabels otherLabels() {
    return otherLabels;
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
    double sum = scores.stream().mapToDouble(CategoryScore::f1).sum();
    long occurring =
        IntStream.range(0, modelCategories())
            .filter(i -> scores.get(i).support() > 0 || predicted(confusion, i) > 0)
            .count();
    return sum / (occurring + otherLabels.labels());
  }

  /** The scores of each category, in the order of {@link #categories()}. */
  public List<CategoryScore> perCategory() {
    return scores;
  }

  /** How often a label (row) got a category (column), both as in {@link #categories()}; a copy. */
  public int[][] confusion() {
    return Arrays.stream(confusion).map(int[]::clone).toArray(int[][]::new);
  }

  /** How often a label got a category; both are places in {@link #categories()}. */
  public int confusion(int label, int predicted) {
    return confusion[label][predicted];
  }

  /** Expected calibration error, from 0 (a confidence is what it says) to 1. */
  public double ece() {
    return reliability().stream()
        .mapToDouble(
            bin -> bin.documents() * Math.abs(bin.meanConfidence() - bin.accuracy()) / documents())
        .sum();
  }

  /** What thresholds would keep. */
  public RiskCoverage riskCoverage() {
    return RiskCoverage.of(predictions);
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

  private int modelCategories() {
    return otherLabels.labels() == 0 ? categories.size() : categories.size() - 1;
  }

  private static OtherLabels otherLabels(
      Set<String> categories, List<LabelledPrediction> predictions) {
    Set<String> labels = new LinkedHashSet<>();
    int documents = 0;
    for (LabelledPrediction prediction : predictions) {
      if (!categories.contains(prediction.gold())) {
        labels.add(prediction.gold());
        documents++;
      }
    }
    List<String> examples = labels.stream().limit(OtherLabels.EXAMPLES).toList();
    return new OtherLabels(labels.size(), documents, examples);
  }

  private static List<String> named(List<String> categories, OtherLabels otherLabels) {
    List<String> named = new ArrayList<>(categories);
    if (otherLabels.labels() > 0) {
      named.add(OTHER_LABELS);
    }
    return List.copyOf(named);
  }

  private static int[][] confusion(
      Map<String, Integer> indices, int size, List<LabelledPrediction> predictions) {
    int[][] confusion = new int[size][size];
    for (LabelledPrediction prediction : predictions) {
      Integer column = indices.get(prediction.predicted());
      if (column == null) {
        throw new IllegalArgumentException(
            "the model has no category \"" + prediction.predicted() + "\" to predict");
      }
      confusion[indices.getOrDefault(prediction.gold(), size - 1)][column]++;
    }
    return confusion;
  }

  private static List<CategoryScore> scores(List<String> categories, int[][] confusion) {
    List<CategoryScore> scores = new ArrayList<>();
    for (int i = 0; i < confusion.length; i++) {
      int support = Arrays.stream(confusion[i]).sum();
      int predicted = predicted(confusion, i);
      scores.add(CategoryScore.of(categories.get(i), confusion[i][i], predicted, support));
    }
    return List.copyOf(scores);
  }

  private static int predicted(int[][] confusion, int column) {
    return Arrays.stream(confusion).mapToInt(row -> row[column]).sum();
  }
}
