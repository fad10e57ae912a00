/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.docket.cli.report.figures.EpochRow;
import org.docket.cli.report.figures.EpochRow.Scores;
import org.knowm.xchart.XYChart;

/** The curves of a training: the network on both parts, and the whole model on validation. */
public final class EpochCharts {

  private EpochCharts() {}

  /** Loss per epoch. */
  public static void loss(List<EpochRow> history, Path file) throws IOException {
    draw("Loss per epoch", "mean cross-entropy", Scores::loss, history, file);
  }

  /** Accuracy per epoch. */
  public static void accuracy(List<EpochRow> history, Path file) throws IOException {
    draw("Accuracy per epoch", "share", Scores::accuracy, history, file);
  }

  /** Macro-F1 per epoch. */
  public static void macroF1(List<EpochRow> history, Path file) throws IOException {
    draw("Macro-F1 per epoch", "mean F1", Scores::macroF1, history, file);
  }

  private static void draw(
      String title, String yAxis, ToDoubleFunction<Scores> value, List<EpochRow> history, Path file)
      throws IOException {
    XYChart chart = Charts.curves(title, "epoch", yAxis);
    add(chart, "training, network alone", history, EpochRow::training, value);
    add(chart, "validation, network alone", history, EpochRow::network, value);
    add(chart, "validation, the model", history, EpochRow::validation, value);
    Charts.save(chart, file);
  }

  private static void add(
      XYChart chart,
      String name,
      List<EpochRow> history,
      Function<EpochRow, Scores> part,
      ToDoubleFunction<Scores> value) {
    chart.addSeries(
        name,
        history.stream().mapToDouble(EpochRow::epoch).toArray(),
        history.stream().map(part).mapToDouble(value).toArray());
  }
}
