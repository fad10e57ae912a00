/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.docket.corpus.rows.Row;

/** Makes documents of rows: cleans and maps labels, and counts. For one input. */
final class DocumentSink {

  private static final String OTHER = "(others)";

  private final CorpusOptions options;
  private final LabelSpellings spellings;
  private final BiConsumer<LabelledText, Row> consumer;
  private final SortedMap<String, Long> unmapped = new TreeMap<>();
  private final Map<String, String> cleaned = new HashMap<>();
  private long documents;
  private long withoutText;
  private long withoutLabel;
  private long bad;

  DocumentSink(
      CorpusOptions options, LabelSpellings spellings, BiConsumer<LabelledText, Row> consumer) {
    this.options = options;
    this.spellings = spellings;
    this.consumer = consumer;
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
      withoutLabel++;
      return;
    }
    String category = label;
    if (options.labelMap().isPresent()) {
      LabelMap map = options.labelMap().get();
      category = map.category(label, row.subLabel()).orElse("");
      if (category.isEmpty() && options.mergeLabels()) {
        category = map.similar(label, row.subLabel()).orElse("");
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
    consumer.accept(new LabelledText(category, row.text()), row);
  }
}
