/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.docket.cli.report.figures.Intervals;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.OtherLabels;

/** What a comparison says, in sentences, the most important first. */
final class ComparisonFindings {

  /** The usual bound for calling a difference more than chance. */
  private static final double CHANCE = 0.05;

  private static final double TINY_P = 0.0001;
  private static final int FEW = 100;
  private static final int MOST_PAIRS = 5;

  private final ComparisonContent content;
  private final List<Intervals> intervals;
  private final List<String> sentences = new ArrayList<>();

  private ComparisonFindings(ComparisonContent content, List<Intervals> intervals) {
    this.content = content;
    this.intervals = intervals;
  }

  static List<String> of(ComparisonContent content, List<Intervals> intervals) {
    ComparisonFindings findings = new ComparisonFindings(content, intervals);
    int best = findings.best();
    findings.models(best);
    findings.pairs(best);
    findings.categories(best);
    findings.otherLabels();
    findings.cut();
    findings.speed();
    return List.copyOf(findings.sentences);
  }

  private void tell(String format, Object... values) {
    sentences.add(String.format(Locale.ROOT, format, values));
  }

  private int best() {
    return IntStream.range(0, content.models().size())
        .boxed()
        .max(
            Comparator.comparingDouble((Integer i) -> model(i).evaluation().accuracy())
                .thenComparing(Comparator.<Integer>reverseOrder()))
        .orElseThrow();
  }

  private ComparedModel model(int place) {
    return content.models().get(place);
  }

  private void models(int best) {
    tell(
        "%s gets most right: accuracy %s on %s.",
        model(best).name(),
        Shares.percent(intervals.get(best).accuracy()),
        Shares.count(model(best).evaluation().documents()));
    if (model(best).evaluation().documents() < FEW) {
      tell("%s: intervals are wide.", Shares.count(model(best).evaluation().documents()));
    }
  }

  /** Of the best model with the others. */
  private void pairs(int best) {
    content.pairs().stream()
        .filter(pair -> pair.first() == best || pair.second() == best)
        .limit(MOST_PAIRS)
        .forEach(pair -> pair(pair, best));
    if (content.pairs().size() > 1) {
      tell("Each p stands for its pair alone; it is not corrected for the number of pairs.");
    }
  }

  private void pair(ModelPair pair, int best) {
    boolean first = pair.first() == best;
    ComparedModel other = model(first ? pair.second() : pair.first());
    String p = pair.p() < TINY_P ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", pair.p());
    tell(
        "%,d documents only %s gets right, %,d only %s: %s (McNemar's test, %s).",
        first ? pair.onlyFirstRight() : pair.onlySecondRight(),
        model(best).name(),
        first ? pair.onlySecondRight() : pair.onlyFirstRight(),
        other.name(),
        pair.p() < CHANCE ? "that is hardly chance" : "that may be chance",
        p);
  }

  /** Where the best model is behind another one by most. */
  private void categories(int best) {
    String where = "";
    double most = 0;
    for (int i = 0; i < content.models().size(); i++) {
      for (int category = 0; category < content.categories().size(); category++) {
        CategoryScore mine = model(best).evaluation().perCategory().get(category);
        CategoryScore others = model(i).evaluation().perCategory().get(category);
        if (others.f1() - mine.f1() > most) {
          most = others.f1() - mine.f1();
          where =
              String.format(
                  Locale.ROOT,
                  "%s is better than it at %s: F1 %.3f against %.3f, on %s.",
                  model(i).name(),
                  mine.category(),
                  others.f1(),
                  mine.f1(),
                  Shares.count(mine.support()));
        }
      }
    }
    if (most > 0) {
      sentences.add(where);
    }
  }

  private void otherLabels() {
    if (!content.sameCategories()) {
      tell("The models do not have the same categories: what one lacks it gets wrong.");
    }
    OtherLabels other = model(0).evaluation().otherLabels();
    if (other.labels() > 0) {
      tell(
          "No model has %,d of the labels, \"%s\" for one: their %s count as wrong.",
          other.labels(), other.examples().get(0), Shares.count(other.documents()));
    }
  }

  private void cut() {
    for (ComparedModel model : content.models()) {
      if (model.truncated() > 0) {
        tell("%s reads less than the whole of %s.", model.name(), Shares.count(model.truncated()));
      }
    }
  }

  private void speed() {
    ComparedModel fastest =
        content.models().stream()
            .max(Comparator.comparingDouble(ComparedModel::documentsPerSecond))
            .orElseThrow();
    tell(
        "%s is the fastest: %,.0f documents a second on one thread.",
        fastest.name(), fastest.documentsPerSecond());
  }
}
