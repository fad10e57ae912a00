/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.docket.cli.report.figures.LargestCategories;
import org.docket.evaluation.Evaluation;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/**
 * The heat map: predicted against actual; each row in per cent of its label, so that thin ones are
 * seen too.
 */
public final class ConfusionChart {

  private static final Color[] WHITE_TO_BLUE = {new Color(250, 250, 252), new Color(96, 150, 220)};

  /** Categories beyond which a cell has no room for its number. */
  private static final int MANY = 25;

  /** The most categories: a row for each of thousands would be no picture. */
  private static final int MOST = 100;

  /** The least pixels of a row, so that names do not run into each other. */
  private static final int CELL = 20;

  private ConfusionChart() {}

  /** Draws. */
  public static void draw(Evaluation evaluation, Path file) throws IOException {
    LargestCategories largest = LargestCategories.of(evaluation, MOST);
    List<String> categories =
        Charts.shortNames(largest.indices().stream().map(evaluation.categories()::get).toList());
    int size = categories.size();
    boolean many = size > MANY;
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(Math.max(1100, 600 + CELL * size))
            .height(Math.max(900, 450 + CELL * size))
            .title("Predicted against actual, % of each actual category" + without(largest))
            .xAxisTitle("predicted")
            .yAxisTitle("actual")
            .build();
    List<String> upwards = new ArrayList<>(categories);
    Collections.reverse(upwards);
    chart.addSeries("share", categories, upwards, cells(evaluation, largest.indices()));
    chart.getStyler().setRangeColors(WHITE_TO_BLUE);
    chart.getStyler().setMin(0).setMax(100);
    chart.getStyler().setShowValue(!many).setHeatMapValueDecimalPattern("0");
    chart.getStyler().setXAxisLabelRotation(many ? 90 : 40);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    Charts.save(chart, file);
  }

  private static String without(LargestCategories largest) {
    return largest.more() == 0
        ? ""
        : String.format(Locale.ROOT, " (without %,d smaller ones)", largest.more());
  }

  /** Cells as XChart wants them: column, row from below, value. */
  private static List<Number[]> cells(Evaluation evaluation, List<Integer> shown) {
    List<Number[]> cells = new ArrayList<>();
    int[][] confusion = evaluation.confusion();
    int size = shown.size();
    for (int row = 0; row < size; row++) {
      int[] counts = confusion[shown.get(row)];
      int sum = Math.max(1, IntStream.of(counts).sum());
      for (int column = 0; column < size; column++) {
        long percent = Math.round(100.0 * counts[shown.get(column)] / sum);
        cells.add(new Number[] {column, size - 1 - row, percent});
      }
    }
    return cells;
  }
}
