/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.file.Path;
import java.util.Locale;

/** How a corpus file is laid out. Either may be compressed. */
public enum CorpusFormat {
  /** Comma-separated values with a header (RFC 4180). */
  CSV,
  /** OpenNLP's doccat training format: a line is a category, white space, and the text. */
  OPENNLP;

  /** The format that a file's name tells: CSV if it has {@code .csv} or {@code .zip} in it. */
  public static CorpusFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.contains(".csv") || name.endsWith(".zip") ? CSV : OPENNLP;
  }
}
