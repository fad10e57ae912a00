/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.docket.cli.training.statistics.Spread;

/**
 * A size of the training part, with all its runs.
 *
 * @param share of the documents
 * @param documents that is
 * @param runs may be none, if it could not be trained on
 * @param failure why, then
 */
public record CurvePoint(
    double share, int documents, List<CurveRun> runs, Optional<String> failure) {

  public CurvePoint {
    runs = List.copyOf(runs);
  }

  boolean isThere() {
    return !runs.isEmpty();
  }

  Spread spread(ToDoubleFunction<CurveRun> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).toArray());
  }

  /** The mean F1 of a category. */
  double f1(int category) {
    return spread(run -> run.f1()[category]).mean();
  }

  /** The mean error of some of its runs, each document counted so many times. */
  double error(int[] chosen, int[] gold, int[] times) {
    return IntStream.of(chosen)
        .mapToDouble(r -> runs.get(r).error(gold, times))
        .average()
        .orElse(1);
  }

  /** The mean F1 of a category in all of its runs, each document counted so many times. */
  double[] f1(int[] gold, int[] times) {
    double[] mean = new double[runs.get(0).f1().length];
    for (CurveRun run : runs) {
      double[] own = run.f1(gold, times);
      for (int category = 0; category < mean.length; category++) {
        mean[category] += own[category] / runs.size();
      }
    }
    return mean;
  }
}
