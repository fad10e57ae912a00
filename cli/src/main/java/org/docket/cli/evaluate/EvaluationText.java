/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import java.io.PrintWriter;
import java.util.Locale;
import org.docket.cli.report.figures.LargestCategories;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;

/** An evaluation as text for a terminal. */
public final class EvaluationText {

  /** The most categories in the table. */
  private static final int MOST = 100;

  /** The most categories for which the confusion fits a terminal. */
  private static final int FEW = 20;

  private EvaluationText() {}

  /**
   * Prints figures, the table of categories and the confusion.
   *
   * @param leftOut what was not evaluated, in words; may be empty
   */
  public static void print(Evaluation evaluation, String leftOut, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d documents%s: accuracy %.4f, macro-F1 %.4f, calibration error %.4f%n%n",
        evaluation.documents(),
        leftOut.isEmpty() ? "" : " (left out: " + leftOut + ")",
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.ece());
    int width = evaluation.categories().stream().mapToInt(String::length).max().orElse(8);
    printScores(evaluation, Math.max(width, 8), out);
    if (evaluation.categories().size() <= FEW) {
      printConfusion(evaluation, Math.max(width, 8) + 4, out);
    }
  }

  private static void printScores(Evaluation evaluation, int width, PrintWriter out) {
    String header = "%-" + width + "s  precision  recall      F1  documents%n";
    out.printf(Locale.ROOT, header, "category");
    LargestCategories largest = LargestCategories.of(evaluation, MOST);
    for (int i : largest.indices()) {
      CategoryScore score = evaluation.perCategory().get(i);
      out.printf(
          Locale.ROOT,
          "%-" + width + "s  %9.3f  %6.3f  %6.3f  %,9d%n",
          score.category(),
          score.precision(),
          score.recall(),
          score.f1(),
          score.support());
    }
    if (largest.more() > 0) {
      out.printf(Locale.ROOT, "and %,d categories of fewer documents%n", largest.more());
    }
  }

  /** Rows are labels, columns predictions; the columns are numbered to keep lines short. */
  private static void printConfusion(Evaluation evaluation, int width, PrintWriter out) {
    out.printf(Locale.ROOT, "%nactual \\ predicted%" + Math.max(1, width - 18) + "s", "");
    int size = evaluation.categories().size();
    for (int i = 0; i < size; i++) {
      out.printf(Locale.ROOT, "%6d", i + 1);
    }
    out.println();
    int[][] confusion = evaluation.confusion();
    for (int i = 0; i < size; i++) {
      out.printf(
          Locale.ROOT,
          "%-" + width + "s",
          String.format(Locale.ROOT, "%2d  %s", i + 1, evaluation.categories().get(i)));
      for (int count : confusion[i]) {
        out.print(count == 0 ? "     ." : String.format(Locale.ROOT, "%6d", count));
      }
      out.println();
    }
  }
}
