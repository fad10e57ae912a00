/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.docket.cli.report.figures.CategoryIntervals;
import org.docket.cli.report.figures.Interval;
import org.docket.cli.report.figures.Intervals;

/** The figures of a comparison as CSV files. */
public final class ComparisonCsv {

  private ComparisonCsv() {}

  /** The row of a model. */
  public static List<?> model(
      String name,
      Intervals intervals,
      double ece,
      double documentsPerSecond,
      long bytes,
      long truncated) {
    List<Object> row = new ArrayList<>(List.of(name));
    add(intervals.accuracy(), row);
    add(intervals.macroF1(), row);
    row.addAll(List.of(ece, documentsPerSecond, bytes, truncated));
    return row;
  }

  /** A row for each model. */
  public static void models(List<List<?>> rows, Path file) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            file,
            "model",
            "accuracy",
            "accuracy_low",
            "accuracy_high",
            "macro_f1",
            "macro_f1_low",
            "macro_f1_high",
            "ece",
            "documents_per_second",
            "bytes",
            "truncated")) {
      rows.forEach(csv::row);
    }
  }

  /** A row for each pair of models. */
  public static void pairs(List<List<?>> rows, Path file) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            file, "first", "second", "only_first_right", "only_second_right", "chi_squared", "p")) {
      rows.forEach(csv::row);
    }
  }

  /** The scores of each model in each category. */
  public static void perCategory(List<String> categories, Map<String, Intervals> models, Path file)
      throws IOException {
    List<String> columns = new ArrayList<>(List.of("model"));
    columns.addAll(CategoryRow.COLUMNS);
    try (CsvFile csv = new CsvFile(file, columns)) {
      models.forEach(
          (model, intervals) -> {
            for (CategoryIntervals scores : intervals.perCategory()) {
              List<Object> row = new ArrayList<>(List.of(model));
              row.addAll(CategoryRow.of(categories, scores));
              csv.row(row);
            }
          });
    }
  }

  private static void add(Interval interval, List<Object> row) {
    row.addAll(List.of(interval.value(), interval.low(), interval.high()));
  }
}
