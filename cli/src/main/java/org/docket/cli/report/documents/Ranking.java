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
final class Ranking<T> {

  private static final Comparator<Ranked<?>> LAST_FIRST =
      Comparator.<Ranked<?>>comparingDouble(Ranked::score)
          .thenComparing(Comparator.<Ranked<?>>comparingLong(Ranked::number).reversed());

  private final PriorityQueue<Ranked<T>> kept = new PriorityQueue<>(LAST_FIRST);
  private int most;
  private long offered;

  Ranking(int most) {
    this.most = most;
  }

  private record Ranked<T>(double score, long number, T document) {}

  /** Is told of what is kept. */
  interface Watcher<T> {

    void add(T document);

    void remove(T document);
  }

  /** Takes a document if its score is among the highest; it is made only then. */
  void offer(double score, Supplier<T> document, Watcher<T> held) {
    long number = offered++;
    if (kept.size() < most) {
      add(new Ranked<>(score, number, document.get()), held);
    } else if (most > 0 && score > kept.peek().score()) {
      held.remove(kept.poll().document());
      add(new Ranked<>(score, number, document.get()), held);
    }
  }

  private void add(Ranked<T> ranked, Watcher<T> held) {
    kept.add(ranked);
    held.add(ranked.document());
  }

  /** Keeps fewer from now on. */
  void shrink(int fewer, Watcher<T> held) {
    most = Math.min(most, fewer);
    while (kept.size() > most) {
      held.remove(kept.poll().document());
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
  List<T> ranked() {
    return kept.stream().sorted(LAST_FIRST.reversed()).map(Ranked::document).toList();
  }
}
