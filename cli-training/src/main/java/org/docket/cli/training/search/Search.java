/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.docket.cli.training.search.SuccessiveHalving.Rung;
import org.docket.cli.training.work.Lost;

/**
 * Runs the trials of a search, rung after rung. The given preset, trial 0, goes to the end whatever
 * the others do, so that what is found is compared with it. For one run.
 */
final class Search {

  private final SuccessiveHalving halving;
  private final Trainings trainings;
  private final Listener listener;
  private final List<Trial> trials;

  /** Trains trials. */
  interface Trainings {

    /** Trains a trial, from where it is, until it has so many epochs. */
    Score train(Trial trial, int epochs) throws IOException;

    /** A trial will not go on. */
    void drop(Trial trial) throws IOException;
  }

  /** Is told of what happens. */
  interface Listener {

    /** A trial has been trained up to a rung, or is lost; all trials as they are now. */
    void trained(Trial trial, int rung, List<Trial> trials) throws IOException;

    /** A rung is done, and these go on; nobody, after the last one. */
    void rungDone(int rung, List<Trial> alive);
  }

  /**
   * Takes what is tried.
   *
   * @param trials by number, with the scores that they have already
   */
  Search(SuccessiveHalving halving, List<Trial> trials, Trainings trainings, Listener listener) {
    this.halving = halving;
    this.trials = new ArrayList<>(trials);
    this.trainings = trainings;
    this.listener = listener;
  }

  /** Runs all, and returns the trials. */
  List<Trial> run() throws IOException {
    Set<Integer> alive = new LinkedHashSet<>(numbers(trials));
    for (int rung = 0; rung < halving.rungs().size(); rung++) {
      for (int number : alive) {
        step(number, rung);
      }
      List<Trial> ranked = ranked(alive, rung);
      boolean last = rung == halving.rungs().size() - 1;
      Set<Integer> next = last ? Set.of() : chosen(ranked, halving.rungs().get(rung + 1));
      for (int number : alive) {
        if (!last && !next.contains(number)) {
          trainings.drop(trials.get(number));
        }
      }
      listener.rungDone(rung, next.stream().map(trials::get).toList());
      alive = last ? alive : next;
    }
    return List.copyOf(trials);
  }

  private void step(int number, int rung) throws IOException {
    Trial trial = trials.get(number);
    if (trial.isLost() || trial.scores().size() > rung) {
      return; // before an interruption
    }
    Trial after;
    try {
      after = trial.with(trainings.train(trial, halving.rungs().get(rung).epochs()));
    } catch (RuntimeException | OutOfMemoryError e) {
      after = trial.lost(Lost.reason(e));
    }
    trials.set(number, after);
    listener.trained(after, rung, List.copyOf(trials));
  }

  /**
   * Those that reached a rung, the lowest loss there first: not by what came later, which is known
   * already when a search is resumed.
   */
  private List<Trial> ranked(Set<Integer> alive, int rung) {
    return alive.stream()
        .map(trials::get)
        .filter(trial -> trial.scores().size() > rung)
        .sorted(
            Comparator.comparingDouble((Trial trial) -> trial.scores().get(rung).loss())
                .thenComparingInt(Trial::number))
        .toList();
  }

  private static Set<Integer> chosen(List<Trial> ranked, Rung next) {
    Set<Integer> chosen = new LinkedHashSet<>();
    ranked.stream().filter(trial -> trial.number() == 0).forEach(t -> chosen.add(t.number()));
    ranked.stream().limit(next.trials()).forEach(trial -> chosen.add(trial.number()));
    return chosen;
  }

  private static List<Integer> numbers(List<Trial> trials) {
    return IntStream.range(0, trials.size()).boxed().toList();
  }

  /** By the loss at the last rung that they reached; of equals the first trial. */
  static final Comparator<Trial> BEST_FIRST =
      Comparator.comparingDouble((Trial trial) -> trial.last().map(Score::loss).orElse(Double.NaN))
          .thenComparingInt(Trial::number);
}
