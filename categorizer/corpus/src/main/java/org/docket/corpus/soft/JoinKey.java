/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What joins a file of soft labels with a corpus: the column of this name, in lower case. */
public enum JoinKey {
  /** {@link TextHash}. */
  TEXT_HASH,
  /** What stands in a column of the corpus that the caller names. */
  ID,
  /** The number of the row across all files of the corpus, from 1; bad and empty rows count. */
  ROW;

  /** The name of the column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<JoinKey> of(String column) {
    String name = column.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(key -> key.column().equals(name)).findFirst();
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(JoinKey::column).toList();
  }
}
