/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.util.Locale;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * The best trial beside the given preset, document by document.
 *
 * @param difference of the losses; below 0 if the best one's is lower
 * @param standardError of the difference: what other documents would change in it
 */
record Comparison(double difference, double standardError) {

  /** So many standard errors are no chance, nearly always. */
  private static final double SURE = 2;

  /** Of the losses of the same documents. */
  static Comparison of(double[] best, double[] preset) {
    double[] differences = new double[best.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = best[i] - preset[i];
    }
    double deviation = differences.length < 2 ? 0 : StandardDeviation.of(differences).getAsDouble();
    return new Comparison(
        Mean.of(differences).getAsDouble(), deviation / Math.sqrt(differences.length));
  }

  /** Whether the difference is more than chance. */
  boolean isSure() {
    return -difference > SURE * standardError;
  }

  /** In a sentence. */
  String words() {
    return String.format(
        Locale.ROOT,
        "Its loss is %.4f lower than the preset's, with a standard error of %.4f: %s.",
        -difference,
        standardError,
        isSure()
            ? "more than the noise of these documents"
            : "not more than the noise of these documents, so that the preset may be as good");
  }
}
