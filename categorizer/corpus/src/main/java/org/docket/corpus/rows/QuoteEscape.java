/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

/** How a quote is written inside a quoted field of a CSV. */
public enum QuoteEscape {
  /** As two quotes (RFC 4180). */
  DOUBLE,
  /** After a backslash, which itself is then written as two; two quotes are read as well. */
  BACKSLASH
}
