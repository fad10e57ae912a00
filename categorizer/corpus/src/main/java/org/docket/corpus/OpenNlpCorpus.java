/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.docket.CategoryNames;
import org.docket.corpus.BoundedReader.RowTooLongException;

/** Reads OpenNLP's doccat training format, line by line. */
final class OpenNlpCorpus {

  private static final int MAX_LINE = 20_000_000;

  private final DocumentSink sink;

  OpenNlpCorpus(DocumentSink sink) {
    this.sink = sink;
  }

  void read(Reader text) throws IOException {
    BoundedReader bounded = new BoundedReader(text, MAX_LINE);
    BufferedReader lines = new BufferedReader(bounded);
    long number = 1;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        line(line, number++);
        bounded.rowDone();
      }
    } catch (RowTooLongException e) {
      throw sink.error(number, e.getMessage(), "");
    }
  }

  private void line(String line, long number) {
    String stripped = line.strip();
    if (stripped.isEmpty()) {
      return;
    }
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    if (end == stripped.length()) {
      sink.bad(number, "the line has a category and no text", stripped);
    } else {
      sink.document(
          CategoryNames.unescape(stripped.substring(0, end)), stripped.substring(end).strip());
    }
  }
}
