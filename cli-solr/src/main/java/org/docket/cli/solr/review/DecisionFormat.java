/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.nio.file.Path;
import java.util.Locale;
import org.docket.error.DocketException;

/** How decisions are written, as the name of the file tells. */
enum DecisionFormat {
  CSV,
  JSON_LINES;

  private static final String GZIP = ".gz";

  /**
   * That of a file.
   *
   * @param option that names it
   * @throws DocketException if the name tells none
   */
  static DecisionFormat of(String option, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String plain = isGzip(file) ? name.substring(0, name.length() - GZIP.length()) : name;
    if (plain.endsWith(".csv")) {
      return CSV;
    }
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson") || plain.endsWith(".json")) {
      return JSON_LINES;
    }
    throw new DocketException(
        option
            + " is "
            + file
            + "; name it .jsonl or .csv, which tells how it is written (.gz behind it compresses)");
  }

  static boolean isGzip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
  }
}
