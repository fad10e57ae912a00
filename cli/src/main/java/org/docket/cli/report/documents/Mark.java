/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.Comparator;
import java.util.List;
import org.docket.explanation.Contribution;
import org.docket.explanation.Explanation;

/**
 * Words of a text that moved its answer.
 *
 * @param start of the first UTF-16 unit
 * @param end after the last one
 * @param weight by how much the answer's probability falls without the words; -1 to 1
 */
public record Mark(int start, int end, double weight) {

  /** What moves the probability less is not marked: a very sure answer is moved by little. */
  private static final double LEAST = 1e-6;

  /** Nor what moves it by less than this share of what the strongest words do. */
  private static final double WEAK = 0.05;

  /** The strongest words of a text. */
  private static final int WORDS = 25;

  private static final int MARKS = 60;

  /** In the order of the text. */
  static List<Mark> of(Explanation explanation, int shown) {
    List<Contribution> strongestFirst = explanation.contributions();
    double strongest = strongestFirst.isEmpty() ? 0 : Math.abs(strongestFirst.get(0).weight());
    double least = Math.max(LEAST, WEAK * strongest);
    return strongestFirst.stream()
        .filter(contribution -> Math.abs(contribution.weight()) >= least)
        .limit(WORDS)
        .flatMap(contribution -> of(contribution, shown).stream())
        .limit(MARKS)
        .sorted(Comparator.comparingInt(Mark::start))
        .toList();
  }

  private static List<Mark> of(Contribution contribution, int shown) {
    return contribution.places().stream()
        .filter(place -> place.start() < shown)
        .map(place -> new Mark(place.start(), Math.min(place.end(), shown), contribution.weight()))
        .toList();
  }
}
