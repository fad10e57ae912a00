/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The documents that a report shows, each once, and where.
 *
 * @param documents all of them
 * @param confidentMistakes places in them, the most confident first
 * @param leastCertain places in them, the least certain first
 * @param cells of the confusion, those with mistakes first
 */
public record ChosenDocuments(
    List<Candidate> documents,
    List<Integer> confidentMistakes,
    List<Integer> leastCertain,
    List<CellDocuments> cells) {

  /**
   * A cell of the confusion.
   *
   * @param documents places of some of its documents, the most confident first
   */
  public record CellDocuments(int actual, int predicted, List<Integer> documents) {}

  static ChosenDocuments of(
      List<Candidate> confidentMistakes,
      List<Candidate> leastCertain,
      List<ConfusionDocuments.Content> contents) {
    List<Candidate> documents = new ArrayList<>();
    Map<Candidate, Integer> places = new IdentityHashMap<>();
    Stream.concat(
            Stream.of(confidentMistakes, leastCertain),
            contents.stream().map(ConfusionDocuments.Content::documents))
        .flatMap(List::stream)
        .forEach(
            candidate -> {
              if (places.putIfAbsent(candidate, documents.size()) == null) {
                documents.add(candidate);
              }
            });
    return new ChosenDocuments(
        documents,
        confidentMistakes.stream().map(places::get).toList(),
        leastCertain.stream().map(places::get).toList(),
        contents.stream()
            .map(
                content ->
                    new CellDocuments(
                        content.cell().actual(),
                        content.cell().predicted(),
                        content.documents().stream().map(places::get).toList()))
            .toList());
  }

  /**
   * The places of the documents to explain, those of the lists first, then the first of each cell,
   * then the second of each.
   *
   * @param most how many at most
   */
  List<Integer> toExplain(int most) {
    int longest = cells.stream().mapToInt(cell -> cell.documents().size()).max().orElse(0);
    Stream<Integer> byRank =
        IntStream.range(0, longest)
            .boxed()
            .flatMap(
                rank ->
                    cells.stream()
                        .filter(cell -> cell.documents().size() > rank)
                        .map(cell -> cell.documents().get(rank)));
    return Stream.of(confidentMistakes.stream(), leastCertain.stream(), byRank)
        .flatMap(places -> places)
        .distinct()
        .filter(place -> !documents.get(place).abstains())
        .limit(most)
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
