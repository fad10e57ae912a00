/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.docket.evaluation.LabelledPrediction;

/**
 * McNemar's test (1947) on two models' answers to the same documents: if both were equally good, a
 * document that only one of them gets right would be as likely the one's as the other's.
 *
 * <p>Documents that both get right, or both wrong, do not count. Of fewer than {@value #FEW} others
 * the exact binomial test is made, of more the chi-squared test with one degree of freedom and
 * continuity correction (Edwards 1948). Two-sided.
 *
 * @param onlyFirstRight b: documents that the first model gets right and the second wrong
 * @param onlySecondRight c: documents that the second model gets right and the first wrong
 * @param exact whether the test is the binomial one
 * @param chiSquared the statistic; 0 if the test is exact
 * @param p the probability of a difference at least as large if there is none in truth
 */
public record McNemar(
    int onlyFirstRight, int onlySecondRight, boolean exact, double chiSquared, double p) {

  private static final int FEW = 25;

  /**
   * Tests.
   *
   * @param first what the first model made of the documents
   * @param second what the second model made of the same documents, in the same order
   */
  public static McNemar of(List<LabelledPrediction> first, List<LabelledPrediction> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "predictions of %d and of %d documents", first.size(), second.size()));
    }
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < first.size(); i++) {
      boolean firstRight = first.get(i).isRight();
      boolean secondRight = second.get(i).isRight();
      onlyFirst += firstRight && !secondRight ? 1 : 0;
      onlySecond += secondRight && !firstRight ? 1 : 0;
    }
    return of(onlyFirst, onlySecond);
  }

  /** Tests, with b and c counted already. */
  public static McNemar of(int onlyFirstRight, int onlySecondRight) {
    int discordant = onlyFirstRight + onlySecondRight;
    if (discordant < FEW) {
      int fewer = Math.min(onlyFirstRight, onlySecondRight);
      double tail = BinomialDistribution.of(discordant, 0.5).cumulativeProbability(fewer);
      return new McNemar(onlyFirstRight, onlySecondRight, true, 0, Math.min(1, 2 * tail));
    }
    // No correction beyond a difference of nothing.
    double difference = Math.max(0, Math.abs(onlyFirstRight - onlySecondRight) - 1);
    double chiSquared = difference * difference / discordant;
    double p = ChiSquaredDistribution.of(1).survivalProbability(chiSquared);
    return new McNemar(onlyFirstRight, onlySecondRight, false, chiSquared, p);
  }
}
