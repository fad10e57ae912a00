/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.Optional;
import org.docket.cli.HelpGroup;
import org.docket.error.DocketException;
import picocli.CommandLine.Option;

/** The options that measure what a preset is worth, rather than or before training a model. */
final class MeasureMixin implements HelpGroup {

  private static final int FEWEST = 2;
  private static final int MOST = 20;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "Cross-validate first, with 2 to 20 folds: each is answered by a model that learned from"
              + " the others. Without --output that is all.")
  private Integer folds;

  @Option(
      names = "--learning-curve",
      description =
          "Also train on 10, 25 and 50 %% of the documents, and tell what more of them would buy."
              + " --output may be left out.")
  private boolean learningCurve;

  /** Whether there is anything to measure. */
  boolean wanted() {
    return folds != null || learningCurve;
  }

  /** How many folds, if any. */
  Optional<Integer> folds() {
    return Optional.ofNullable(folds);
  }

  /** Whether parts of the documents are to be learned from. */
  boolean learningCurve() {
    return learningCurve;
  }

  /**
   * Checks what does not go together.
   *
   * @param lasts whether there is a place where notes are found again
   * @throws DocketException that says what to do
   */
  void check(SoftLabelMixin softLabels, boolean resume, boolean lasts) {
    if (folds != null && (folds < FEWEST || folds > MOST)) {
      throw new DocketException(
          "--folds must be from " + FEWEST + " to " + MOST + ", but is " + folds);
    }
    if (folds != null && learningCurve) {
      throw new DocketException(
          "--folds and --learning-curve are two measurements: leave out one of them");
    }
    if (wanted() && softLabels.given()) {
      throw new DocketException(
          option()
              + " does not go with --teacher, --soft-labels and --unlabelled: a teacher that has"
              + " learned the labels of all documents would tell of those that are held back;"
              + " measure without it");
    }
    if (wanted() && resume && !lasts) {
      throw new DocketException(
          "--resume with "
              + option()
              + " needs --output or --report, beside which it is noted what is done");
    }
  }

  /** As {@link #check}, of probabilities that stand in columns of the input. */
  void requireUntaught(boolean taught) {
    if (taught) {
      throw new DocketException(
          option()
              + " does not go with the probabilities that stand in columns p(…) of the input: who"
              + " made them may have learned the labels of documents that are held back; remove"
              + " these columns to measure");
    }
  }

  private String option() {
    return folds != null ? "--folds" : "--learning-curve";
  }

  @Override
  public String title() {
    return "What a preset is worth";
  }
}
