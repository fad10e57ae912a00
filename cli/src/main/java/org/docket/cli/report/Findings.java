/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.figures.CategoryIntervals;
import org.docket.cli.report.figures.Interval;
import org.docket.cli.report.figures.Intervals;
import org.docket.cli.report.figures.LengthTally;
import org.docket.cli.report.figures.Overfitting;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.OtherLabels;

/** What the figures of a report say, in sentences, the most important first. */
final class Findings {

  /** Of fewer documents a figure says little. */
  /** The accuracy below which a model's doubt in a label is no reason to doubt it. */
  private static final double FAIR = 0.7;

  private static final int FEW = 100;

  /** Of fewer documents a category's figures say little. */
  private static final int TINY = 20;

  private final Evaluation evaluation;
  private final Intervals intervals;
  private final List<String> sentences = new ArrayList<>();

  private Findings(Evaluation evaluation, Intervals intervals) {
    this.evaluation = evaluation;
    this.intervals = intervals;
  }

  static List<String> of(
      ReportContent content, Intervals intervals, Optional<DocumentCollector> documents) {
    Findings findings = new Findings(content.evaluation(), intervals);
    findings.accuracy();
    findings.categories();
    findings.otherLabels();
    findings.confusion();
    findings.add(CalibrationFindings.of(content.evaluation()));
    content.epochs().ifPresent(epochs -> findings.sentences.add(Overfitting.words(epochs.rows())));
    documents.ifPresent(findings::documents);
    content.labelErrors().ifPresent(findings::labelErrors);
    return List.copyOf(findings.sentences);
  }

  private void add(List<String> more) {
    sentences.addAll(more);
  }

  private void tell(String format, Object... values) {
    sentences.add(String.format(Locale.ROOT, format, values));
  }

  private void accuracy() {
    int documents = evaluation.documents();
    tell(
        "Accuracy is %s on %s; macro-F1 is %s.",
        Shares.percent(intervals.accuracy()),
        Shares.count(documents),
        Shares.percent(intervals.macroF1()));
    if (intervals.accuracy().width() == 0) {
      // Resamples of answers that are all alike are all alike; the rule of three (Hanley and
      // Lippman-Hand 1983) tells what the interval cannot.
      tell(
          "All answers are %s, so the interval is only a point: of as few as %s, up to %s of others"
              + " may be %s nevertheless.",
          evaluation.accuracy() == 1 ? "right" : "wrong",
          Shares.count(documents),
          Shares.percent(Math.min(1, 3.0 / documents)),
          evaluation.accuracy() == 1 ? "wrong" : "right");
    } else if (documents < FEW) {
      tell("%s: intervals are wide.", Shares.count(documents));
    }
  }

  private void categories() {
    List<CategoryIntervals> occurring =
        intervals.perCategory().stream()
            .filter(each -> each.support() > 0)
            .filter(each -> !name(each).equals(Evaluation.OTHER_LABELS))
            .sorted(Comparator.comparingDouble(each -> each.f1().value()))
            .toList();
    if (occurring.size() > 1) {
      CategoryIntervals weakest = occurring.get(0);
      CategoryIntervals strongest = occurring.get(occurring.size() - 1);
      tell(
          "The strongest category is %s: F1 %s on %s; the weakest is %s: F1 %s on %s.",
          name(strongest),
          f1(strongest.f1()),
          Shares.count(strongest.support()),
          name(weakest),
          f1(weakest.f1()),
          Shares.count(weakest.support()));
    }
    tiny(occurring);
    List<String> without =
        evaluation.perCategory().stream()
            .filter(score -> score.support() == 0)
            .map(CategoryScore::category)
            .toList();
    if (!without.isEmpty()) {
      tell(
          "%d of the categories, %s for one, have no document here: nothing is known of them.",
          without.size(), without.get(0));
    }
  }

  private void tiny(List<CategoryIntervals> occurring) {
    List<CategoryIntervals> tiny =
        occurring.stream().filter(each -> each.support() < TINY).toList();
    if (!tiny.isEmpty()) {
      tell(
          "%d of the categories, %s for one, have fewer than %d documents: their scores may be"
              + " chance.",
          tiny.size(), name(tiny.get(0)), TINY);
    }
  }

  private void otherLabels() {
    OtherLabels other = evaluation.otherLabels();
    if (other.labels() > 0) {
      tell(
          "The model does not have %,d of the labels, \"%s\" for one: their %s count as wrong.",
          other.labels(), other.examples().get(0), Shares.count(other.documents()));
    }
  }

  /** The most frequent mistake. */
  private void confusion() {
    int[][] confusion = evaluation.confusion();
    int actual = 0;
    int predicted = 0;
    int most = 0;
    for (int row = 0; row < confusion.length; row++) {
      for (int column = 0; column < confusion.length; column++) {
        if (row != column && confusion[row][column] > most) {
          actual = row;
          predicted = column;
          most = confusion[row][column];
        }
      }
    }
    if (most > 0) {
      int support = evaluation.perCategory().get(actual).support();
      tell(
          "The most frequent confusion: %s of %s taken for %s, %s of that label.",
          Shares.count(most),
          evaluation.categories().get(actual),
          evaluation.categories().get(predicted),
          Shares.percent((double) most / support));
    }
  }

  private void documents(DocumentCollector documents) {
    for (LengthTally part : documents.lengths()) {
      if (part.cut() > 0) {
        tell(
            "%,d of %,d %s texts (%s) are longer than what the model reads; of the words of all of"
                + " them it reads %s.",
            part.cut(),
            part.documents(),
            part.name(),
            Shares.percent((double) part.cut() / part.documents()),
            Shares.percent(part.shareRead()));
      }
    }
    if (documents.abstained() > 0) {
      tell(
          "On %s the model abstains: there is no word that it knows, or too few.",
          Shares.count(documents.abstained()));
    }
  }

  private void labelErrors(LabelErrorListing listing) {
    if (listing.size() > 0) {
      String first =
          evaluation.accuracy() < FAIR
              ? "The model contradicts so many labels that %s of them (%,.0f) would be wrong: from a"
                  + " model that is itself often wrong that says little; %s are listed."
              : "By estimate %s of the labels are wrong (%,.0f); %s are listed, which are worth"
                  + " reading first.";
      tell(
          first,
          Shares.percent(listing.errors().estimatedShare()),
          listing.errors().estimated(),
          Shares.count(listing.size()));
    }
  }

  private String name(CategoryIntervals scores) {
    return evaluation.categories().get(scores.category());
  }

  private static String f1(Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", interval.value(), interval.low(), interval.high());
  }
}
