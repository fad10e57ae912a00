/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.docket.cli.compare.Comparison.Figures;
import org.docket.cli.compare.Comparison.Pair;
import org.docket.evaluation.OtherLabels;

/** A comparison as text for a terminal of 80 columns. */
public final class ComparisonText {

  private static final int MAX_NAME = 26;

  private final Comparison comparison;
  private final PrintWriter out;

  private ComparisonText(Comparison comparison, PrintWriter out) {
    this.comparison = comparison;
    this.out = out;
  }

  /**
   * Prints the figures of the models, the tests of the pairs, and what to know about them.
   *
   * @param leftOut what was not evaluated, in words; may be empty
   */
  public static void print(Comparison comparison, String leftOut, PrintWriter out) {
    ComparisonText text = new ComparisonText(comparison, out);
    String left = leftOut.isEmpty() ? "" : " (left out: " + leftOut + ")";
    text.line("%,d documents%s%n", comparison.documents(), left);
    text.printModels();
    text.printTruncated();
    text.printOtherLabels();
    text.printTests();
  }

  private void printModels() {
    List<Figures> models = comparison.models();
    int width = models.stream().mapToInt(model -> shortened(model.name()).length()).max().orElse(0);
    String row = "%3s  %-" + Math.max(5, width) + "s  %8s  %8s  %6s  %9s  %8s";
    line(row, "", "model", "accuracy", "macro-F1", "ECE", "docs/s", "size");
    for (int i = 0; i < models.size(); i++) {
      Figures model = models.get(i);
      line(
          row,
          i + 1,
          shortened(model.name()),
          decimals(model.accuracy()),
          decimals(model.macroF1()),
          decimals(model.ece()),
          format(model.docsPerSecond() < 10 ? "%.1f" : "%,.0f", model.docsPerSecond()),
          size(model.bytes()));
    }
    line("%nECE: expected calibration error. docs/s: from text to category on one thread,");
    line(
        "%s of %,d documents, the models taking turns.",
        comparison.rounds() == 1 ? "one round" : "median of " + comparison.rounds() + " rounds",
        comparison.timedDocuments());
  }

  private void printTruncated() {
    for (Figures model : comparison.models()) {
      if (model.truncated() > 0) {
        line(
            "%s reads less than the whole of %,d of the documents.",
            model.name(), model.truncated());
      }
    }
  }

  private void printOtherLabels() {
    if (!comparison.sameCategories()) {
      line("%nThe models do not have the same categories.");
    }
    for (Figures model : comparison.models()) {
      OtherLabels other = model.otherLabels();
      if (other.labels() > 0) {
        line(
            "%s lacks %,d of the labels, \"%s\" for one: their %,d documents count as wrong.",
            model.name(), other.labels(), other.examples().get(0), other.documents());
      }
    }
  }

  private void printTests() {
    line("%nMcNemar's test: how likely is such a difference if two models are equally good?");
    String row = "%8s  %21s  %22s  %11s  %8s";
    line(row, "models", "only first right (b)", "only second right (c)", "chi-squared", "p");
    List<String> names = comparison.models().stream().map(Figures::name).toList();
    for (Pair pair : comparison.mcnemar()) {
      McNemar test = pair.test();
      line(
          row,
          (names.indexOf(pair.first()) + 1) + " : " + (names.indexOf(pair.second()) + 1),
          format("%,d", test.onlyFirstRight()),
          format("%,d", test.onlySecondRight()),
          test.exact() ? "(exact)" : format("%.2f", test.chiSquared()),
          test.p() < 0.0001 ? "< 0.0001" : decimals(test.p()));
    }
    if (comparison.mcnemar().size() > 1) {
      line("%nEach p stands for its pair alone; it is not corrected for the number of pairs.");
    }
  }

  /** The end of a long name, which is where paths differ. */
  private static String shortened(String name) {
    int length = name.length();
    return length <= MAX_NAME ? name : "…" + name.substring(length - MAX_NAME + 1);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000 ? format("%.1f kB", bytes / 1e3) : format("%.1f MB", bytes / 1e6);
  }

  private static String decimals(double value) {
    return format("%.4f", value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void line(String format, Object... values) {
    out.println(format(format, values));
  }
}
