/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.List;

/**
 * A document as a report shows it.
 *
 * @param marks the words that moved the answer; empty if none did or the document was not explained
 */
public record ShownDocument(Candidate candidate, List<Mark> marks) {

  /** Characters of the text. */
  public static final int SHOWN = 2000;

  /** Bytes in JSON beside the text, or so. */
  static final int FRAME = 450;

  public ShownDocument {
    marks = List.copyOf(marks);
  }

  /** As much of a text as is shown. */
  public static String beginning(String text) {
    return Beginning.of(text, SHOWN);
  }
}
