/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

/** The beginning of what is long. For one thread. */
final class Preview {

  private final StringBuilder text = new StringBuilder();

  private long quotes;

  void add(String more) {
    quotes += more.chars().filter(c -> c == CsvDialect.QUOTE).count();
    text.append(more, 0, Math.min(more.length(), Row.MAX_PREVIEW - text.length()));
  }

  /** How many quotes there are in all that was added. */
  long quotes() {
    return quotes;
  }

  /** What there is, without the line end that it ends with. */
  String text() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }
}
