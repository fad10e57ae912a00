/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.Arrays;
import org.docket.evaluation.Evaluation;

/** The scores of documents that were drawn anew, each as {@link Evaluation} has it. */
final class Resample {

  private final ConfusionCells cells;
  private final int otherLabels;
  private final int[] hits;
  private final int[] actual;
  private final int[] predicted;
  private int right;

  Resample(Evaluation evaluation, ConfusionCells cells) {
    this.cells = cells;
    this.otherLabels = evaluation.otherLabels().labels();
    int categories = evaluation.categories().size();
    this.hits = new int[categories];
    this.actual = new int[categories];
    this.predicted = new int[categories];
  }

  /** Takes the documents of each cell. */
  void count(int[] drawn) {
    Arrays.fill(hits, 0);
    Arrays.fill(actual, 0);
    Arrays.fill(predicted, 0);
    right = 0;
    for (int i = 0; i < drawn.length; i++) {
      int label = cells.actual()[i];
      int category = cells.predicted()[i];
      actual[label] += drawn[i];
      predicted[category] += drawn[i];
      if (label == category) {
        hits[label] = drawn[i];
        right += drawn[i];
      }
    }
  }

  double accuracy() {
    return (double) right / cells.documents();
  }

  /** The other labels, which are one cell here, count as those that they are. */
  double macroF1() {
    int ofModel = otherLabels == 0 ? hits.length : hits.length - 1;
    int occurring = ofModel < hits.length && actual[ofModel] > 0 ? otherLabels : 0;
    double sum = 0;
    for (int i = 0; i < ofModel; i++) {
      occurring += actual[i] + predicted[i] > 0 ? 1 : 0;
      sum += f1(i);
    }
    return sum / occurring;
  }

  double precision(int category) {
    return share(hits[category], predicted[category]);
  }

  double recall(int category) {
    return share(hits[category], actual[category]);
  }

  double f1(int category) {
    return share(2 * hits[category], predicted[category] + actual[category]);
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
