/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.file.Path;
import java.util.Locale;

/** How a corpus is laid out. Each may be compressed. */
public enum CorpusFormat {
  /** Values with a header, separated by commas, semicolons, tabs or bars (RFC 4180). */
  CSV,
  /** A line is a label, a tab, and the text; there is no header. */
  TSV,
  /** JSON Lines, an array of objects, or objects one after the other. */
  JSON,
  /** OpenNLP's doccat training format: a line is a category, white space, and the text. */
  OPENNLP,
  /** A line is a document without a label, also an empty one. */
  LINES;

  /**
   * The format that a file's name tells, to write it: CSV if it has {@code .csv} in it, else
   * OpenNLP's.
   */
  public static CorpusFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.contains(".csv") ? CSV : OPENNLP;
  }
}
