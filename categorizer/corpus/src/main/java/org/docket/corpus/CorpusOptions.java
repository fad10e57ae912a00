/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.Objects;
import java.util.Optional;

/**
 * How to read a corpus.
 *
 * @param format if not told by the file's name
 * @param textColumn of a CSV; by default the CFPB's "Consumer complaint narrative", or "narrative"
 * @param labelColumn of a CSV; by default the CFPB's "Product", or "category"
 * @param labelMap what labels become; without one they stay as they are
 * @param onBadRow what to do about rows that cannot be read
 * @param labelled whether labels are needed; without, every category is empty
 */
public record CorpusOptions(
    Optional<CorpusFormat> format,
    Optional<String> textColumn,
    Optional<String> labelColumn,
    Optional<LabelMap> labelMap,
    OnBadRow onBadRow,
    boolean labelled) {

  public CorpusOptions {
    Objects.requireNonNull(onBadRow, "onBadRow");
  }

  /** Labelled, all by default, bad rows refused. */
  public static CorpusOptions defaults() {
    return new CorpusOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OnBadRow.FAIL,
        true);
  }

  /** The same with a label map. */
  public CorpusOptions withLabelMap(LabelMap map) {
    return new CorpusOptions(format, textColumn, labelColumn, Optional.of(map), onBadRow, labelled);
  }

  /** The same with another treatment of bad rows. */
  public CorpusOptions withOnBadRow(OnBadRow treatment) {
    return new CorpusOptions(format, textColumn, labelColumn, labelMap, treatment, labelled);
  }
}
