/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.docket.error.DocketException;

/** Takes what the readers of both formats find, maps labels, and counts. For one file. */
final class DocumentSink {

  private static final int PREVIEW = 60;

  private final String file;
  private final CorpusOptions options;
  private final Consumer<LabelledText> consumer;
  private final SortedMap<String, Long> unmapped = new TreeMap<>();
  private long documents;
  private long withoutText;
  private long withoutLabel;
  private long bad;

  DocumentSink(String file, CorpusOptions options, Consumer<LabelledText> consumer) {
    this.file = file;
    this.options = options;
    this.consumer = consumer;
  }

  void document(String label, String subLabel, String text) {
    if (text.isBlank()) {
      withoutText++;
    } else if (!options.labelled()) {
      accept("", text);
    } else if (label.isBlank()) {
      withoutLabel++;
    } else {
      labelled(label.strip(), subLabel.strip(), text);
    }
  }

  /** A text that has no label and may be empty. */
  void text(String text) {
    accept("", text);
  }

  void bad(long line, String problem, String row) {
    if (options.onBadRow() == OnBadRow.FAIL) {
      throw error(line, problem, row);
    }
    bad++;
  }

  DocketException error(long line, String problem, String row) {
    String preview = row.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (preview.length() > PREVIEW) {
      preview = preview.substring(0, PREVIEW) + "…";
    }
    String shown = preview.isEmpty() ? "" : ": \"" + preview + "\"";
    return new DocketException(file + ", line " + line + ": " + problem + shown);
  }

  CorpusCounts counts() {
    return new CorpusCounts(documents, withoutText, withoutLabel, bad, new TreeMap<>(unmapped));
  }

  private void labelled(String label, String subLabel, String text) {
    String category = label;
    if (options.labelMap().isPresent()) {
      category = options.labelMap().get().category(label, subLabel).orElse("");
    }
    if (category.isEmpty()) {
      unmapped.merge(label, 1L, Long::sum);
    } else {
      accept(category, text);
    }
  }

  private void accept(String category, String text) {
    documents++;
    consumer.accept(new LabelledText(category, text));
  }
}
