/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.util.ArrayList;
import java.util.List;
import org.docket.cli.report.figures.CategoryIntervals;
import org.docket.cli.report.figures.Interval;

/** The scores of a category as a row of a CSV. */
final class CategoryRow {

  static final List<String> COLUMNS =
      List.of(
          "category",
          "support",
          "precision",
          "precision_low",
          "precision_high",
          "recall",
          "recall_low",
          "recall_high",
          "f1",
          "f1_low",
          "f1_high");

  private CategoryRow() {}

  static List<Object> of(List<String> categories, CategoryIntervals scores) {
    List<Object> row = new ArrayList<>();
    row.add(categories.get(scores.category()));
    row.add(scores.support());
    for (Interval each : List.of(scores.precision(), scores.recall(), scores.f1())) {
      row.addAll(List.of(each.value(), each.low(), each.high()));
    }
    return row;
  }
}
