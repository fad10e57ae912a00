/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.corpus.soft.Teacher;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.docket.teacher.work.Workers;

/**
 * A head on vectors and one on n-grams for each fold, fitted on the other folds. What a labelled
 * text gets is said by the heads that saw neither it nor its group; an unlabelled one gets the mean
 * of all. Immutable.
 */
public final class FoldedHeads {

  private static final int FOLDS = 5;

  /** Heads of fewer texts in a fold teach nothing. */
  private static final int LEAST = 2 * FOLDS;

  private final List<String> categories;
  private final int[] labels;
  private final Folds folds;
  private final Ngrams ngrams;
  private final List<VectorHead> vectorHeads = new ArrayList<>();
  private final List<NgramHead> ngramHeads = new ArrayList<>();
  private final List<double[]> byVectors;
  private final List<double[]> byNgrams;
  private final Mixture mixture;

  private FoldedHeads(
      List<LabelledText> texts,
      float[][] vectors,
      long seed,
      int threads,
      Teacher.Listener listener) {
    this.categories = texts.stream().map(LabelledText::category).distinct().sorted().toList();
    requireEnough(texts);
    this.labels =
        texts.stream()
            .mapToInt(text -> Collections.binarySearch(categories, text.category()))
            .toArray();
    this.folds = Folds.of(texts, labels, categories.size(), FOLDS, seed);
    this.ngrams = Ngrams.of(texts.stream().map(LabelledText::text).toList());
    Feature[][] features =
        texts.parallelStream().map(text -> ngrams.features(text.text())).toArray(Feature[][]::new);
    fit(vectors, features, seed, threads, listener);
    this.byVectors =
        opinions(text -> vectorHeads.get(folds.of(text)).logProbabilities(vectors[text]));
    this.byNgrams =
        opinions(text -> ngramHeads.get(folds.of(text)).logProbabilities(features[text]));
    this.mixture = Mixture.fit(byVectors, byNgrams, labels);
  }

  /**
   * Fits all heads.
   *
   * @param texts with their labels
   * @param vectors of the texts
   * @param seed of all that is drawn
   * @param threads that fit; what comes out does not depend on them
   * @throws DocketException if there are too few texts or categories, or a category is in one fold
   *     alone and no other is left
   */
  public static FoldedHeads fit(
      List<LabelledText> texts,
      float[][] vectors,
      long seed,
      int threads,
      Teacher.Listener listener) {
    return new FoldedHeads(texts, vectors, seed, threads, listener);
  }

  /** The categories, in the order of the probabilities: alphabetical. */
  public List<String> categories() {
    return categories;
  }

  /** The weight of n-grams beside vectors. */
  public double ngramWeight() {
    return mixture.weight();
  }

  /** What divides the mixture. */
  public double temperature() {
    return 1 / mixture.sharpness();
  }

  /** The probabilities of the labelled texts, out of fold. */
  public List<float[]> labelled() {
    return IntStream.range(0, labels.length)
        .mapToObj(text -> probabilities(mixture.log(byVectors.get(text), byNgrams.get(text))))
        .toList();
  }

  /** The probabilities of another text: the mean of all folds. */
  public float[] unlabelled(String text, float[] vector) {
    Feature[] features = ngrams.features(text);
    double[] sum = new double[categories.size()];
    for (int fold = 0; fold < folds.count(); fold++) {
      double[] log =
          mixture.log(
              vectorHeads.get(fold).logProbabilities(vector),
              ngramHeads.get(fold).logProbabilities(features));
      for (int c = 0; c < sum.length; c++) {
        sum[c] += Math.exp(log[c]) / folds.count();
      }
    }
    float[] mean = new float[sum.length];
    for (int c = 0; c < sum.length; c++) {
      mean[c] = (float) sum[c];
    }
    return mean;
  }

  /** How good the out-of-fold probabilities are. */
  public Evaluation evaluation() {
    return evaluation(mixture);
  }

  /** How good the heads on vectors are alone. */
  public Evaluation vectorsAlone() {
    return evaluation(new Mixture(0, 1));
  }

  /** How good the heads on n-grams are alone. */
  public Evaluation ngramsAlone() {
    return evaluation(byNgrams, byNgrams, new Mixture(0, 1));
  }

  /** The mean of the negative logarithms of the labels' probabilities, out of fold. */
  public double logLoss() {
    return mixture.loss(byVectors, byNgrams, labels);
  }

  private Evaluation evaluation(Mixture of) {
    return evaluation(byVectors, byNgrams, of);
  }

  private Evaluation evaluation(List<double[]> first, List<double[]> second, Mixture of) {
    List<LabelledPrediction> predictions = new ArrayList<>();
    for (int text = 0; text < labels.length; text++) {
      double[] log = of.log(first.get(text), second.get(text));
      int best = 0;
      for (int c = 1; c < log.length; c++) {
        best = log[c] > log[best] ? c : best;
      }
      predictions.add(
          new LabelledPrediction(
              categories.get(labels[text]), categories.get(best), Math.exp(log[best])));
    }
    return Evaluation.of(categories, predictions);
  }

  private void requireEnough(List<LabelledText> texts) {
    if (categories.size() < 2 || texts.size() < LEAST) {
      throw new DocketException(
          "--teacher needs at least "
              + LEAST
              + " labelled texts of two categories to learn from, but there are "
              + texts.size()
              + " of "
              + categories.stream().limit(2).collect(Collectors.joining(", ")));
    }
  }

  private void fit(
      float[][] vectors, Feature[][] features, long seed, int threads, Teacher.Listener listener) {
    listener.started("teacher", "heads", 2L * FOLDS);
    try (Workers workers = new Workers(threads, "docket-teacher")) {
      List<Future<NgramHead>> ngramFits = new ArrayList<>();
      List<Future<VectorHead>> vectorFits = new ArrayList<>();
      for (int fold = 0; fold < FOLDS; fold++) {
        int[] others = folds.others(fold);
        requireTwo(others);
        long own = seed + fold;
        vectorFits.add(
            workers.submit(() -> VectorHead.fit(vectors, labels, others, categories.size(), own)));
        ngramFits.add(
            workers.submit(
                () -> NgramHead.fit(features, labels, others, ngrams.size(), categories.size())));
      }
      for (int fold = 0; fold < FOLDS; fold++) {
        vectorHeads.add(Workers.result(vectorFits.get(fold)));
        listener.done(1);
        ngramHeads.add(Workers.result(ngramFits.get(fold)));
        listener.done(1);
      }
    } finally {
      listener.finished();
    }
  }

  private void requireTwo(int[] texts) {
    if (Arrays.stream(texts).map(text -> labels[text]).distinct().count() < 2) {
      throw new DocketException(
          "--teacher needs texts of two categories in each of its folds, but nearly all texts of a"
              + " category begin with the same words");
    }
  }

  private List<double[]> opinions(IntFunction<double[]> head) {
    return IntStream.range(0, labels.length).parallel().mapToObj(head).toList();
  }

  private static float[] probabilities(double[] log) {
    float[] probabilities = new float[log.length];
    for (int c = 0; c < log.length; c++) {
      probabilities[c] = (float) Math.exp(log[c]);
    }
    return probabilities;
  }
}
