/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.folds;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A cross-validation as text for a terminal: a line for each fold as it ends, then all together.
 */
public final class FoldsText {

  /** The most categories in the table. */
  private static final int MOST = 100;

  private final PrintWriter out;
  private boolean headed;

  public FoldsText(PrintWriter out) {
    this.out = out;
  }

  /** Prints a fold. */
  public void print(FoldScore fold) {
    if (!headed) {
      headed = true;
      out.println(
          "fold  documents  learned from  epoch  accuracy  macro-F1  log loss     ECE  seconds");
    }
    out.printf(
        Locale.ROOT,
        "%4d  %,9d  %,12d  %5d  %8.4f  %8.4f  %8.4f  %6.4f  %7.1f%n",
        fold.fold(),
        fold.documents(),
        fold.trained(),
        fold.epoch(),
        fold.accuracy(),
        fold.macroF1(),
        fold.logLoss(),
        fold.ece(),
        fold.seconds());
    out.flush();
  }

  /** Prints means and deviations, of all and of each category. */
  public void print(FoldScores scores) {
    out.printf(
        Locale.ROOT, "%nmean and standard deviation of the %d folds:%n", scores.folds().size());
    print("accuracy", scores, FoldScore::accuracy);
    print("macro-F1", scores, FoldScore::macroF1);
    print("log loss", scores, FoldScore::logLoss);
    print("calibration error", scores, FoldScore::ece);
    printCategories(scores.perCategory());
    out.flush();
  }

  private void print(String name, FoldScores scores, ToDoubleFunction<FoldScore> figure) {
    out.printf(Locale.ROOT, "%-17s  %s%n", name, scores.spread(figure).text(4));
  }

  private void printCategories(List<FoldScores.Category> categories) {
    int width = categories.stream().mapToInt(c -> c.category().length()).max().orElse(8);
    String line = "%-" + Math.max(8, width) + "s  %13s  %13s  %13s  %9s%n";
    out.println();
    out.printf(Locale.ROOT, line, "category", "precision", "recall", "F1", "documents");
    categories.stream()
        .sorted(Comparator.comparingInt(category -> -category.documents()))
        .limit(MOST)
        .sorted(Comparator.comparing(FoldScores.Category::category))
        .forEach(category -> print(line, category));
    if (categories.size() > MOST) {
      out.printf(Locale.ROOT, "and %,d categories of fewer documents%n", categories.size() - MOST);
    }
  }

  private void print(String line, FoldScores.Category category) {
    out.printf(
        Locale.ROOT,
        line,
        category.category(),
        category.precision().text(3),
        category.recall().text(3),
        category.f1().text(3),
        String.format(Locale.ROOT, "%,d", category.documents()));
  }
}
