/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.Times;
import org.docket.cli.report.figures.EpochRow;
import org.docket.cli.report.figures.PartCounts;
import org.docket.evaluation.Evaluation;

/**
 * What a report of one model is about.
 *
 * @param kind "training" or "evaluation"
 * @param title what was trained or evaluated
 * @param evaluation of the documents
 * @param leftOut what was not evaluated, in words; may be empty
 * @param labelErrors among the documents, if they were looked for
 * @param training how many documents of each category were trained on
 * @param epochs of the training
 * @param facts beside the figures
 * @param times taken so far; the report adds its own
 */
public record ReportContent(
    String kind,
    String title,
    Evaluation evaluation,
    String leftOut,
    Optional<LabelErrorListing> labelErrors,
    Optional<PartCounts> training,
    Optional<Epochs> epochs,
    List<FactGroup> facts,
    Times times) {

  public ReportContent {
    facts = List.copyOf(facts);
  }

  /**
   * The epochs of a training.
   *
   * @param best the number of the one that the model is of
   * @param rows in order; at least one
   */
  public record Epochs(int best, List<EpochRow> rows) {

    public Epochs {
      rows = List.copyOf(rows);
    }
  }

  /** Of an evaluation without a training. */
  public static ReportContent ofEvaluation(
      String title,
      Evaluation evaluation,
      String leftOut,
      LabelErrorListing labelErrors,
      List<FactGroup> facts,
      Times times) {
    return new ReportContent(
        "evaluation",
        title,
        evaluation,
        leftOut,
        Optional.of(labelErrors),
        Optional.empty(),
        Optional.empty(),
        facts,
        times);
  }

  /** The name of the documents that the evaluation is of. */
  String part() {
    return epochs.isPresent() ? "validation" : kind;
  }

  /** How many documents of each category there are, by part. */
  List<PartCounts> histogram() {
    List<PartCounts> parts = new ArrayList<>(training.stream().toList());
    parts.add(
        new PartCounts(
            part(),
            evaluation.perCategory().stream().map(score -> (long) score.support()).toList()));
    return parts;
  }
}
