/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.labels.ListedLabelError;
import org.docket.evaluation.LabelErrorPair;

/** The part of the page about likely label errors. */
final class LabelErrorSection {

  private static final String SECTION =
      """
      <h2>Likely label errors</h2>
      <p>By estimate %1$.1f %% of the labels of %2$,d documents are wrong (%3$,.0f); %4$,d documents
      are listed. Found by confident learning, which compares the labels with the model's
      probabilities: it means something on documents that the model was not trained on, and is where
      to look, not what is right.</p>
      %5$s
      """;

  private static final String TABLES =
      """
      <p>All of them with their texts: <a href="%1$s">%1$s</a></p>
      <table>
      <tr><th>given label &rarr; likely label</th><th>documents</th></tr>
      %2$s
      </table>
      <h3>The most likely ones</h3>
      <table>
      <tr><th>where</th><th>given label</th><th>likely label</th><th>text</th></tr>
      %3$s
      </table>
      """;

  private static final int PAIRS = 20;
  private static final int FIRST = 50;

  private LabelErrorSection() {}

  static String of(LabelErrorListing listing) {
    return String.format(
        Locale.ROOT,
        SECTION,
        100 * listing.errors().estimatedShare(),
        listing.errors().documents(),
        listing.errors().estimated(),
        listing.size(),
        listing.size() == 0 ? "" : tables(listing));
  }

  private static String tables(LabelErrorListing listing) {
    return String.format(
        Locale.ROOT,
        TABLES,
        ReportFile.LABEL_ERRORS.fileName(),
        listing.pairs().stream()
            .limit(PAIRS)
            .map(LabelErrorSection::row)
            .collect(Collectors.joining("\n")),
        listing.first(FIRST).stream()
            .map(LabelErrorSection::row)
            .collect(Collectors.joining("\n")));
  }

  private static String row(LabelErrorPair pair) {
    return String.format(
        Locale.ROOT,
        "<tr><td>%s &rarr; %s</td><td>%,d</td></tr>",
        HtmlPage.escape(pair.given()),
        HtmlPage.escape(pair.likely()),
        pair.listed());
  }

  private static String row(ListedLabelError error) {
    DocumentPlace place = error.place();
    return String.format(
        Locale.ROOT,
        "<tr><td>%s, row %d, line %d%s</td><td>%s %.3f</td><td>%s %.3f</td>"
            + "<td class=\"text\">%s</td></tr>",
        HtmlPage.escape(place.fileName()),
        place.row(),
        place.line(),
        place.id().isEmpty() ? "" : ", " + HtmlPage.escape(place.id()),
        HtmlPage.escape(error.given().category()),
        error.given().probability(),
        HtmlPage.escape(error.likely().category()),
        error.likely().probability(),
        HtmlPage.escape(error.start()));
  }
}
