/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.docket.corpus.rows.Row;

/** Makes documents of rows: cleans and maps labels, and counts. For one input. */
final class DocumentSink {

  private static final String OTHER = "(others)";

  private final CorpusOptions options;
  private final LabelSpellings spellings;
  private final Consumer<LabelledText> consumer;
  private final SortedMap<String, Long> unmapped = new TreeMap<>();
  private long documents;
  private long withoutText;
  private long withoutLabel;
  private long bad;

  DocumentSink(CorpusOptions options, LabelSpellings spellings, Consumer<LabelledText> consumer) {
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
      accept("", row.text());
    }
  }

  long bad() {
    return bad;
  }

  CorpusCounts counts() {
    return new CorpusCounts(documents, withoutText, withoutLabel, bad, new TreeMap<>(unmapped));
  }

  private void labelled(Row row) {
    String label = LabelText.clean(row.label());
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
      accept(spellings.count(category, row.label()), row.text());
    }
  }

  private void accept(String category, String text) {
    documents++;
    consumer.accept(new LabelledText(category, text));
  }
}
