/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.labels.LabelErrorCollector.Held;
import org.docket.evaluation.LabelError;
import org.docket.evaluation.LabelErrorPair;
import org.docket.evaluation.LabelErrors;

/** The likely label errors of a corpus, the most likely first, with their places and texts. */
public final class LabelErrorListing {

  /** How many stand in JSON; all of them may be many. */
  private static final int FIRST = 10;

  private final LabelErrors errors;
  private final List<Held> held;
  private final Optional<TextStore> texts;

  LabelErrorListing(LabelErrors errors, List<Held> held, Optional<TextStore> texts) {
    this.errors = errors;
    this.held = held;
    this.texts = texts;
  }

  /** What was found: how many by estimate, and by pair of labels. */
  public LabelErrors errors() {
    return errors;
  }

  /** How many there are. */
  public int size() {
    return held.size();
  }

  /** The first of them. */
  public List<ListedLabelError> first(int most) {
    List<ListedLabelError> first = new ArrayList<>();
    for (int i = 0; i < Math.min(most, held.size()); i++) {
      LabelError error = errors.errors().get(i);
      Held document = held.get(i);
      first.add(
          new ListedLabelError(document.place(), error.given(), error.likely(), document.start()));
    }
    return first;
  }

  /** The pairs of which documents are listed, those with the most first. */
  public List<LabelErrorPair> pairs() {
    return errors.pairs().stream().filter(pair -> pair.listed() > 0).toList();
  }

  /** Keys that scripts rely on: documents, estimated, estimatedShare, listed, pairs, first. */
  public Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("documents", errors.documents());
    metrics.put("estimated", errors.estimated());
    metrics.put("estimatedShare", errors.estimatedShare());
    metrics.put("listed", size());
    metrics.put("pairs", pairs());
    metrics.put("first", first(FIRST));
    return metrics;
  }

  /**
   * Writes all of them as CSV, with their whole texts.
   *
   * @throws IOException if the disk is full, and the like
   */
  public void writeCsv(Path file) throws IOException {
    TextStore store = texts.orElseThrow(() -> new IllegalStateException("no texts were held"));
    try (LabelErrorCsv csv =
        new LabelErrorCsv(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      for (int i = 0; i < held.size(); i++) {
        Held document = held.get(i);
        csv.write(errors.errors().get(i), document.place(), store.get(document.text()));
      }
    }
  }
}
