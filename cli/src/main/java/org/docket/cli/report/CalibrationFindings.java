/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.ReliabilityBin;
import org.docket.evaluation.RiskCoverage;

/** What the confidence of a model is worth, in sentences. */
final class CalibrationFindings {

  /** A calibration error up to this is nothing to tell of. */
  private static final double SMALL = 0.02;

  /** How many standard errors an accuracy may be off by chance. */
  private static final double CHANCE = 2;

  /** Of fewer documents in a bin nothing is told: chance could do anything. */
  private static final int ENOUGH = 30;

  private static final double SURE = 0.95;

  private CalibrationFindings() {}

  static List<String> of(Evaluation evaluation) {
    List<String> sentences = new ArrayList<>();
    sentences.add(calibration(evaluation));
    sentences.add(sure(evaluation));
    return sentences;
  }

  private static String calibration(Evaluation evaluation) {
    double confidence =
        evaluation.reliability().stream()
                .mapToDouble(bin -> bin.documents() * bin.meanConfidence())
                .sum()
            / evaluation.documents();
    double gap = confidence - evaluation.accuracy();
    String overall =
        isOff(gap, confidence, evaluation.documents())
            ? gap > 0 ? "over-confident" : "under-confident"
            : "about as sure as it should be"
                + (Math.abs(gap) > SMALL ? ", so far as these documents tell" : "");
    return String.format(
            Locale.ROOT,
            "The model is %s: its confidence is %s on average, and %s of its answers are right"
                + " (expected calibration error %.3f).",
            overall,
            Shares.percent(confidence),
            Shares.percent(evaluation.accuracy()),
            evaluation.ece())
        + where(evaluation.reliability());
  }

  /** The bin that adds most to the error, if that is not chance. */
  private static String where(List<ReliabilityBin> bins) {
    return bins.stream()
        .filter(CalibrationFindings::isOff)
        .max(Comparator.comparingDouble(bin -> bin.documents() * Math.abs(gap(bin))))
        .map(
            bin ->
                String.format(
                    Locale.ROOT,
                    " It is furthest off between %.2f and %.2f: there it is %s, %s sure and %s right, on"
                        + " %s.",
                    bin.from(),
                    bin.to(),
                    gap(bin) > 0 ? "over-confident" : "under-confident",
                    Shares.percent(bin.meanConfidence()),
                    Shares.percent(bin.accuracy()),
                    Shares.count(bin.documents())))
        .orElse("");
  }

  private static double gap(ReliabilityBin bin) {
    return bin.meanConfidence() - bin.accuracy();
  }

  private static boolean isOff(ReliabilityBin bin) {
    return bin.documents() >= ENOUGH && isOff(gap(bin), bin.meanConfidence(), bin.documents());
  }

  /** By more than is worth telling, and by more than chance. */
  private static boolean isOff(double gap, double confidence, int documents) {
    double chance = CHANCE * Math.sqrt(confidence * (1 - confidence) / documents);
    return Math.abs(gap) > SMALL && Math.abs(gap) > chance;
  }

  private static String sure(Evaluation evaluation) {
    RiskCoverage.Point point = evaluation.riskCoverage().forPrecision(SURE);
    if (point.coverage() == 0) {
      return "No threshold makes 95 % of the kept tags right.";
    }
    if (point.coverage() == 1) {
      return "Without any threshold more than 95 % of the tags are right.";
    }
    return String.format(
        Locale.ROOT,
        "With a threshold of %.3f, %s of the kept tags are right, and %s of the documents keep"
            + " theirs.",
        point.threshold(),
        Shares.percent(point.precision()),
        Shares.percent(point.coverage()));
  }
}
