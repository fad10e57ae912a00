/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The most confident documents of each cell of a confusion. The more cells there are, the fewer
 * documents are held of each; and where even one is too many, only cells that many documents are
 * in. For one thread.
 */
final class ConfusionDocuments {

  /** Of a cell with mistakes; of one that is right, half of it. */
  static final int MOST = 20;

  /** What room is made at once, for sorting cells takes a while. */
  private static final int QUARTER = 4;

  private final Map<Cell, Ranking<Candidate>> cells = new HashMap<>();
  private final HeldText held = new HeldText();
  private int most = MOST;

  /** A label and an answer. */
  record Cell(int actual, int predicted) {

    boolean isRight() {
      return actual == predicted;
    }
  }

  /**
   * A cell's documents, the most confident first.
   *
   * @param total how many documents were offered to it
   */
  record Content(Cell cell, long total, List<Candidate> documents) {}

  void offer(Cell cell, double probability, Supplier<Candidate> candidate) {
    cells
        .computeIfAbsent(cell, same -> new Ranking<>(most(same)))
        .offer(probability, candidate, held);
    while (held.isTooMuch()) {
      makeRoom();
    }
  }

  /** Cells with mistakes first, of these and of the others the one with the most documents. */
  List<Content> contents() {
    return cells.entrySet().stream()
        .map(e -> new Content(e.getKey(), e.getValue().offered(), e.getValue().ranked()))
        .sorted(
            Comparator.comparing((Content content) -> content.cell().isRight())
                .thenComparing(Comparator.comparingLong(Content::total).reversed())
                .thenComparingInt(content -> content.cell().actual())
                .thenComparingInt(content -> content.cell().predicted()))
        .toList();
  }

  /** How many documents are held. */
  int documents() {
    return cells.values().stream().mapToInt(Ranking::size).sum();
  }

  private int most(Cell cell) {
    return cell.isRight() ? (most + 1) / 2 : most;
  }

  private void makeRoom() {
    if (most > 1) {
      most /= 2;
      cells.forEach((cell, ranking) -> ranking.shrink(most(cell), held));
    } else {
      List<Map.Entry<Cell, Ranking<Candidate>>> smallest = new ArrayList<>(cells.entrySet());
      smallest.sort(Comparator.comparingLong(entry -> entry.getValue().offered()));
      for (Map.Entry<Cell, Ranking<Candidate>> entry :
          smallest.subList(0, Math.max(1, smallest.size() / QUARTER))) {
        entry.getValue().shrink(0, held);
        cells.remove(entry.getKey());
      }
    }
  }
}
