/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

/**
 * How a CSV is written. Quotes are {@code "}; blanks around them do not count.
 *
 * @param delimiter what stands between fields
 * @param escape how a quote is written inside quotes
 * @param comments whether lines that begin with {@code #} are comments
 */
public record CsvDialect(char delimiter, QuoteEscape escape, boolean comments) {

  /** RFC 4180. */
  public static final CsvDialect STANDARD = new CsvDialect(',', QuoteEscape.DOUBLE, false);

  static final char QUOTE = '"';
}
