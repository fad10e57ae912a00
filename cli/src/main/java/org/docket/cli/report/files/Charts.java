/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What the charts of a report have in common: they are for slides, and drawn by XChart. */
final class Charts {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;

  /** Room for names that stand aslant. */
  private static final int NAMES = 200;

  private static final int NAME = 36;
  private static final int ASLANT = 40;

  private Charts() {}

  /** Curves over numbers. */
  static XYChart curves(String title, String xAxis, String yAxis) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xAxis)
            .yAxisTitle(yAxis)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    return chart;
  }

  /** Bars over names. */
  static CategoryChart bars(String title, String xAxis, String yAxis) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT + NAMES)
            .title(title)
            .xAxisTitle(xAxis)
            .yAxisTitle(yAxis)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setXAxisLabelRotation(ASLANT);
    return chart;
  }

  /** The line on which a figure is as it should be, or the only two points there are. */
  static void line(XYChart chart, String name, double[] x, double[] y) {
    chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
  }

  /** Names that leave room for the bars; two of them never become one. */
  static List<String> shortNames(List<String> names) {
    Set<String> taken = new LinkedHashSet<>();
    for (String name : names) {
      String start = name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
      String free = start;
      for (int i = 2; !taken.add(free); i++) {
        free = start + " (" + i + ")";
      }
    }
    return List.copyOf(taken);
  }

  static void save(Chart<?, ?> chart, Path file) throws IOException {
    // In memory first: ImageIO hides that a disk is full, and its cache wants a temporary folder.
    ImageIO.setUseCache(false);
    Files.write(file, BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG));
  }
}
