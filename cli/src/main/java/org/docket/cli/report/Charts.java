/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.ReliabilityBin;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the charts of a report. */
final class Charts {

  private static final Color[] WHITE_TO_BLUE = {new Color(250, 250, 252), new Color(96, 150, 220)};

  /** Categories beyond which a cell has no room for its number. */
  private static final int MANY = 25;

  /** The most categories in a heat map: a row for each of thousands would be no picture. */
  private static final int MOST = 100;

  /** The least pixels of a row, so that names do not run into each other. */
  private static final int CELL = 20;

  private Charts() {}

  static void loss(List<EpochRow> history, Path file) throws IOException {
    XYChart chart = curves("Loss per epoch", "mean cross-entropy");
    add(chart, "training", history, EpochRow::trainLoss);
    add(chart, "validation, calibrated", history, EpochRow::validationLoss);
    save(chart, file);
  }

  static void accuracy(List<EpochRow> history, Path file) throws IOException {
    XYChart chart = curves("Accuracy per epoch", "share");
    add(chart, "training accuracy", history, EpochRow::trainAccuracy);
    add(chart, "validation accuracy", history, EpochRow::validationAccuracy);
    add(chart, "validation macro-F1", history, EpochRow::validationMacroF1);
    save(chart, file);
  }

  /**
   * Predicted against actual; each row in per cent of its label, so that thin ones are seen too.
   */
  static void confusion(Evaluation evaluation, Path file) throws IOException {
    LargestCategories largest = LargestCategories.of(evaluation, MOST);
    List<String> categories = largest.indices().stream().map(evaluation.categories()::get).toList();
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
    save(chart, file);
  }

  static void reliability(Evaluation evaluation, Path file) throws IOException {
    List<ReliabilityBin> bins =
        evaluation.reliability().stream().filter(bin -> bin.documents() > 0).toList();
    XYChart chart = curves("Reliability: is it as often right as it says?", "accuracy");
    chart.setXAxisTitle("confidence");
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    chart
        .addSeries("as it should be", new double[] {0, 1}, new double[] {0, 1})
        .setMarker(SeriesMarkers.NONE);
    chart.addSeries(
        "the model",
        bins.stream().mapToDouble(ReliabilityBin::meanConfidence).toArray(),
        bins.stream().mapToDouble(ReliabilityBin::accuracy).toArray());
    save(chart, file);
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

  private static XYChart curves(String title, String yAxis) {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(520)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle(yAxis)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    return chart;
  }

  private static void add(
      XYChart chart, String name, List<EpochRow> history, ToDoubleFunction<EpochRow> value) {
    chart.addSeries(
        name,
        history.stream().mapToDouble(EpochRow::epoch).toArray(),
        history.stream().mapToDouble(value).toArray());
  }

  private static void save(Chart<?, ?> chart, Path file) throws IOException {
    // In memory first: ImageIO hides that a disk is full, and its cache wants a temporary folder.
    ImageIO.setUseCache(false);
    Files.write(file, BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG));
  }
}
