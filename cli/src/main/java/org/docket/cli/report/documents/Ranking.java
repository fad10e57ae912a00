/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * The first few documents by some score, of all that pass by; of equal ones those that came first.
 * For one thread.
 */
final class Ranking {

  private static final Comparator<Ranked> LAST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .thenComparing(Comparator.comparingLong(Ranked::number).reversed());

  private final PriorityQueue<Ranked> kept = new PriorityQueue<>(LAST_FIRST);
  private int most;
  private long offered;

  Ranking(int most) {
    this.most = most;
  }

  private record Ranked(double score, long number, Candidate candidate) {}

  /** Takes a document if its score is among the highest; it is made only then. */
  void offer(double score, Supplier<Candidate> candidate, HeldText held) {
    long number = offered++;
    if (kept.size() < most) {
      add(new Ranked(score, number, candidate.get()), held);
    } else if (most > 0 && score > kept.peek().score()) {
      held.remove(kept.poll().candidate());
      add(new Ranked(score, number, candidate.get()), held);
    }
  }

  private void add(Ranked ranked, HeldText held) {
    kept.add(ranked);
    held.add(ranked.candidate());
  }

  /** Keeps fewer from now on. */
  void shrink(int fewer, HeldText held) {
    most = Math.min(most, fewer);
    while (kept.size() > most) {
      held.remove(kept.poll().candidate());
    }
  }

  /** How many documents were offered, taken or not. */
  long offered() {
    return offered;
  }

  int size() {
    return kept.size();
  }

  /** Those that are kept, the first first. */
  List<Candidate> ranked() {
    return kept.stream().sorted(LAST_FIRST.reversed()).map(Ranked::candidate).toList();
  }
}
