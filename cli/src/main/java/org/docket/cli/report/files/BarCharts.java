/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.docket.cli.report.figures.Interval;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.figures.LargestCategories;
import org.docket.cli.report.figures.LengthBins;
import org.docket.cli.report.figures.LengthTally;
import org.docket.cli.report.figures.PartCounts;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;
import org.knowm.xchart.CategoryChart;

/** Bars: documents and scores by category, texts by length. */
public final class BarCharts {

  /** The most categories that have room. */
  private static final int MOST = 30;

  private BarCharts() {}

  /** Documents of each category in each part. */
  public static void histogram(Evaluation evaluation, List<PartCounts> parts, Path file)
      throws IOException {
    LargestCategories largest = LargestCategories.of(evaluation, MOST);
    CategoryChart chart = Charts.bars("Documents" + without(largest), "category", "documents");
    List<String> names = names(evaluation, largest);
    for (PartCounts part : parts) {
      chart.addSeries(
          part.name(), names, largest.indices().stream().map(part.counts()::get).toList());
    }
    Charts.save(chart, file);
  }

  /** Precision, recall and F1 of each category. */
  public static void perCategory(Evaluation evaluation, Path file) throws IOException {
    LargestCategories largest = LargestCategories.of(evaluation, MOST);
    CategoryChart chart = Charts.bars("Scores" + without(largest), "category", "score");
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    List<String> names = names(evaluation, largest);
    chart.addSeries("precision", names, scores(evaluation, largest, CategoryScore::precision));
    chart.addSeries("recall", names, scores(evaluation, largest, CategoryScore::recall));
    chart.addSeries("F1", names, scores(evaluation, largest, CategoryScore::f1));
    Charts.save(chart, file);
  }

  /** Accuracy and macro-F1 of each model. */
  public static void models(List<String> models, List<Intervals> intervals, Path file)
      throws IOException {
    CategoryChart chart = Charts.bars("Models, with 95 % intervals", "model", "score");
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    List<String> names = Charts.shortNames(models);
    addBars(chart, "accuracy", names, intervals.stream().map(Intervals::accuracy).toList());
    addBars(chart, "macro-F1", names, intervals.stream().map(Intervals::macroF1).toList());
    Charts.save(chart, file);
  }

  private static void addBars(
      CategoryChart chart, String series, List<String> names, List<Interval> intervals) {
    chart.addSeries(
        series,
        names,
        intervals.stream().map(Interval::value).toList(),
        intervals.stream().map(interval -> interval.width() / 2).toList());
  }

  /** Texts of each length in each part, in per cent of the part. */
  public static void lengths(List<LengthTally> parts, LengthBins bins, Path file)
      throws IOException {
    CategoryChart chart = Charts.bars("Lengths of the texts", "tokens, from", "% of the texts");
    List<String> from = bins.names();
    for (LengthTally part : parts) {
      double percent = 100.0 / Math.max(1, part.documents());
      chart.addSeries(
          part.name(),
          from,
          IntStream.range(0, bins.size())
              .mapToObj(bin -> percent * part.between(bins.from(bin), bins.to(bin)))
              .toList());
    }
    Charts.save(chart, file);
  }

  private static List<String> names(Evaluation evaluation, LargestCategories largest) {
    return Charts.shortNames(largest.indices().stream().map(evaluation.categories()::get).toList());
  }

  private static List<Double> scores(
      Evaluation evaluation, LargestCategories largest, ToDoubleFunction<CategoryScore> score) {
    return largest.indices().stream()
        .map(i -> score.applyAsDouble(evaluation.perCategory().get(i)))
        .toList();
  }

  private static String without(LargestCategories largest) {
    return largest.more() == 0
        ? ""
        : String.format(Locale.ROOT, ", without %,d categories of fewer documents", largest.more());
  }
}
