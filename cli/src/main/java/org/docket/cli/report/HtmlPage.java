/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.figures.LargestCategories;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;

/** The page that shows a report. Plain HTML, nothing fetched from elsewhere. */
final class HtmlPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>%1$s</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 1100px; margin: 2em auto; color: #222; }
      table { border-collapse: collapse; }
      th, td { padding: .3em .8em; border-bottom: 1px solid #ddd; text-align: right; }
      th:first-child, td:first-child, td.text { text-align: left; }
      img { max-width: 100%%; margin: 1em 0; }
      .figures b { font-size: 1.6em; margin-right: 1em; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      <p class="figures">accuracy <b>%2$.3f</b> macro-F1 <b>%3$.3f</b>
      calibration error <b>%4$.3f</b> documents <b>%5$d</b></p>
      %6$s
      <table>
      <tr><th>category</th><th>precision</th><th>recall</th><th>F1</th><th>documents</th></tr>
      %7$s
      </table>
      %8$s
      <p><img src="confusion.png" alt="Heat map of predicted against actual categories"></p>
      <p><img src="reliability.png" alt="Reliability diagram"></p>
      %9$s
      </body>
      </html>
      """;

  private static final String CURVES =
      """
      <p><img src="loss.png" alt="Loss per epoch"></p>
      <p><img src="accuracy.png" alt="Accuracy per epoch"></p>
      """;

  private static final String MORE =
      "<p>and %,d categories of fewer documents, which metrics.json has</p>";

  /** The most categories in the table. */
  private static final int MOST = 1000;

  private HtmlPage() {}

  static String of(
      String title,
      Evaluation evaluation,
      Optional<LabelErrorListing> labelErrors,
      boolean withCurves) {
    LargestCategories largest = LargestCategories.of(evaluation, MOST);
    String rows =
        largest.indices().stream()
            .map(i -> row(evaluation.perCategory().get(i)))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        PAGE,
        escape(title),
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.ece(),
        evaluation.documents(),
        withCurves ? CURVES : "",
        rows,
        largest.more() == 0 ? "" : String.format(Locale.ROOT, MORE, largest.more()),
        labelErrors.map(LabelErrorSection::of).orElse(""));
  }

  private static String row(CategoryScore score) {
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td>%.3f</td><td>%.3f</td><td>%.3f</td><td>%d</td></tr>",
        escape(score.category()),
        score.precision(),
        score.recall(),
        score.f1(),
        score.support());
  }

  /** As the content of an element; not as the value of an attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
