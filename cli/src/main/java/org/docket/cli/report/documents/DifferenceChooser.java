/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Chooses documents on which two models differ, as they pass by: for each pair those that only the
 * first gets right, those that only the second does, and a few that both get wrong in different
 * ways; of each the ones that both models are surest about. For one thread.
 */
public final class DifferenceChooser {

  /** Of all pairs together; the more models, the fewer of each. */
  private static final int ALL = 300;

  /** Of one pair, in each way in which one of both is right. */
  private static final int MOST = 12;

  private static final int KINDS = 3;

  private static final Ranking.Watcher<ComparedDocument> NOBODY =
      new Ranking.Watcher<>() {
        @Override
        public void add(ComparedDocument document) {}

        @Override
        public void remove(ComparedDocument document) {}
      };

  private final List<PairDocuments> pairs = new ArrayList<>();

  /** Chooses for each pair of some models. */
  public DifferenceChooser(int models) {
    int count = models * (models - 1) / 2;
    int most = Math.max(1, Math.min(MOST, ALL / Math.max(1, KINDS * count)));
    for (int first = 0; first < models; first++) {
      for (int second = first + 1; second < models; second++) {
        pairs.add(
            new PairDocuments(
                first,
                second,
                new Ranking<>(most),
                new Ranking<>(most),
                new Ranking<>(Math.max(1, most / 2))));
      }
    }
  }

  private record PairDocuments(
      int first,
      int second,
      Ranking<ComparedDocument> onlyFirst,
      Ranking<ComparedDocument> onlySecond,
      Ranking<ComparedDocument> neither) {

    void offer(
        int actual, List<ComparedDocument.Answer> answers, Supplier<ComparedDocument> document) {
      ComparedDocument.Answer one = answers.get(first);
      ComparedDocument.Answer other = answers.get(second);
      if (one.predicted() == other.predicted()) {
        return;
      }
      Ranking<ComparedDocument> kind =
          one.predicted() == actual
              ? onlyFirst
              : other.predicted() == actual ? onlySecond : neither;
      kind.offer(Math.min(one.probability(), other.probability()), document, NOBODY);
    }

    Stream<ComparedDocument> documents() {
      return Stream.of(onlyFirst, onlySecond, neither).map(Ranking::ranked).flatMap(List::stream);
    }
  }

  /**
   * Looks at a document.
   *
   * @param document is asked for only if it is held
   */
  public void add(
      int actual, List<ComparedDocument.Answer> answers, Supplier<ComparedDocument> document) {
    for (PairDocuments pair : pairs) {
      pair.offer(actual, answers, document);
    }
  }

  /**
   * The documents that were chosen, each once.
   *
   * @param pairs for each pair, in the order 0-1, 0-2, ..., 1-2, ..., places in the documents
   */
  public record Chosen(List<ComparedDocument> documents, List<List<Integer>> pairs) {}

  /** Of all that were added. */
  public Chosen chosen() {
    List<ComparedDocument> documents = new ArrayList<>();
    Map<ComparedDocument, Integer> places = new IdentityHashMap<>();
    List<List<Integer>> chosen = new ArrayList<>();
    for (PairDocuments pair : pairs) {
      chosen.add(
          pair.documents()
              .map(
                  document ->
                      places.computeIfAbsent(
                          document,
                          another -> {
                            documents.add(another);
                            return documents.size() - 1;
                          }))
              .toList());
    }
    return new Chosen(documents, chosen);
  }
}
