/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;

/** Prints what some rounds of a suite gave: medians, and the smallest and the largest. */
final class RatioTable {

  private final Suite suite;
  private final List<Map<String, Double>> rounds;

  /**
   * A table.
   *
   * @param rounds at least one, each with the score of every case
   */
  RatioTable(Suite suite, List<Map<String, Double>> rounds) {
    this.suite = suite;
    this.rounds = rounds;
  }

  /** Prints two tables in Markdown. */
  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "| Docket against its peer, median of %d rounds | ratio | from – to | fastest rounds |%n",
        rounds.size());
    out.println("|---|---|---|---|");
    for (Ratio ratio : suite.ratios()) {
      String row = row(ratio.name(), "%.2f", round -> ratio(ratio, round));
      out.printf(Locale.ROOT, "%s %.2f |%n", row, ratioOfFastest(ratio));
    }
    out.println();
    out.println("| case | documents per second | from – to |");
    out.println("|---|---|---|");
    for (Case each : suite.cases()) {
      out.println(row(each.name(), "%,.0f", round -> round.get(each.name())));
    }
  }

  private String row(String name, String format, ToDoubleFunction<Map<String, Double>> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    String row = "| %s | " + format + " | " + format + " – " + format + " |";
    return String.format(
        Locale.ROOT,
        row,
        name,
        Median.withDefaults().evaluate(sorted),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /** What a noisy machine did to both matters least in the rounds in which each was fastest. */
  private double ratioOfFastest(Ratio ratio) {
    double peer = ratio.peers().stream().mapToDouble(this::fastest).max().orElseThrow();
    return fastest(ratio.ours()) / peer;
  }

  private double fastest(String name) {
    return rounds.stream().mapToDouble(round -> round.get(name)).max().orElseThrow();
  }

  static double ratio(Ratio ratio, Map<String, Double> round) {
    double best = ratio.peers().stream().mapToDouble(round::get).max().orElseThrow();
    return round.get(ratio.ours()) / best;
  }
}
