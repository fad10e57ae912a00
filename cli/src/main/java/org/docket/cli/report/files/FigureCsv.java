/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.docket.cli.report.documents.TellingWords;
import org.docket.cli.report.figures.CategoryIntervals;
import org.docket.cli.report.figures.EpochRow;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.figures.LengthBins;
import org.docket.cli.report.figures.LengthTally;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.ReliabilityBin;
import org.docket.evaluation.RiskCoverage;

/** The figures of a report as CSV files, one for each chart. */
public final class FigureCsv {

  private FigureCsv() {}

  /** Labels in rows, predictions in columns. */
  public static void confusion(Evaluation evaluation, Path file) throws IOException {
    List<String> columns = new ArrayList<>(List.of("actual \\ predicted"));
    columns.addAll(evaluation.categories());
    int[][] confusion = evaluation.confusion();
    try (CsvFile csv = new CsvFile(file, columns)) {
      for (int i = 0; i < confusion.length; i++) {
        List<Object> row = new ArrayList<>(List.of(evaluation.categories().get(i)));
        for (int count : confusion[i]) {
          row.add(count);
        }
        csv.row(row);
      }
    }
  }

  /** Scores and their intervals. */
  public static void perCategory(Evaluation evaluation, Intervals intervals, Path file)
      throws IOException {
    try (CsvFile csv = new CsvFile(file, CategoryRow.COLUMNS)) {
      for (CategoryIntervals scores : intervals.perCategory()) {
        csv.row(CategoryRow.of(evaluation.categories(), scores));
      }
    }
  }

  /** Bins of confidence. */
  public static void reliability(Evaluation evaluation, Path file) throws IOException {
    try (CsvFile csv =
        new CsvFile(file, "from", "to", "documents", "mean_confidence", "accuracy")) {
      for (ReliabilityBin bin : evaluation.reliability()) {
        csv.row(bin.from(), bin.to(), bin.documents(), bin.meanConfidence(), bin.accuracy());
      }
    }
  }

  /** What thresholds keep. */
  public static void riskCoverage(List<RiskCoverage.Point> curve, Path file) throws IOException {
    try (CsvFile csv = new CsvFile(file, "threshold", "coverage", "precision")) {
      for (RiskCoverage.Point point : curve) {
        csv.row(point.threshold(), point.coverage(), point.precision());
      }
    }
  }

  /** The epochs of a training. */
  public static void history(List<EpochRow> history, Path file) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            file,
            "epoch",
            "train_loss",
            "train_accuracy",
            "validation_loss",
            "validation_accuracy",
            "validation_macro_f1",
            "train_macro_f1",
            "network_loss",
            "network_accuracy",
            "network_macro_f1",
            "seconds")) {
      for (EpochRow row : history) {
        csv.row(
            row.epoch(),
            row.training().loss(),
            row.training().accuracy(),
            row.validation().loss(),
            row.validation().accuracy(),
            row.validation().macroF1(),
            row.training().macroF1(),
            row.network().loss(),
            row.network().accuracy(),
            row.network().macroF1(),
            row.seconds().isPresent() ? row.seconds().getAsDouble() : "");
      }
    }
  }

  /** How many texts of each part have so many tokens. */
  public static void lengths(List<LengthTally> parts, LengthBins bins, Path file)
      throws IOException {
    try (CsvFile csv = new CsvFile(file, "part", "from", "to", "documents")) {
      for (LengthTally part : parts) {
        for (int bin = 0; bin < bins.size(); bin++) {
          int from = bins.from(bin);
          csv.row(part.name(), from, bins.to(bin), part.between(from, bins.to(bin)));
        }
      }
    }
  }

  /** The most telling words of each category. */
  public static void tellingWords(
      List<String> categories, Map<Integer, List<TellingWords.Word>> words, Path file)
      throws IOException {
    try (CsvFile csv = new CsvFile(file, "category", "word", "weight", "documents")) {
      words.forEach(
          (category, best) ->
              best.forEach(
                  word ->
                      csv.row(
                          categories.get(category), word.word(), word.weight(), word.documents())));
    }
  }
}
