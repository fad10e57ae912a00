/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * How many documents keep their category, and how many of these are right, if only answers of at
 * least a probability are kept: the risk-coverage curve of selective classification (El-Yaniv and
 * Wiener 2010). Immutable and safe for use by many threads.
 */
public final class RiskCoverage {

  private final double[] probabilities;
  private final int[] right;

  private RiskCoverage(double[] probabilities, int[] right) {
    this.probabilities = probabilities;
    this.right = right;
  }

  /**
   * A point of the curve.
   *
   * @param threshold the least probability that is kept
   * @param coverage the share of the documents that keep their category; 0 to 1
   * @param precision the share of these that are right; 0 to 1, and 1 if there are none
   */
  public record Point(double threshold, double coverage, double precision) {}

  /** The curve of answers to documents whose categories are known. */
  public static RiskCoverage of(List<LabelledPrediction> predictions) {
    List<LabelledPrediction> sorted =
        predictions.stream()
            .sorted(Comparator.comparingDouble(LabelledPrediction::confidence).reversed())
            .toList();
    int[] right = new int[sorted.size() + 1];
    for (int i = 0; i < sorted.size(); i++) {
      LabelledPrediction each = sorted.get(i);
      right[i + 1] = right[i] + (each.isRight() ? 1 : 0);
    }
    return new RiskCoverage(
        sorted.stream().mapToDouble(LabelledPrediction::confidence).toArray(), right);
  }

  /** What a threshold gives. */
  public Point at(double threshold) {
    return point(threshold, kept(threshold));
  }

  /**
   * The curve by rising threshold, thinned: half of its points are spread over the thresholds, half
   * over the coverage. Each is of a probability that a document has, so that the figures are exact
   * there; the first keeps all documents. Empty without documents.
   *
   * @param most how many points at most; 2 or more
   */
  public List<Point> curve(int most) {
    int half = most / 2;
    BitSet chosen = new BitSet();
    for (int i = 0; i < half; i++) {
      chosen.set(kept((double) i / half));
      chosen.set(together((int) ((long) probabilities.length * (half - i) / half)));
    }
    chosen.clear(0);
    List<Point> points = new ArrayList<>();
    for (int kept = chosen.length() - 1; kept > 0; kept = chosen.previousSetBit(kept - 1)) {
      points.add(point(probabilities[kept - 1], kept));
    }
    return points;
  }

  /** How many have at least a probability. */
  private int kept(double threshold) {
    int from = 0;
    int to = probabilities.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (probabilities[middle] >= threshold) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** So many, and those of the same probability as the last of them. */
  private int together(int kept) {
    return kept == 0 ? 0 : kept(probabilities[kept - 1]);
  }

  /**
   * The lowest threshold at which at least a share of the kept answers are right. Answers of the
   * same probability are kept or not together.
   *
   * @param precision the share; 0 to 1
   * @return with a coverage of 0, and a threshold above 1, if there is no such threshold
   */
  public Point forPrecision(double precision) {
    for (int kept = probabilities.length; kept > 0; kept--) {
      boolean together =
          kept == probabilities.length || probabilities[kept] < probabilities[kept - 1];
      if (together && right[kept] >= precision * kept) {
        return point(probabilities[kept - 1], kept);
      }
    }
    return point(Math.nextUp(1.0), 0);
  }

  private Point point(double threshold, int kept) {
    double coverage = probabilities.length == 0 ? 0 : (double) kept / probabilities.length;
    return new Point(threshold, coverage, kept == 0 ? 1 : (double) right[kept] / kept);
  }
}
