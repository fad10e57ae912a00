/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.docket.corpus.rows.ProbabilityNames;
import org.docket.corpus.rows.Row;

/** Makes documents of rows: cleans and maps labels, and counts. For one input. */
final class DocumentSink {

  private static final String OTHER = "(others)";

  private final CorpusOptions options;
  private final LabelSpellings spellings;
  private final DocumentHandler handler;
  private final SortedMap<String, Long> unmapped = new TreeMap<>();
  private final Map<String, String> cleaned = new HashMap<>();
  private int[] probabilities = {};
  private long documents;
  private long withoutText;
  private long withoutLabel;
  private long bad;

  DocumentSink(CorpusOptions options, LabelSpellings spellings, DocumentHandler handler) {
    this.options = options;
    this.spellings = spellings;
    this.handler = handler;
  }

  /** The columns that come along with the rows that follow. */
  void columns(List<String> kept) {
    if (options.probabilities()) {
      probabilities =
          IntStream.range(0, kept.size())
              .filter(i -> ProbabilityNames.category(kept.get(i)).isPresent())
              .toArray();
    }
    handler.columns(kept);
  }

  /** Takes a row, good or bad. */
  void row(Row row) {
    if (row.problem().isPresent()) {
      bad++;
    } else if (row.text().isBlank()) {
      withoutText++;
    } else if (options.labelled()) {
      labelled(row);
    } else {
      accept("", row);
    }
  }

  long bad() {
    return bad;
  }

  CorpusCounts counts() {
    return new CorpusCounts(documents, withoutText, withoutLabel, bad, new TreeMap<>(unmapped));
  }

  private void labelled(Row row) {
    String label = clean(row.label());
    if (label.isEmpty()) {
      unlabelled(row);
      return;
    }
    String category = label;
    boolean mapped = options.categoriesToo() && isCategory(label);
    if (options.labelMap().isPresent() && !mapped) {
      LabelMap map = options.labelMap().get();
      category = map.category(label, row.subLabel()).orElse("");
      if (category.isEmpty() && options.mergeLabels()) {
        category = map.similar(label, row.subLabel()).orElse("");
      }
      if (category.isEmpty() && options.categoriesToo()) {
        category = label;
      }
    }
    if (category.isEmpty()) {
      String key =
          unmapped.containsKey(label) || unmapped.size() < LabelSpellings.MOST ? label : OTHER;
      unmapped.merge(key, 1L, Long::sum);
    } else {
      accept(spellings.count(category, row.label()), row);
    }
  }

  private boolean isCategory(String label) {
    return options.labelMap().filter(map -> map.hasCategory(label)).isPresent();
  }

  /** Probabilities may stand in place of a label. */
  private void unlabelled(Row row) {
    if (IntStream.of(probabilities).anyMatch(i -> !row.kept().get(i).isBlank())) {
      accept("", row);
    } else {
      withoutLabel++;
    }
  }

  /** Labels are few, and each is cleaned once. */
  private String clean(String label) {
    String clean = cleaned.get(label);
    if (clean == null) {
      clean = LabelText.clean(label);
      if (cleaned.size() < LabelSpellings.MOST) {
        cleaned.put(label, clean);
      }
    }
    return clean;
  }

  private void accept(String category, Row row) {
    documents++;
    handler.document(new LabelledText(category, row.text()), row);
  }
}
