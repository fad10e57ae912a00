/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.docket.cli.solr.documents.TagLabel;

/** Old tags against new ones: counts of documents. For one thread. */
final class Matrix {

  private final Map<TagLabel, Map<TagLabel, Long>> counts = new TreeMap<>();

  /**
   * A cell.
   *
   * @param documents how many, at least 1
   */
  record Cell(TagLabel old, TagLabel now, long documents) {

    boolean isChange() {
      return !old.equals(now);
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("old", old.json());
      json.put("new", now.json());
      json.put("documents", documents);
      return json;
    }
  }

  void add(TagLabel old, TagLabel now) {
    counts.computeIfAbsent(old, key -> new TreeMap<>()).merge(now, 1L, Long::sum);
  }

  void add(Matrix other) {
    other
        .cells()
        .forEach(
            cell ->
                counts
                    .computeIfAbsent(cell.old(), key -> new TreeMap<>())
                    .merge(cell.now(), cell.documents(), Long::sum));
  }

  /** How many documents are in it. */
  long documents() {
    return cells().stream().mapToLong(Cell::documents).sum();
  }

  /** How many of them have another tag than before. */
  long changed() {
    return cells().stream().filter(Cell::isChange).mapToLong(Cell::documents).sum();
  }

  /** How many went from one tag to another. */
  long count(TagLabel old, TagLabel now) {
    return counts.getOrDefault(old, Map.of()).getOrDefault(now, 0L);
  }

  /** All tags, old and new. */
  SortedSet<TagLabel> labels() {
    SortedSet<TagLabel> labels = new TreeSet<>();
    cells().forEach(cell -> labels.addAll(List.of(cell.old(), cell.now())));
    return labels;
  }

  /** What there is, by old tag, then by new. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    counts.forEach((old, row) -> row.forEach((now, n) -> cells.add(new Cell(old, now, n))));
    return cells;
  }

  /** The changes, those of the most documents first. */
  List<Cell> changes() {
    return cells().stream()
        .filter(Cell::isChange)
        .sorted(Comparator.comparingLong(Cell::documents).reversed())
        .toList();
  }
}
