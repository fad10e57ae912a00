/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;

/**
 * Intervals by the percentile bootstrap (Efron and Tibshirani 1993, An Introduction to the
 * Bootstrap, chapter 13): the scores of {@value #RESAMPLES} resamples of the documents, of which
 * the middle 95 % are the interval. All scores of documents depend on the counts of the confusion
 * alone, so these are drawn.
 *
 * <p>Where a resample has no document to divide by, the score is 0, as {@link CategoryScore} has
 * it; so the interval of a category of few documents reaches far. A mean over many such categories
 * is lower in nearly all resamples than in the documents; the interval reaches to the value then.
 */
public final class Bootstrap {

  /** How often the documents are drawn anew. */
  public static final int RESAMPLES = 1000;

  /** The same documents give the same intervals. */
  public static final long SEED = 1993;

  /** The most categories with intervals: each takes 12 kB while they are made. */
  static final int MOST = 1000;

  private static final double[] ENDS = {0.025, 0.975};

  /** Of an end: more of them are noise. */
  private static final double DECIMALS = 1e6;

  private static final int FIXED = 2;
  private static final int EACH = 3;

  private final Evaluation evaluation;
  private final int[] chosen;
  private final float[][] scores;

  private Bootstrap(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.chosen = largest(evaluation.perCategory());
    this.scores = new float[FIXED + EACH * chosen.length][RESAMPLES];
  }

  /**
   * The intervals of an evaluation: of all scores, and of those of its 1,000 largest categories.
   */
  public static Intervals of(Evaluation evaluation) {
    Bootstrap bootstrap = new Bootstrap(evaluation);
    bootstrap.resample();
    return bootstrap.intervals();
  }

  private static int[] largest(List<CategoryScore> scores) {
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted(Comparator.comparingInt((Integer i) -> -scores.get(i).support()))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private void resample() {
    ConfusionCells cells = ConfusionCells.of(evaluation.confusion());
    SplittableRandom random = new SplittableRandom(SEED);
    MultinomialSampler sampler = new MultinomialSampler(cells.counts(), random::nextLong);
    int[] drawn = new int[cells.size()];
    Resample resample = new Resample(evaluation, cells);
    for (int i = 0; i < RESAMPLES; i++) {
      sampler.sample(drawn);
      resample.count(drawn);
      keep(resample, i);
    }
  }

  private void keep(Resample resample, int number) {
    scores[0][number] = (float) resample.accuracy();
    scores[1][number] = (float) resample.macroF1();
    for (int i = 0; i < chosen.length; i++) {
      int row = FIXED + EACH * i;
      scores[row][number] = (float) resample.precision(chosen[i]);
      scores[row + 1][number] = (float) resample.recall(chosen[i]);
      scores[row + 2][number] = (float) resample.f1(chosen[i]);
    }
  }

  private Intervals intervals() {
    List<CategoryIntervals> perCategory =
        IntStream.range(0, chosen.length).mapToObj(this::category).toList();
    return new Intervals(
        interval(evaluation.accuracy(), 0), interval(evaluation.macroF1(), 1), perCategory);
  }

  private CategoryIntervals category(int place) {
    CategoryScore score = evaluation.perCategory().get(chosen[place]);
    int row = FIXED + EACH * place;
    return new CategoryIntervals(
        chosen[place],
        interval(score.precision(), row),
        interval(score.recall(), row + 1),
        interval(score.f1(), row + 2),
        score.support());
  }

  private Interval interval(double value, int row) {
    double[] values = IntStream.range(0, RESAMPLES).mapToDouble(i -> scores[row][i]).toArray();
    Arrays.sort(values);
    double[] ends = Quantile.withDefaults().evaluate(values, ENDS);
    // The scores are held as float: an end must not pass the value by a rounding.
    return new Interval(
        value, Math.min(value, near(ends[0], value)), Math.max(value, near(ends[1], value)));
  }

  private static double near(double end, double value) {
    return (float) end == (float) value ? value : Math.rint(end * DECIMALS) / DECIMALS;
  }
}
