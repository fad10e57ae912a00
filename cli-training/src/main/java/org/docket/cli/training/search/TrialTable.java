/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A search as text for a terminal: each training as it ends, and all trials at the end. */
final class TrialTable {

  private final PrintWriter out;
  private final SuccessiveHalving halving;
  private int headedFor = -1;

  TrialTable(PrintWriter out, SuccessiveHalving halving) {
    this.out = out;
    this.halving = halving;
  }

  /** Prints what is searched. */
  void begin(String preset, SearchSpace space, int trials, long seed) {
    out.printf(
        Locale.ROOT,
        "%d trials around the preset %s, seed %d; trial 0 is the preset itself, and goes to the end."
            + " What varies:%n",
        trials,
        preset,
        seed);
    space.lines().forEach(line -> out.println("  " + line));
    out.println(
        halving.rungs().stream()
            .map(r -> String.format(Locale.ROOT, "%d for %s", r.trials(), r.words()))
            .collect(Collectors.joining(", then the best ", "how long: ", "")));
    out.println("what is done is noted: after Ctrl-C, --resume goes on");
    out.flush();
  }

  /** Prints a training. */
  void trained(Trial trial, int rung) {
    if (headedFor != rung) {
      headedFor = rung;
      out.printf(
          Locale.ROOT,
          "%nrung %d of %d%ntrial  epochs    loss  accuracy  macro-F1  seconds  what differs%n",
          rung + 1,
          halving.rungs().size());
    }
    if (trial.isLost()) {
      out.printf(Locale.ROOT, "%5d  lost: %s (%s)%n", trial.number(), trial.lost(), trial.words());
    } else {
      Score score = trial.last().orElseThrow();
      out.printf(
          Locale.ROOT,
          "%5d  %6d  %6.4f  %8.4f  %8.4f  %7.1f  %s%n",
          trial.number(),
          score.epochs(),
          score.loss(),
          score.accuracy(),
          score.macroF1(),
          score.seconds(),
          trial.words());
    }
    out.flush();
  }

  /** Prints who goes on. */
  void rungDone(List<Trial> alive) {
    if (!alive.isEmpty()) {
      out.println(
          alive.stream()
              .map(trial -> Integer.toString(trial.number()))
              .collect(Collectors.joining(", ", "on go: ", "")));
      out.flush();
    }
  }

  /** Prints all trials, the best first. */
  void print(Outcome outcome) {
    out.println("\ntrial    loss  accuracy  macro-F1  state");
    outcome.trials().stream().sorted(order()).forEach(trial -> print(trial, outcome.state(trial)));
    out.println();
    outcome.words().forEach(out::println);
    out.flush();
  }

  private void print(Trial trial, String state) {
    String figures =
        trial
            .last()
            .map(
                score ->
                    String.format(
                        Locale.ROOT,
                        "%6.4f  %8.4f  %8.4f",
                        score.loss(),
                        score.accuracy(),
                        score.macroF1()))
            .orElse("     –         –         –");
    out.printf(Locale.ROOT, "%5d  %s  %s%n", trial.number(), figures, state);
  }

  /** Those that came furthest first, and of these the lowest loss. */
  private static Comparator<Trial> order() {
    return Comparator.comparing(Trial::isLost)
        .thenComparingInt(trial -> -trial.scores().size())
        .thenComparing(Search.BEST_FIRST);
  }
}
